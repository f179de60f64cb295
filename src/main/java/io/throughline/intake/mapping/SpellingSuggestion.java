package io.throughline.intake.mapping;

import java.util.Collection;
import java.util.Locale;

/** Suggests what a misspelt word may have meant. */
public final class SpellingSuggestion {

    private SpellingSuggestion() {}

    /** {@code "; did you mean x?"} for the most similar allowed word; empty if none is similar. */
    public static String of(String written, Collection<String> allowed) {
        var best = "";
        var fewest = 1 + Math.max(1, written.length() / 3);
        for (var word : allowed) {
            var typos = typos(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (typos < fewest) {
                fewest = typos;
                best = word;
            }
        }
        return best.isEmpty() ? "" : "; did you mean %s?".formatted(best);
    }

    /** The Levenshtein distance: the number of letters to insert, delete or replace. */
    private static int typos(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j - 1], diagonal) + 1);
            }
        }
        return row[other.length()];
    }
}
