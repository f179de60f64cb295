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
 * Notes of which state of the graph a query is, unless that was done before. What a mutation answers is of the state it
 * made, and what a subscription answers of many.
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
            note(context);
        } else {
            context.delete(GraphVersion.KEY);
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private void note(GraphQLContext context) {
        var deadline = context.<@Nullable RequestDeadline>get(RequestDeadline.KEY);
        try {
            context.computeIfAbsent(
                    GraphVersion.KEY, key -> deadline == null ? graph.read() : deadline.during(graph::read));
        } catch (TimeLimitExceededException e) {
            // then so will be the first field, which can say so
        }
    }
}
