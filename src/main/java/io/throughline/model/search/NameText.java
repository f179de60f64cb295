package io.throughline.model.search;

import static java.util.stream.Collectors.joining;

import io.throughline.reference.name.NameKey;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words of a search text. Only its letters and digits go into a full-text query, in lower case, so that no part of
 * it can be query syntax.
 *
 * @param words each with the ways it can be written, e.g. {@code [koln, koeln]}
 */
record NameText(List<List<String>> words) {

    /** Scripts without spaces, which the index splits into characters. */
    private static final Set<UnicodeScript> BY_CHARACTER =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.THAI);

    /** The more words, the more work; no name has this many. */
    private static final int MAX_WORDS = 20;

    static NameText of(String text) {
        return of(NameKey.of(text));
    }

    static NameText of(NameKey key) {
        var plain = words(key.plain());
        var spelled = words(key.spelled());
        var words = new ArrayList<List<String>>();
        for (var i = 0; i < Math.min(plain.size(), MAX_WORDS); i++) {
            words.add(
                    plain.size() == spelled.size()
                            ? Stream.of(plain.get(i), spelled.get(i)).distinct().toList()
                            : List.of(plain.get(i)));
        }
        return new NameText(List.copyOf(words));
    }

    /** Whether it has neither letters nor digits. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * The Lucene query for names that contain every word.
     *
     * @param fuzziness anything but AUTO
     */
    String query(Fuzziness fuzziness) {
        return words.stream()
                .map(forms ->
                        forms.stream().map(form -> clause(form, fuzziness)).collect(joining(" ", "+(", ")")))
                .collect(joining(" "));
    }

    private static String clause(String word, Fuzziness fuzziness) {
        if (fuzziness == Fuzziness.EXACT || word.codePoints().anyMatch(NameText::isByCharacter)) {
            return "\"" + word + "\"";
        }
        var beginning = word + "^8 " + word + "*^2";
        var typos = typos(word);
        return fuzziness == Fuzziness.PREFIX || typos == 0 ? beginning : beginning + " " + word + "~" + typos;
    }

    /** The typing errors tolerated in a word: none up to two letters, one up to five, two in longer ones. */
    private static int typos(String word) {
        var length = word.codePointCount(0, word.length());
        return length < 3 ? 0 : length < 6 ? 1 : 2;
    }

    private static boolean isByCharacter(int codePoint) {
        return BY_CHARACTER.contains(UnicodeScript.of(codePoint));
    }

    private static List<String> words(String key) {
        return key.isEmpty() ? List.of() : List.of(key.split(" "));
    }
}
