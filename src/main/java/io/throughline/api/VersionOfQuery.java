package io.throughline.api;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import io.throughline.cypher.GraphVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notes of which state of the graph a query is, unless that was done before. What a mutation answers is of the state it
 * made, and what a subscription answers of many.
 */
@Component
class VersionOfQuery extends SimplePerformantInstrumentation {

    private final GraphVersion graph;

    VersionOfQuery(GraphVersion graph) {
        this.graph = graph;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        var context = execution.getGraphQLContext();
        if (execution.getOperationDefinition().getOperation() == Operation.QUERY) {
            context.computeIfAbsent(GraphVersion.KEY, key -> graph.read());
        } else {
            context.delete(GraphVersion.KEY);
        }
        return super.beginExecuteOperation(parameters, state);
    }
}
