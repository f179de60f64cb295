package io.throughline.reference.name;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What two ways of writing a name have in common: words of lower-case letters and digits, one space between them. A
 * text without letters and digits has the key "".
 *
 * @param plain without accents: {@code koln} for Köln, {@code lodz} for Łódź
 * @param spelled umlauts and similar letters spelled out: {@code koeln} for Köln; the same as {@code plain} where there
 *     are none
 */
public record NameKey(String plain, String spelled) {

    private static final Map<String, String> SPELLED = Map.of("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe");

    /** Letters of the Latin script that Unicode does not decompose. */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ı', "i"));

    /** None of them comes after this letter; most letters of other scripts do. */
    private static final int LAST_LATIN = 0x17F;

    /** Apostrophes of all kinds and the Hawaiian okina; invisible characters are left out as well. */
    private static final String LEFT_OUT = "'’‘`´ʻʼʹ";

    private static final int LETTERS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER;

    private static final int NUMBERS =
            1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;

    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK | 1 << Character.COMBINING_SPACING_MARK;

    private static final Pattern INITIALS = Pattern.compile("(?<!\\p{L})(\\p{L})\\.(?=\\p{L}(?!\\p{L}))");

    /** The key of a name as it is written. */
    public static NameKey of(String name) {
        if (isPlain(name)) {
            var key = words(name);
            return new NameKey(key, key);
        }
        var written =
                Normalizer.normalize(visible(name).replace("&", " and ").toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        var plain = plain(written);
        var spelled = replace(written, SPELLED);
        return new NameKey(plain, spelled.equals(written) ? plain : plain(spelled));
    }

    /** Whether there are only letters of the English alphabet, digits, spaces and hyphens, as in most names. */
    private static boolean isPlain(String name) {
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ' ' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** The result of all the rules for such a name. */
    private static String words(String name) {
        var key = new StringBuilder(name.length());
        var space = false;
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (c == ' ' || c == '-') {
                space = !key.isEmpty();
            } else {
                if (space) {
                    key.append(' ');
                    space = false;
                }
                key.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            }
        }
        return key.toString();
    }

    /** Both ways of writing it, or the only one; empty for a text without letters and digits. */
    public List<String> forms() {
        if (plain.isEmpty()) {
            return spelled.isEmpty() ? List.of() : List.of(spelled);
        }
        return spelled.isEmpty() || spelled.equals(plain) ? List.of(plain) : List.of(plain, spelled);
    }

    private static String visible(String name) {
        var visible = new StringBuilder(name.length());
        for (var i = 0; i < name.length(); ) {
            var c = name.codePointAt(i);
            i += Character.charCount(c);
            if (LEFT_OUT.indexOf(c) < 0 && Character.getType(c) != Character.FORMAT) {
                visible.appendCodePoint(c);
            }
        }
        return visible.toString();
    }

    private static String plain(String written) {
        var joined =
                written.indexOf('.') < 0 ? written : INITIALS.matcher(written).replaceAll("$1");
        var decomposed = Normalizer.normalize(joined, Normalizer.Form.NFKD);
        var key = new StringBuilder(decomposed.length());
        var space = false;
        for (var i = 0; i < decomposed.length(); ) {
            var c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            var type = 1 << Character.getType(c);
            if ((type & (LETTERS | NUMBERS)) != 0) {
                if (space && !key.isEmpty()) {
                    key.append(' ');
                }
                space = false;
                var letter = Character.toLowerCase(c);
                var spelled = letter < 0x80 || letter > LAST_LATIN ? null : PLAIN.get(letter);
                if (spelled == null) {
                    key.appendCodePoint(letter);
                } else {
                    key.append(spelled);
                }
            } else if ((type & MARKS) == 0) {
                space = true;
            }
        }
        return Normalizer.normalize(key, Normalizer.Form.NFC);
    }

    private static String replace(String text, Map<String, String> letters) {
        var replaced = text;
        for (var letter : letters.entrySet()) {
            replaced = replaced.replace(letter.getKey(), letter.getValue());
        }
        return replaced;
    }
}
