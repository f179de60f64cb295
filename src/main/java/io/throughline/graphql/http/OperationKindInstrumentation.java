package io.throughline.graphql.http;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Notes of which kind an operation is, and ends it when it did not come by a way for its kind. */
@Component
class OperationKindInstrumentation extends SimplePerformantInstrumentation {

    static final String BY_POST_ONLY = "METHOD_NOT_ALLOWED";
    static final String NEEDS_STREAM = "SUBSCRIPTION_NEEDS_STREAM";

    private static final String POSSIBLE = OperationKindInstrumentation.class.getName() + ".possible";

    /** Asks that only these kinds be run. */
    static ExecutionInput only(Set<Operation> kinds, ExecutionInput input) {
        input.getGraphQLContext().put(POSSIBLE, kinds);
        return input;
    }

    static boolean isQuery(GraphQLContext context) {
        return context.get(Operation.class) == Operation.QUERY;
    }

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables document,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        var input = parameters.getExecutionInput();
        var context = input.getGraphQLContext();
        document.getDocument().getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> input.getOperationName() == null
                        || input.getOperationName().isEmpty()
                        || input.getOperationName().equals(operation.getName()))
                .findFirst()
                .ifPresent(operation -> check(operation, context));
        return document;
    }

    /** A document that was checked before is not looked at above. */
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        check(execution.getOperationDefinition(), execution.getGraphQLContext());
        return super.beginExecuteOperation(parameters, state);
    }

    private static void check(OperationDefinition operation, GraphQLContext context) {
        var kind = operation.getOperation();
        context.put(Operation.class, kind);
        Set<Operation> possible = context.get(POSSIBLE);
        if (possible == null || possible.contains(kind)) {
            return;
        }
        throw possible.contains(Operation.MUTATION)
                ? refusal(NEEDS_STREAM, "a subscription needs Accept: text/event-stream, or a WebSocket")
                : refusal(
                        BY_POST_ONLY,
                        "only queries can be sent by GET, and subscriptions with Accept: text/event-stream");
    }

    private static AbortExecutionException refusal(String code, String message) {
        return new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                .message(message)
                .errorType(ErrorType.BAD_REQUEST)
                .extensions(Map.of("code", code))
                .build()));
    }
}
