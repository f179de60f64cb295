package io.throughline.graphql.schema;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.language.Field;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.MergedIds;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.limit.RequestLimits;
import io.throughline.reference.id.IdSyntax;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks the arguments that all fields share before a field is fetched: ids, paging, filter and order. Ids of merged agents
 * are replaced by the survivor's; an id that nothing has is an error, unless it says what to look up.
 */
@Component
class CommonArgumentChecks extends SimplePerformantInstrumentation {

    /**
     * The arguments of a field to check.
     *
     * @param ids the arguments that are ids or lists of ids
     * @param paged whether the field returns a page of a list
     * @param canHoldIds whether ids can occur anywhere in its arguments, e.g. in a filter
     * @param looksUp whether it looks up what has the id, or is given the id of something that is not in the graph
     */
    private record CheckedArguments(List<String> ids, boolean paged, boolean canHoldIds, boolean looksUp) {

        static CheckedArguments of(GraphQLFieldDefinition field) {
            return new CheckedArguments(
                    field.getArguments().stream()
                            .filter(argument -> GraphQLTypeUtil.unwrapAll(argument.getType())
                                    .getName()
                                    .equals("ID"))
                            .map(GraphQLArgument::getName)
                            .toList(),
                    field.getArgument("after") != null,
                    field.getArguments().stream().anyMatch(argument -> IdArguments.canHold(argument.getType())),
                    Stream.of("id", "ids", "file").anyMatch(name -> field.getArgument(name) != null));
        }
    }

    /** By field; the field definitions of the schema never change. */
    private final Map<GraphQLFieldDefinition, CheckedArguments> byField = new ConcurrentHashMap<>();

    private final FilterRegistry filters;
    private final MergedIds merged;
    private final UnknownIdCheck existing;
    private final int maxPageSize;

    CommonArgumentChecks(FilterRegistry filters, MergedIds merged, UnknownIdCheck existing, RequestLimits limits) {
        this.filters = filters;
        this.merged = merged;
        this.existing = existing;
        this.maxPageSize = limits.pageSize();
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        var arguments = argumentsOf(parameters.getEnvironment().getFieldDefinition());
        if (!arguments.canHoldIds() && !arguments.paged()) {
            return fetcher;
        }
        var mustExist = arguments.canHoldIds() && !arguments.looksUp() && !isChange(parameters);
        return original -> fetcher.get(
                RequestDeadline.during(original.getGraphQlContext(), () -> checked(original, arguments, mustExist)));
    }

    private DataFetchingEnvironment checked(
            DataFetchingEnvironment original, CheckedArguments arguments, boolean mustExist) {
        var passed = passed(original);
        if (passed.contains(original.getField())) {
            return arguments.canHoldIds() ? withSurvivors(original) : original;
        }
        arguments.ids().forEach(argument -> checkIds(argument, original));
        var environment = arguments.canHoldIds() ? withSurvivors(original) : original;
        if (mustExist) {
            existing.check(environment);
        }
        if (arguments.paged()) {
            checkCount("first", environment);
            checkCount("last", environment);
            filters.check(ListRequest.of(environment));
        }
        passed.add(original.getField());
        return environment;
    }

    /** The fields of this request's document whose arguments passed; they are the same for every parent. */
    private static Set<Field> passed(DataFetchingEnvironment environment) {
        return environment
                .getGraphQlContext()
                .computeIfAbsent(CommonArgumentChecks.class, key -> ConcurrentHashMap.newKeySet());
    }

    /** Mutations say themselves which of their inputs is unknown. */
    private static boolean isChange(InstrumentationFieldFetchParameters parameters) {
        var schema = parameters.getExecutionContext().getGraphQLSchema();
        return parameters.getEnvironment().getParentType() == schema.getMutationType();
    }

    /** Replaces the ids of merged agents by their survivors', anywhere in the arguments. */
    private DataFetchingEnvironment withSurvivors(DataFetchingEnvironment environment) {
        var survivors = merged.survivors(environment.getGraphQlContext());
        return survivors.isEmpty()
                ? environment
                : IdArguments.replace(environment.getFieldDefinition(), environment, survivors);
    }

    private CheckedArguments argumentsOf(GraphQLFieldDefinition field) {
        var known = byField.get(field);
        return known == null ? byField.computeIfAbsent(field, CheckedArguments::of) : known;
    }

    private void checkCount(String argument, DataFetchingEnvironment environment) {
        Integer count = environment.getArgument(argument);
        if (count != null && (count < 0 || count > maxPageSize)) {
            throw InvalidArgumentException.overLimit(
                    "page-size", argument, count, "a whole number from 0 to " + maxPageSize, maxPageSize, count);
        }
    }

    private static void checkIds(String argument, DataFetchingEnvironment environment) {
        var value = environment.<Object>getArgument(argument);
        for (var id : value instanceof List<?> ids ? ids : value == null ? List.of() : List.of(value)) {
            if (!IdSyntax.canBeId(id.toString())) {
                throw new InvalidArgumentException(argument, id, "an id such as race-to-zero, boston or US-MA");
            }
        }
    }
}
