package io.throughline.api;

import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLSchema;
import io.throughline.connection.Page;
import java.util.Collection;
import java.util.List;

/**
 * What an operation could give if every page were full. A list without pages counts as one, but as many as it is asked
 * for by a list of ids or names.
 *
 * @param nodes entries of lists: the size of a page times the number of entries it is asked for below
 * @param values fields of all entries
 */
record Cost(long nodes, long values) {

    /** The arguments that say how long a list can be that comes whole and not in pages. */
    private static final List<String> WHOLE = List.of("maxRows", "maxNodes");

    private static final Cost NOTHING = new Cost(0, 0);
    private static final long ENOUGH = 1_000_000_000_000L;

    static Cost of(List<ExecutableNormalizedField> fields, GraphQLSchema schema, int mostOfPage) {
        return fields.stream()
                .map(field -> of(field, schema, mostOfPage))
                .reduce(NOTHING, (one, other) -> of(one.nodes + other.nodes, one.values + other.values));
    }

    private static Cost of(ExecutableNormalizedField field, GraphQLSchema schema, int mostOfPage) {
        var below = of(field.getChildren(), schema, mostOfPage);
        for (var whole : WHOLE) {
            if (field.getResolvedArguments().get(whole) instanceof Integer most) {
                return times(Math.max(1, most), below);
            }
        }
        if (field.getFieldDefinitions(schema).get(0).getArgument("first") != null) {
            return times(pageSize(field, mostOfPage), below);
        }
        return field.getResolvedArguments().values().stream()
                .filter(argument -> argument instanceof Collection<?> && below.values > 0)
                .mapToInt(list -> ((Collection<?>) list).size())
                .max()
                .stream()
                .mapToObj(entries -> times(entries, below))
                .findFirst()
                .orElseGet(() -> of(below.nodes, 1 + below.values));
    }

    private static Cost times(long entries, Cost below) {
        return of(entries * (1 + below.nodes), 1 + Math.max(1, entries) * below.values);
    }

    private static long pageSize(ExecutableNormalizedField field, int mostOfPage) {
        var arguments = field.getResolvedArguments();
        var asked = arguments.get("first") == null ? arguments.get("last") : arguments.get("first");
        return asked instanceof Integer count ? Math.max(0, Math.min(count, mostOfPage)) : Page.USUAL;
    }

    private static Cost of(long nodes, long values) {
        return new Cost(Math.min(ENOUGH, nodes), Math.min(ENOUGH, values));
    }
}
