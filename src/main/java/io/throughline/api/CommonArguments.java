package io.throughline.api;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.connection.BadArgument;
import io.throughline.connection.Filters;
import io.throughline.connection.Listing;
import io.throughline.entity.MergedIds;
import io.throughline.limit.Limits;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks the arguments that mean the same everywhere, before a field is fetched: ids, the page, filter and order. An id that
 * is only unknown is left to the field, and one of a merged agent means the survivor.
 */
@Component
class CommonArguments extends SimplePerformantInstrumentation {

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/,'()&:-]{0,299}");

    private final Filters filters;
    private final MergedIds merged;
    private final int mostOfPage;

    CommonArguments(Filters filters, MergedIds merged, Limits limits) {
        this.filters = filters;
        this.merged = merged;
        this.mostOfPage = limits.pageSize();
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        var field = parameters.getEnvironment().getFieldDefinition();
        if (field.getArguments().isEmpty()) {
            return fetcher;
        }
        return environment -> {
            checkIds(field, environment);
            if (field.getArgument("after") != null) {
                checkCount("first", environment);
                checkCount("last", environment);
                filters.check(Listing.of(environment));
            }
            return fetcher.get(withSurvivors(field, environment));
        };
    }

    /** With the ids of merged agents replaced by those of their survivors, wherever in the arguments they stand. */
    private DataFetchingEnvironment withSurvivors(GraphQLFieldDefinition field, DataFetchingEnvironment environment) {
        if (field.getArguments().stream().noneMatch(argument -> GivenIds.canHold(argument.getType()))) {
            return environment;
        }
        var survivors = merged.survivors();
        return survivors.isEmpty() ? environment : GivenIds.replace(field, environment, survivors);
    }

    private void checkCount(String argument, DataFetchingEnvironment environment) {
        Integer count = environment.getArgument(argument);
        if (count != null && (count < 0 || count > mostOfPage)) {
            throw BadArgument.beyond(
                    "page-size", argument, count, "a whole number from 0 to " + mostOfPage, mostOfPage, count);
        }
    }

    private static void checkIds(GraphQLFieldDefinition field, DataFetchingEnvironment environment) {
        for (var argument : field.getArguments()) {
            if (GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals("ID")) {
                var value = environment.<Object>getArgument(argument.getName());
                for (var id : value instanceof List<?> ids ? ids : value == null ? List.of() : List.of(value)) {
                    if (!ID.matcher(id.toString()).matches()) {
                        throw new BadArgument(
                                argument.getName(), id, "a readable id such as race-to-zero, boston or US-MA");
                    }
                }
            }
        }
    }
}
