package io.throughline.model.search;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks the text before {@code search} is fetched. If the controller rejected it, there would be two further errors:
 * Spring for GraphQL 2.0.4 replaces the missing connection with an empty one of its own, which has no {@code
 * totalCount}.
 */
@Component
class SearchArguments extends SimplePerformantInstrumentation {

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        if (!parameters.getEnvironment().getField().getName().equals("search")) {
            return fetcher;
        }
        return environment -> {
            String text = environment.getArgument("text");
            if (text != null) {
                TextChecks.checkSearched(text);
            }
            return fetcher.get(environment);
        };
    }
}
