package io.throughline.name;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What two ways of writing a name have in common: words of lower-case letters and digits, one space between them. A
 * text of anything else has the key "".
 *
 * @param plain accents left off: {@code koln} for Köln, {@code lodz} for Łódź
 * @param spelled umlauts and their like spelled out: {@code koeln} for Köln; the same as {@code plain} where there are
 *     none
 */
public record NameKey(String plain, String spelled) {

    private static final Map<String, String> SPELLED = Map.of("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe");

    /** Letters of the Latin script that Unicode does not take apart. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ø", "o"),
            Map.entry("đ", "d"),
            Map.entry("ð", "d"),
            Map.entry("þ", "th"),
            Map.entry("ł", "l"),
            Map.entry("ħ", "h"),
            Map.entry("ŧ", "t"),
            Map.entry("ŋ", "n"),
            Map.entry("ı", "i"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Apostrophes of all sorts, the Hawaiian okina, and what cannot be seen. */
    private static final Pattern LEFT_OUT = Pattern.compile("['’‘`´ʻʼʹ\\p{Cf}]+");

    private static final Pattern INITIALS = Pattern.compile("(?<!\\p{L})(\\p{L})\\.(?=\\p{L}(?!\\p{L}))");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The key of a name as somebody writes it. */
    public static NameKey of(String name) {
        var written = Normalizer.normalize(
                LEFT_OUT.matcher(name).replaceAll("").replace("&", " and ").toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
        return new NameKey(plain(written), plain(replace(written, SPELLED)));
    }

    /** Both ways of writing it, or the one there is; none for a text without a letter or digit. */
    public List<String> forms() {
        return Stream.of(plain, spelled)
                .filter(form -> !form.isEmpty())
                .distinct()
                .toList();
    }

    private static String plain(String written) {
        var joined = INITIALS.matcher(written).replaceAll("$1");
        var bare = MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFKD))
                .replaceAll("");
        var letters = Normalizer.normalize(replace(bare.toLowerCase(Locale.ROOT), PLAIN), Normalizer.Form.NFC);
        return NO_WORD.matcher(letters).replaceAll(" ").strip();
    }

    private static String replace(String text, Map<String, String> letters) {
        var replaced = text;
        for (var letter : letters.entrySet()) {
            replaced = replaced.replace(letter.getKey(), letter.getValue());
        }
        return replaced;
    }
}
