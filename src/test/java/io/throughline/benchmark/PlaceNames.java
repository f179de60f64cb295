package io.throughline.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Invented place names, made of realistic syllables, some with accents. */
final class PlaceNames {

    private record Language(List<String> before, List<String> starts, List<String> middles, List<String> ends) {
        static Language of(String before, String starts, String middles, String ends) {
            return new Language(
                    List.of(before.split("\\|")),
                    List.of(starts.split(" ")),
                    List.of(middles.split(" ")),
                    List.of(ends.split(" ")));
        }
    }

    private static final List<Language> LANGUAGES = List.of(
            Language.of(
                    "San |Santa |Villa |Puerto |São |Nueva ",
                    "ma ca sa re lo vi ba to gua que pe ja mon al",
                    "ra ño li ré mo cu ça za ti lé na do pi va",
                    "na do ra ga cía bón lla ros rín mar ndes lón"),
            Language.of(
                    "Bad |Sankt |Neu-|Groß |Nieder",
                    "bre köl mün stut grün war lü ham ost frie ahr wei schö dort",
                    "ne ber gen ken sel den lin ra ste fä tin mers wal ru",
                    "burg berg dorf stadt heim feld hausen ö ås furt bach kirchen"),
            Language.of(
                    "Saint-|La |Le |Mont-|Neuf-",
                    "mon beau cha ver tou li ro gre nî ren per cler dra or",
                    "te li no vi ro sé gue la ble pi cer ri don ma",
                    "ville mont court gny let ges bourg nais lès ière vault zac"),
            Language.of(
                    "Port |New |Upper |Old ",
                    "ka lu mba nai ki za o da nde kwa te ga ma ru",
                    "ba ro mbi sha du la ngo fu li wa ti ke zi no",
                    "bi la ni sa do kro ndi go ville ma tswa ra"),
            Language.of(
                    "Shin-|Kota |Nam |Ban |Bắc ",
                    "shi ka o na yo ban dha hai chu min su kyo ta sen",
                    "ga ra ma to wa ki na ri zu ya nan la ji do",
                    "shima gawa pur bad zhou jing hama kota yama nagar đông saki"),
            Language.of(
                    "Nowy |Stary |Veliki |Bela ",
                    "kra łó war no vo bel brn zag ple ost pra lju kos tar",
                    "ko vi la ni ze sto ro mi da ja že ša no lu",
                    "ków dź grad sk ice ovo sław ín ów ana nica mir"));

    private PlaceNames() {}

    /**
     * Returns a name; the same for the same state of {@code random}.
     *
     * @param language any number; names with the same number sound alike
     */
    static String of(int language, SplittableRandom random) {
        var sounds = LANGUAGES.get(Math.floorMod(language, LANGUAGES.size()));
        var name = new StringBuilder(one(sounds.starts(), random));
        for (var middles = random.nextInt(3); middles > 0; middles--) {
            name.append(one(sounds.middles(), random));
        }
        name.append(one(sounds.ends(), random));
        name.replace(0, 1, name.substring(0, 1).toUpperCase(Locale.ROOT));
        return random.nextInt(8) == 0 ? one(sounds.before(), random) + name : name.toString();
    }

    private static String one(List<String> choice, SplittableRandom random) {
        return choice.get(random.nextInt(choice.size()));
    }
}
