package io.throughline.reference.gazetteer;

import io.throughline.reference.name.AffixSet;
import io.throughline.reference.name.NameKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that accompany the name of a subdivision: "Province of Cuneo", "Nagano Prefecture", "Judetul Alba". */
public final class RegionWords {

    /** Swedish names take an s before these words: "Dalarnas län", "Dalarnas County". */
    private static final Set<String> GENITIVE = Set.of("county", "lan");

    /** "The Highland Council" */
    private static final String ARTICLE = "the ";

    private static final AffixSet BEFORE = affixes(
            "london borough of",
            "royal borough of",
            "metropolitan borough of",
            "metropolitan district of",
            "county borough of",
            "city and county of",
            "comunitat",
            "comunidad",
            "gobierno de la",
            "borough of",
            "unitary authority of",
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
            "departement de la",
            "departement de l",
            "departement des",
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

    private static final AffixSet AFTER = affixes(
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
            "metropolitan borough council",
            "metropolitan district council",
            "county borough council",
            "county council",
            "borough council",
            "district council",
            "regional council",
            "unitary authority",
            "metropolitan borough",
            "county borough",
            "borough",
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
            "islands council",
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
            var name = withoutBefore(form);
            forms.add(name);
            for (var bare : AFTER.withoutAfter(name)) {
                forms.add(bare);
                if (bare.endsWith("s") && GENITIVE.contains(name.substring(bare.length() + 1))) {
                    forms.add(bare.substring(0, bare.length() - 1));
                }
            }
        }
        return forms;
    }

    /**
     * Words for governments that have a town's name without being its government; unlike "borough council", which can be
     * either.
     */
    private static final Pattern ONLY_REGIONS = Pattern.compile(
            "\\b(london borough|royal borough|metropolitan borough|metropolitan district|county|unitary authority|prefecture"
                    + "|voivodeship|province|provincia|provincie|provincial|departamento|departement|department|oblast"
                    + "|governorate|canton|kanton|region|regione|regional|state|estado|judetul|wojewodztwo"
                    + "|islands council)\\b");

    /** Whether words in a name say that it names a region, not a town. */
    public static boolean nameARegion(String form) {
        return !form.startsWith("city and county of ")
                && !bare(form).equals(form)
                && ONLY_REGIONS.matcher(form).find();
    }

    /** The name without such words; unchanged when it has none or nothing else. */
    public static String bare(String form) {
        var name = withoutBefore(form);
        return AFTER.withoutAfter(name).stream().findFirst().orElse(name);
    }

    private static String withoutBefore(String form) {
        var name = form.startsWith(ARTICLE) && !AFTER.withoutAfter(form).isEmpty()
                ? form.substring(ARTICLE.length())
                : form;
        return BEFORE.withoutBefore(name).stream().findFirst().orElse(name);
    }

    private static AffixSet affixes(String... words) {
        return new AffixSet(List.of(words));
    }

    private RegionWords() {}
}
