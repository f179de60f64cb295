package io.throughline.graphql.guard;

import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.graphql.connection.PageRequest;
import java.util.Collection;
import java.util.List;

/**
 * What an operation could give if every page were full. A list without pages counts as one, but as many as it is asked
 * for by a list of ids or names. A list of values in what is asked for from one year to another has one for each year.
 *
 * @param nodes entries of lists: the size of a page times the number of entries it is asked for below
 * @param values fields of all entries
 */
record OperationCost(long nodes, long values) {

    /** The arguments that say how long a list can be that comes whole and not in pages. */
    private static final List<String> WHOLE = List.of("maxRows", "maxNodes");

    /** As many as {@code panel} gives. */
    private static final long MOST_YEARS = 100;

    private static final OperationCost NOTHING = new OperationCost(0, 0);
    private static final long ENOUGH = 1_000_000_000_000L;

    static OperationCost of(List<ExecutableNormalizedField> fields, GraphQLSchema schema, int mostOfPage) {
        return new Counting(schema, mostOfPage).of(fields, 1);
    }

    /**
     * Counts fields.
     *
     * @param mostOfPage the most entries of a page
     */
    private record Counting(GraphQLSchema schema, int mostOfPage) {

        /**
         * What some fields can give.
         *
         * @param years how many values each of their lists of values has
         */
        OperationCost of(List<ExecutableNormalizedField> fields, long years) {
            return fields.stream()
                    .map(field -> of(field, years))
                    .reduce(
                            NOTHING,
                            (one, other) -> OperationCost.of(one.nodes + other.nodes, one.values + other.values));
        }

        private OperationCost of(ExecutableNormalizedField field, long years) {
            var below = of(field.getChildren(), Math.max(years, years(field)));
            for (var whole : WHOLE) {
                if (field.getResolvedArguments().get(whole) instanceof Integer most) {
                    return times(Math.max(1, most), below);
                }
            }
            if (definition(field).getArgument("first") != null) {
                return times(pageSize(field, mostOfPage), below);
            }
            return field.getResolvedArguments().values().stream()
                    .filter(argument -> argument instanceof Collection<?> && below.values > 0)
                    .mapToInt(list -> ((Collection<?>) list).size())
                    .max()
                    .stream()
                    .mapToObj(entries -> times(entries, below))
                    .findFirst()
                    .orElseGet(() -> OperationCost.of(below.nodes, below.values + (isListOfValues(field) ? years : 1)));
        }

        private boolean isListOfValues(ExecutableNormalizedField field) {
            return field.getChildren().isEmpty()
                    && GraphQLTypeUtil.unwrapNonNull(definition(field).getType()) instanceof GraphQLList;
        }

        private GraphQLFieldDefinition definition(ExecutableNormalizedField field) {
            return field.getFieldDefinitions(schema).get(0);
        }
    }

    /** How many years a field is asked for, up to the most it gives; 1 when it is not asked for years. */
    private static long years(ExecutableNormalizedField field) {
        var arguments = field.getResolvedArguments();
        return arguments.get("from") instanceof Integer from && arguments.get("to") instanceof Integer to
                ? Math.max(1, Math.min(MOST_YEARS, (long) to - from + 1))
                : 1;
    }

    private static OperationCost times(long entries, OperationCost below) {
        return of(entries * (1 + below.nodes), 1 + Math.max(1, entries) * below.values);
    }

    private static long pageSize(ExecutableNormalizedField field, int mostOfPage) {
        var arguments = field.getResolvedArguments();
        var asked = arguments.get("first") == null ? arguments.get("last") : arguments.get("first");
        return asked instanceof Integer count ? Math.max(0, Math.min(count, mostOfPage)) : PageRequest.USUAL;
    }

    private static OperationCost of(long nodes, long values) {
        return new OperationCost(Math.min(ENOUGH, nodes), Math.min(ENOUGH, values));
    }
}
