package io.throughline.graphql.schema;

import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.ExecutionStrategyInstrumentationContext;
import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldCompleteParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.schema.DataFetcher;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/**
 * All instrumentations of a request. An answer has thousands of fields, and a plain chain would tell every instrumentation of each
 * of them five times. Here they are only asked to decorate data fetchers, and only those that do.
 */
final class RequestInstrumentation extends ChainedInstrumentation {

    /** The methods of instrumentations that are never called. */
    static final Set<String> SKIPPED = Set.of(
            "createState",
            "createStateAsync",
            "beginExecutionStrategy",
            "beginExecuteObject",
            "beginFieldExecution",
            "beginFieldFetch",
            "beginFieldFetching",
            "beginFieldCompletion",
            "beginFieldListCompletion");

    private final List<Instrumentation> decorators;

    /**
     * @throws IllegalArgumentException if one of them implements a method that is never called
     */
    RequestInstrumentation(List<Instrumentation> instrumentations) {
        super(instrumentations);
        for (var instrumentation : instrumentations) {
            for (var method : SKIPPED) {
                if (implemented(instrumentation, method)) {
                    throw new IllegalArgumentException(
                            "%s implements %s, which is never called; use instrumentDataFetcher, or call it in %s"
                                    .formatted(
                                            instrumentation.getClass().getSimpleName(),
                                            method,
                                            getClass().getSimpleName()));
                }
            }
        }
        this.decorators = instrumentations.stream()
                .filter(instrumentation -> implemented(instrumentation, "instrumentDataFetcher"))
                .toList();
    }

    private static boolean implemented(Instrumentation instrumentation, String method) {
        return Arrays.stream(instrumentation.getClass().getMethods())
                .filter(each -> each.getName().equals(method))
                .anyMatch(each -> each.getDeclaringClass() != Instrumentation.class
                        && each.getDeclaringClass() != SimplePerformantInstrumentation.class);
    }

    /** A value that is already there is not wrapped in a future, which the engine would have to wait for. */
    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        var decorated = fetcher;
        for (var decorator : decorators) {
            decorated = decorator.instrumentDataFetcher(decorated, parameters, null);
        }
        if (parameters.isTrivialDataFetcher()) {
            return decorated;
        }
        var asked = decorated;
        return environment -> {
            var value = asked.get(environment);
            return value instanceof CompletableFuture<?> future && future.isDone() && !future.isCompletedExceptionally()
                    ? future.join()
                    : value;
        };
    }

    @Override
    public @Nullable ExecutionStrategyInstrumentationContext beginExecutionStrategy(
            InstrumentationExecutionStrategyParameters parameters, @Nullable InstrumentationState state) {
        return ExecutionStrategyInstrumentationContext.NOOP;
    }

    @Override
    public @Nullable ExecuteObjectInstrumentationContext beginExecuteObject(
            InstrumentationExecutionStrategyParameters parameters, @Nullable InstrumentationState state) {
        return ExecuteObjectInstrumentationContext.NOOP;
    }

    @Override
    public @Nullable InstrumentationContext<Object> beginFieldExecution(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        return null;
    }

    @Override
    public @Nullable FieldFetchingInstrumentationContext beginFieldFetching(
            InstrumentationFieldFetchParameters parameters, @Nullable InstrumentationState state) {
        return FieldFetchingInstrumentationContext.NOOP;
    }

    @Override
    public @Nullable InstrumentationContext<Object> beginFieldCompletion(
            InstrumentationFieldCompleteParameters parameters, @Nullable InstrumentationState state) {
        return null;
    }

    @Override
    public @Nullable InstrumentationContext<Object> beginFieldListCompletion(
            InstrumentationFieldCompleteParameters parameters, @Nullable InstrumentationState state) {
        return null;
    }

    /** Installs it in place of the chain that Spring for GraphQL makes. */
    @Component
    static class Installer implements GraphQlSourceBuilderCustomizer {

        private final ObjectProvider<Instrumentation> instrumentations;

        Installer(ObjectProvider<Instrumentation> instrumentations) {
            this.instrumentations = instrumentations;
        }

        @Override
        public void customize(GraphQlSource.SchemaResourceBuilder builder) {
            builder.configureGraphQl(graphQl -> graphQl.instrumentation(
                    new RequestInstrumentation(instrumentations.orderedStream().toList())));
        }
    }
}
