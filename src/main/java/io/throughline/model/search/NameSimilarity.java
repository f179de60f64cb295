package io.throughline.model.search;

import io.throughline.reference.name.EditDistance;
import io.throughline.reference.name.NameKey;
import java.util.List;

/** How closely a name matches a text, from 0 to 1. It depends only on these two, not on what else is in the graph. */
final class NameSimilarity {

    /** What another name is worth, compared with an agent's own name. */
    private static final double OTHER_NAME = 0.99;

    /** 1 for the name itself; less for words that only begin with the text's or are similar, and for extra words. */
    static double of(NameText text, String name, boolean own) {
        return of(text, NameKey.of(name).forms(), own);
    }

    /**
     * The same for a name whose key is already known.
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

    private static double ofWords(List<List<String>> wanted, List<String> words) {
        var sum = 0.0;
        for (var forms : wanted) {
            var best = 0.0;
            for (var form : forms) {
                for (var word : words) {
                    best = Math.max(best, ofWord(form, word));
                }
            }
            sum += best;
        }
        var extra = Math.max(0, words.size() - wanted.size()) / (double) Math.max(words.size(), wanted.size());
        return sum / wanted.size() * (1 - 0.3 * extra);
    }

    private static double ofWord(String wanted, String word) {
        if (word.equals(wanted)) {
            return 1;
        }
        var similarity = 1 - EditDistance.errors(wanted, word) / (double) Math.max(wanted.length(), word.length());
        return word.startsWith(wanted) ? Math.max(0.7, 0.9 * similarity) : 0.9 * similarity;
    }

    private NameSimilarity() {}
}
