package io.throughline.model.search;

import io.throughline.reference.name.EditDistance;
import io.throughline.reference.name.NameKey;
import java.util.List;

/** How well a name answers to a text, from 0 to 1; the same for the same two, whatever else is in the graph. */
final class NameSimilarity {

    /** What another name is worth beside the name a thing is known by. */
    private static final double OTHER_NAME = 0.99;

    /** The typing errors forgiven in a word: none up to two letters, one up to five, two in longer ones. */
    static int typos(String word) {
        var length = word.codePointCount(0, word.length());
        return length < 3 ? 0 : length < 6 ? 1 : 2;
    }

    /** 1 for the name itself, less for words that only begin so or are near, and for words left over. */
    static double of(NameText text, String name, boolean own) {
        return of(text, NameKey.of(name).forms(), own);
    }

    /**
     * The same for a name whose key is at hand.
     *
     * @param forms as {@link NameKey#forms()} gives them
     */
    static double of(NameText text, List<String> forms, boolean own) {
        var best = 0.0;
        for (var form : forms) {
            best = Math.max(best, ofWords(text.words(), List.of(form.split(" "))));
        }
        return Math.round(best * (own ? 1 : OTHER_NAME) * 10_000) / 10_000.0;
    }

    private static double ofWords(List<List<String>> asked, List<String> words) {
        var sum = 0.0;
        for (var forms : asked) {
            var best = 0.0;
            for (var form : forms) {
                for (var word : words) {
                    best = Math.max(best, ofWord(form, word));
                }
            }
            sum += best;
        }
        var leftOver = Math.max(0, words.size() - asked.size()) / (double) Math.max(words.size(), asked.size());
        return sum / asked.size() * (1 - 0.3 * leftOver);
    }

    private static double ofWord(String asked, String word) {
        if (word.equals(asked)) {
            return 1;
        }
        var nearness = 1 - EditDistance.errors(asked, word) / (double) Math.max(asked.length(), word.length());
        return word.startsWith(asked) ? Math.max(0.7, 0.9 * nearness) : 0.9 * nearness;
    }

    private NameSimilarity() {}
}
