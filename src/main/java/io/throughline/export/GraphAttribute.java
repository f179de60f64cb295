package io.throughline.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named attribute of nodes or edges, the same in all formats.
 *
 * @param value reads it from a node or edge; null if not recorded
 */
record GraphAttribute<T>(String name, Type type, Function<T, @Nullable Object> value) {

    /** The types that all formats have, with their names in GEXF and GraphML. */
    enum Type {
        STRING("string", "string"),
        INTEGER("integer", "int"),
        DOUBLE("double", "double"),
        BOOLEAN("boolean", "boolean");

        private final String gexf;
        private final String graphMl;

        Type(String gexf, String graphMl) {
            this.gexf = gexf;
            this.graphMl = graphMl;
        }

        String gexf() {
            return gexf;
        }

        String graphMl() {
            return graphMl;
        }
    }

    @Nullable Object of(T element) {
        return value.apply(element);
    }
}
