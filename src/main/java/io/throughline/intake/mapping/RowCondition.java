package io.throughline.intake.mapping;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows something is about: the cell of each named column must pass its test. There is nothing more complex; what
 * needs more is cleaning, to be done before.
 */
record RowCondition(Map<String, Test> tests) {

    /** Holds for every row. */
    static final RowCondition ALWAYS = new RowCondition(Map.of());

    /** What a cell must be; null is an empty one. */
    interface Test {

        boolean passes(@Nullable String cell);

        static Test in(Set<String> texts) {
            return cell -> cell != null && texts.contains(cell);
        }

        /** An empty cell passes too. */
        static Test notIn(Set<String> texts) {
            return cell -> cell == null || !texts.contains(cell);
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
