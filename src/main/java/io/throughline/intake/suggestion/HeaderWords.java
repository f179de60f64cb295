package io.throughline.intake.suggestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.reference.name.NameKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The words by which lists call their columns, in many languages; they are in {@code mappings/header-words.txt}. */
final class HeaderWords {

    /** Shorter words, such as "to", occur in many names that mean something else. */
    private static final int SHORTEST_PART = 3;

    private final Map<String, List<String>> words = new HashMap<>();

    HeaderWords() {
        try {
            new ClassPathResource("mappings/header-words.txt")
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        var colon = line.indexOf(':');
        words.put(
                line.substring(0, colon),
                Arrays.stream(line.substring(colon + 1).split(","))
                        .map(word -> NameKey.of(word).plain())
                        .toList());
    }

    /**
     * How well the name of a column fits: 1 if it is one of the words, less if it only contains one, 0 if it does not.
     *
     * @param key of the column name
     * @param list the name of a list of words
     */
    double fit(String key, String list) {
        var best = 0.0;
        for (var word : words.getOrDefault(list, List.of())) {
            if (key.equals(word)) {
                return 1;
            }
            if (word.length() >= SHORTEST_PART && (" " + key + " ").contains(" " + word + " ")) {
                best = Math.max(best, 0.5 + 0.4 * word.length() / key.length());
            }
        }
        return best;
    }
}
