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
 * What an operation could return if every page were full. A list without pages counts as one entry, or one per id or name
 * in its arguments. A list of values below a field with a range of years has one value per year.
 *
 * @param nodes list entries: page size times the number of parents it is requested for
 * @param values the fields of all entries
 */
record OperationCost(long nodes, long values) {

    /** Arguments that limit the length of lists without pages. */
    private static final List<String> LENGTH_ARGUMENTS = List.of("maxRows", "maxNodes", "maxPaths");

    /** The most years that {@code panel} returns. */
    private static final long MAX_YEARS = 100;

    private static final OperationCost ZERO = new OperationCost(0, 0);
    private static final long CAP = 1_000_000_000_000L;

    static OperationCost of(List<ExecutableNormalizedField> fields, GraphQLSchema schema, int maxPageSize) {
        return new Counting(schema, maxPageSize).of(fields, 1);
    }

    /**
     * Counts fields.
     *
     * @param maxPageSize the maximum page size
     */
    private record Counting(GraphQLSchema schema, int maxPageSize) {

        /**
         * The cost of some fields.
         *
         * @param years the number of values in each of their lists of values
         */
        OperationCost of(List<ExecutableNormalizedField> fields, long years) {
            return fields.stream()
                    .map(field -> of(field, years))
                    .reduce(ZERO, (one, other) -> OperationCost.of(one.nodes + other.nodes, one.values + other.values));
        }

        private OperationCost of(ExecutableNormalizedField field, long years) {
            var below = of(field.getChildren(), Math.max(years, years(field)));
            for (var argument : LENGTH_ARGUMENTS) {
                if (field.getResolvedArguments().get(argument) instanceof Integer limit) {
                    return times(Math.max(1, limit), below);
                }
            }
            if (definition(field).getArgument("first") != null) {
                return times(pageSize(field, maxPageSize), below);
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

    /** The number of years a field is requested for, capped at {@link #MAX_YEARS}; 1 if it has no range of years. */
    private static long years(ExecutableNormalizedField field) {
        var arguments = field.getResolvedArguments();
        return arguments.get("fromYear") instanceof Integer from && arguments.get("toYear") instanceof Integer to
                ? Math.max(1, Math.min(MAX_YEARS, (long) to - from + 1))
                : 1;
    }

    private static OperationCost times(long entries, OperationCost below) {
        return of(entries * (1 + below.nodes), 1 + Math.max(1, entries) * below.values);
    }

    private static long pageSize(ExecutableNormalizedField field, int maxPageSize) {
        var arguments = field.getResolvedArguments();
        var requested = arguments.get("first") == null ? arguments.get("last") : arguments.get("first");
        return requested instanceof Integer count
                ? Math.max(0, Math.min(count, maxPageSize))
                : PageRequest.DEFAULT_COUNT;
    }

    private static OperationCost of(long nodes, long values) {
        return new OperationCost(Math.min(CAP, nodes), Math.min(CAP, values));
    }
}
