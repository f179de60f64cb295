package io.throughline.http;

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
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Notes whether an operation is a query, and ends it when it must be one and is not. */
@Component
class OperationKinds extends SimplePerformantInstrumentation {

    static final String NOT_A_QUERY = "METHOD_NOT_ALLOWED";

    private static final String SAFE = OperationKinds.class.getName() + ".safe";

    /** Asks that only queries be run. */
    static ExecutionInput onlyQueries(ExecutionInput input) {
        input.getGraphQLContext().put(SAFE, true);
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
        context.put(Operation.class, operation.getOperation());
        if (context.hasKey(SAFE) && !isQuery(context)) {
            throw new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                    .message("only queries can be sent by GET")
                    .errorType(ErrorType.BAD_REQUEST)
                    .extensions(Map.of("code", NOT_A_QUERY))
                    .build()));
        }
    }
}
