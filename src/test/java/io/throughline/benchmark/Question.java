package io.throughline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * One query, in GraphQL and as the Cypher one would write by hand for it. Both files have the same name in {@code
 * src/test/resources/benchmark}.
 *
 * @param name e.g. {@code participants-50}
 * @param document in GraphQL
 * @param statement in Cypher
 * @param limit target for a single caller at any size, in ms; {@link Double#NaN} for none
 * @param sameSize whether the response has the same size on a large graph as on a small one
 * @param arguments the arguments, used in turn
 */
record Question(
        String name, String document, String statement, double limit, boolean sameSize, List<Arguments> arguments) {

    /** The same values, as arguments of both. */
    record Arguments(Map<String, Object> graphQl, Map<String, Object> cypher) {
        static Arguments same(Map<String, Object> both) {
            return new Arguments(both, both);
        }
    }

    /** Reads both files. */
    static Question of(String name, String file, double limit, boolean sameSize, List<Arguments> arguments) {
        return new Question(name, text(file + ".graphql"), text(file + ".cypher"), limit, sameSize, arguments);
    }

    Arguments arguments(int turn) {
        return arguments.get(turn % arguments.size());
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("benchmark/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
