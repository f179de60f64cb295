package io.throughline.intake.mapping;

import static java.util.stream.Collectors.toSet;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition that rows must meet: the cell of each named column must pass its test. Nothing more complex is
 * supported; such data should be cleaned beforehand.
 */
record RowCondition(Map<String, Test> tests) {

    /** Holds for every row. */
    static final RowCondition ALWAYS = new RowCondition(Map.of());

    /** A test of a cell; null stands for an empty cell. */
    interface Test {

        boolean passes(@Nullable String cell);

        static Test in(Set<String> texts) {
            return cell -> cell != null && texts.contains(cell);
        }

        /** Upper and lower case letters count as the same. */
        static Test inAnyCase(Set<String> texts) {
            var folded = texts.stream().map(Test::folded).collect(toSet());
            return cell -> cell != null && folded.contains(folded(cell));
        }

        /** Both steps are needed: ß has no upper case of a single letter, and ſ no lower case of its own. */
        private static String folded(String text) {
            return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        }

        /** An empty cell passes too. */
        static Test notIn(Set<String> texts) {
            return cell -> cell == null || !texts.contains(cell);
        }

        /** The pattern must match the whole cell. */
        static Test matching(Pattern pattern) {
            return cell -> cell != null && pattern.matches(cell);
        }

        static Test present(boolean present) {
            return cell -> present == (cell != null);
        }
    }

    boolean holds(RowCells cells) {
        for (var test : tests.entrySet()) {
            if (!test.getValue().passes(cells.get(test.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
