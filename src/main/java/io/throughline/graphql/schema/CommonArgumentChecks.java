package io.throughline.graphql.schema;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.MergedIds;
import io.throughline.infra.limit.RequestLimits;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks the arguments that mean the same everywhere, before a field is fetched: ids, the page, filter and order. An id that
 * is only unknown is left to the field, and one of a merged agent means the survivor.
 */
@Component
class CommonArgumentChecks extends SimplePerformantInstrumentation {

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/,'()&:-]{0,299}");

    /**
     * What of a field is to be checked.
     *
     * @param ids its arguments that are ids or lists of them
     * @param paged whether it gives a page of a list
     * @param mayName whether ids can stand anywhere in its arguments, as in a filter
     */
    private record Common(List<String> ids, boolean paged, boolean mayName) {

        static Common of(GraphQLFieldDefinition field) {
            return new Common(
                    field.getArguments().stream()
                            .filter(argument -> GraphQLTypeUtil.unwrapAll(argument.getType())
                                    .getName()
                                    .equals("ID"))
                            .map(GraphQLArgument::getName)
                            .toList(),
                    field.getArgument("after") != null,
                    field.getArguments().stream().anyMatch(argument -> IdArguments.canHold(argument.getType())));
        }
    }

    /** Of the fields of the schema, which are never made anew. */
    private final Map<GraphQLFieldDefinition, Common> byField = new ConcurrentHashMap<>();

    private final FilterRegistry filters;
    private final MergedIds merged;
    private final int mostOfPage;

    CommonArgumentChecks(FilterRegistry filters, MergedIds merged, RequestLimits limits) {
        this.filters = filters;
        this.merged = merged;
        this.mostOfPage = limits.pageSize();
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        var arguments = common(parameters.getEnvironment().getFieldDefinition());
        if (!arguments.mayName() && !arguments.paged()) {
            return fetcher;
        }
        return given -> {
            arguments.ids().forEach(argument -> checkIds(argument, given));
            var environment = arguments.mayName() ? withSurvivors(given) : given;
            if (arguments.paged()) {
                checkCount("first", environment);
                checkCount("last", environment);
                filters.check(ListRequest.of(environment));
            }
            return fetcher.get(environment);
        };
    }

    /** With the ids of merged agents replaced by those of their survivors, wherever in the arguments they stand. */
    private DataFetchingEnvironment withSurvivors(DataFetchingEnvironment environment) {
        var survivors = merged.survivors(environment.getGraphQlContext());
        return survivors.isEmpty()
                ? environment
                : IdArguments.replace(environment.getFieldDefinition(), environment, survivors);
    }

    private Common common(GraphQLFieldDefinition field) {
        var known = byField.get(field);
        return known == null ? byField.computeIfAbsent(field, Common::of) : known;
    }

    private void checkCount(String argument, DataFetchingEnvironment environment) {
        Integer count = environment.getArgument(argument);
        if (count != null && (count < 0 || count > mostOfPage)) {
            throw InvalidArgumentException.beyond(
                    "page-size", argument, count, "a whole number from 0 to " + mostOfPage, mostOfPage, count);
        }
    }

    private static void checkIds(String argument, DataFetchingEnvironment environment) {
        var value = environment.<Object>getArgument(argument);
        for (var id : value instanceof List<?> ids ? ids : value == null ? List.of() : List.of(value)) {
            if (!ID.matcher(id.toString()).matches()) {
                throw new InvalidArgumentException(argument, id, "a readable id such as race-to-zero, boston or US-MA");
            }
        }
    }
}
