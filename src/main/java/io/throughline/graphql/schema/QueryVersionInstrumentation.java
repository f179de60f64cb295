package io.throughline.graphql.schema;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.cypher.TimeLimitExceededException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records the graph version that a query reads, unless that was done before. A mutation answers with the version it
 * created, and a subscription with many, so neither has one.
 */
@Component
class QueryVersionInstrumentation extends SimplePerformantInstrumentation {

    private final GraphVersion graph;

    QueryVersionInstrumentation(GraphVersion graph) {
        this.graph = graph;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        var context = execution.getGraphQLContext();
        if (execution.getOperationDefinition().getOperation() == Operation.QUERY) {
            recordVersion(context);
        } else {
            context.delete(GraphVersion.KEY);
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private void recordVersion(GraphQLContext context) {
        try {
            context.computeIfAbsent(GraphVersion.KEY, key -> RequestDeadline.during(context, graph::read));
        } catch (TimeLimitExceededException e) {
            // the first field will fail the same way and report it
        }
    }
}
