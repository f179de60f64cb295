package io.throughline.reference.gazetteer;

import io.throughline.reference.name.NameKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words that accompany the name of a subdivision: "Province of Cuneo", "Nagano Prefecture", "Judetul Alba". */
public final class RegionWords {

    private static final List<String> BEFORE = List.of(
            "autonomous community of",
            "autonomous region of",
            "comunidad autonoma de",
            "comunidad foral de",
            "comunidad de",
            "community of",
            "region of",
            "regione autonoma",
            "regione",
            "region de la",
            "region del",
            "region de",
            "region",
            "province of",
            "provincia autonoma di",
            "provincia de",
            "provincia di",
            "provincia del",
            "provincia",
            "province de la",
            "province de l",
            "province de",
            "province du",
            "departamento de la",
            "departamento del",
            "departamento de",
            "departamento",
            "department of",
            "departement de",
            "departement du",
            "departement",
            "gobierno regional de",
            "gobierno de la provincia de",
            "gobierno del estado de",
            "gobierno provincial de",
            "gobierno autonomo descentralizado provincial de",
            "prefectura de",
            "federal state of",
            "federal city of",
            "state of",
            "estado de",
            "estado do",
            "estado da",
            "government of the state of",
            "governo do estado de",
            "governo do estado do",
            "governo do estado da",
            "state government of",
            "government of",
            "gouvernement de",
            "county of",
            "free state of",
            "freistaat",
            "land",
            "bundesland",
            "freie und hansestadt",
            "judetul",
            "wojewodztwo",
            "voivodeship of",
            "canton of",
            "canton de",
            "kanton",
            "principality of",
            "principado de",
            "generalitat de",
            "junta de",
            "xunta de",
            "gobierno de",
            "emirate of",
            "governorate of",
            "oblast",
            "republic of",
            "provincie",
            "municipality of",
            "metropolitan city of",
            "special administrative region of",
            "district of");

    private static final List<String> AFTER = List.of(
            "autonomous community",
            "autonomous region",
            "autonomous republic",
            "autonomous prefecture",
            "special administrative region",
            "special self governing province",
            "special city",
            "metropolitan city",
            "metropolitan government",
            "provincial government",
            "prefectural government",
            "regional government",
            "state government",
            "county government",
            "county council",
            "government",
            "prefecture",
            "province",
            "region",
            "state",
            "county",
            "district",
            "voivodeship",
            "oblast",
            "governorate",
            "department",
            "canton",
            "council",
            "republic",
            "krai",
            "territory",
            "municipality",
            "parish",
            "emirate",
            "lan",
            "kommune",
            "do",
            "ken",
            "fu",
            "sheng",
            "zupanija",
            "megye",
            "fylke",
            "maakunta",
            "kraj",
            "oblisi",
            "vilayeti",
            "ili");

    /** The forms of a key, followed by those without the words that say what it is. */
    public static Set<String> forms(NameKey key) {
        var forms = new LinkedHashSet<String>(key.forms());
        for (var form : key.forms()) {
            forms.add(bare(form));
        }
        return forms;
    }

    /** The name without such words; unchanged when it has none or nothing else. */
    public static String bare(String form) {
        for (var before : BEFORE) {
            if (form.length() > before.length() + 1 && form.startsWith(before) && form.charAt(before.length()) == ' ') {
                form = form.substring(before.length() + 1);
                break;
            }
        }
        for (var after : AFTER) {
            var at = form.length() - after.length() - 1;
            if (at > 0 && form.endsWith(after) && form.charAt(at) == ' ') {
                return form.substring(0, at);
            }
        }
        return form;
    }

    private RegionWords() {}
}
