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

/** Records the kind of an operation and rejects it if the transport does not allow that kind. */
@Component
class OperationKindInstrumentation extends SimplePerformantInstrumentation {

    static final String BY_POST_ONLY = "METHOD_NOT_ALLOWED";
    static final String NEEDS_STREAM = "SUBSCRIPTION_NEEDS_STREAM";

    private static final String ALLOWED = OperationKindInstrumentation.class.getName() + ".allowed";

    /** Allows only these kinds of operation. */
    static ExecutionInput allow(Set<Operation> kinds, ExecutionInput input) {
        input.getGraphQLContext().put(ALLOWED, kinds);
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

    /** Also covers cached documents, which skip the check above. */
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
        Set<Operation> allowed = context.get(ALLOWED);
        if (allowed == null || allowed.contains(kind)) {
            return;
        }
        throw allowed.contains(Operation.MUTATION)
                ? error(
                        NEEDS_STREAM,
                        "a subscription needs a stream; send Accept: text/event-stream, or use a WebSocket")
                : error(
                        BY_POST_ONLY,
                        "GET allows queries, and subscriptions with Accept: text/event-stream; send this operation by POST");
    }

    private static AbortExecutionException error(String code, String message) {
        return new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                .message(message)
                .errorType(ErrorType.BAD_REQUEST)
                .extensions(Map.of("code", code))
                .build()));
    }
}
