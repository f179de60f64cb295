package io.throughline.api;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.connection.BadArgument;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses an id that cannot be one, before it reaches a statement; an id that is only unknown is left to the field. */
@Component
class IdArguments extends SimplePerformantInstrumentation {

    private static final Pattern WELL_FORMED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/,'()&:-]{0,299}");

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        var arguments = parameters.getEnvironment().getFieldDefinition().getArguments().stream()
                .filter(IdArguments::isId)
                .map(GraphQLArgument::getName)
                .toList();
        return arguments.isEmpty() ? fetcher : checked(arguments, fetcher);
    }

    private static DataFetcher<?> checked(List<String> arguments, DataFetcher<?> fetcher) {
        return environment -> {
            for (var argument : arguments) {
                var id = environment.<Object>getArgument(argument);
                if (id instanceof String text && !WELL_FORMED.matcher(text).matches()) {
                    throw new BadArgument(argument, text, "a readable id such as race-to-zero, boston or US-MA");
                }
            }
            return fetcher.get(environment);
        };
    }

    private static boolean isId(GraphQLArgument argument) {
        return GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals("ID");
    }
}
