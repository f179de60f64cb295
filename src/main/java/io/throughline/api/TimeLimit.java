package io.throughline.api;

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
import io.throughline.cypher.Deadline;
import io.throughline.limit.Limits;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives every request its {@link Deadline}. An answer that is not whole by then is none: a part of it could be taken for
 * all there is.
 */
@Component
class TimeLimit extends SimplePerformantInstrumentation {

    private final Limits limits;

    TimeLimit(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ExecutionInput instrumentExecutionInput(
            ExecutionInput input, InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
        input.getGraphQLContext().computeIfAbsent(Deadline.KEY, key -> Deadline.in(limits.time()));
        return input;
    }

    /** Each result of a subscription has a time of its own. */
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        parameters.getExecutionContext().getGraphQLContext().put(Deadline.KEY, Deadline.in(limits.time()));
        return super.beginSubscribedFieldEvent(parameters, state);
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        Deadline deadline = execution.getGraphQLContext().get(Deadline.KEY);
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
        Deadline deadline = parameters.getGraphQLContext().get(Deadline.KEY);
        return completedFuture(
                deadline.isOver() && !result.getErrors().isEmpty()
                        ? ExecutionResult.newExecutionResult()
                                .data(null)
                                .addError(Errors.timeLimit(deadline.exceeded()))
                                .extensions(result.getExtensions())
                                .build()
                        : result);
    }
}
