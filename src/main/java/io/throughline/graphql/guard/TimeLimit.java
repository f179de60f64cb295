package io.throughline.graphql.guard;

import static java.util.concurrent.CompletableFuture.completedFuture;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.schema.DataFetcher;
import io.throughline.graphql.errors.CallerErrorHandler;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.limit.RequestLimits;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives every request its {@link RequestDeadline}. A response that is incomplete by then is discarded: a part of it could be
 * mistaken for the whole.
 */
@Component
class TimeLimit extends SimplePerformantInstrumentation {

    private final RequestLimits limits;

    TimeLimit(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        input.getGraphQLContext().computeIfAbsent(RequestDeadline.KEY, key -> RequestDeadline.in(limits.time()));
        return input;
    }

    /** Each result of a subscription has its own deadline. */
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        parameters
                .getExecutionContext()
                .getGraphQLContext()
                .put(RequestDeadline.KEY, RequestDeadline.in(limits.time()));
        return super.beginSubscribedFieldEvent(parameters, state);
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        RequestDeadline deadline = execution.getGraphQLContext().get(RequestDeadline.KEY);
        if (deadline.isOver()) {
            execution.getExecutionInput().cancel();
        }
        return fetcher;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        RequestDeadline deadline = parameters.getGraphQLContext().get(RequestDeadline.KEY);
        return completedFuture(
                deadline.isOver() && !result.getErrors().isEmpty()
                        ? ExecutionResult.newExecutionResult()
                                .data(null)
                                .addError(CallerErrorHandler.error(deadline.exceeded()))
                                .extensions(result.getExtensions())
                                .build()
                        : result);
    }
}
