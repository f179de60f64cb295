package io.throughline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * One question, in GraphQL and as the Cypher somebody would write by hand for just this. Both stand under the same name in
 * {@code src/test/resources/benchmark}.
 *
 * @param name e.g. {@code participants-50}
 * @param document in GraphQL
 * @param statement in Cypher
 * @param limit the most it may take one caller at any size, in ms; {@link Double#NaN} when none is aimed at
 * @param sameSize whether the answer is as large on a large graph as on a small one
 * @param asked what it is asked about, in turn
 */
record Question(String name, String document, String statement, double limit, boolean sameSize, List<Arguments> asked) {

    /** The same arguments for both. */
    record Arguments(Map<String, Object> graphQl, Map<String, Object> cypher) {
        static Arguments same(Map<String, Object> both) {
            return new Arguments(both, both);
        }
    }

    /** Reads both files, which have the same name before the dot. */
    static Question of(String name, String file, double limit, boolean sameSize, List<Arguments> asked) {
        return new Question(name, text(file + ".graphql"), text(file + ".cypher"), limit, sameSize, asked);
    }

    Arguments asked(int turn) {
        return asked.get(turn % asked.size());
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("benchmark/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
