package io.throughline.graphql.security;

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
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.stereotype.Component;

/**
 * Rejects mutations of callers without any role before validation, so that they cannot find out which mutations exist. The
 * role that a mutation requires is checked at its controller.
 */
@Component
class MutationGuard extends SimplePerformantInstrumentation {

    private final RoleHierarchy roles;

    MutationGuard(RoleHierarchy roles) {
        this.roles = roles;
    }

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables document,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        var hasMutation = document.getDocument().getDefinitionsOfType(OperationDefinition.class).stream()
                .anyMatch(operation -> operation.getOperation() == Operation.MUTATION);
        if (hasMutation) {
            check(parameters.getExecutionInput().getGraphQLContext());
        }
        return document;
    }

    /** Also covers cached documents, which skip the check above. */
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        if (execution.getOperationDefinition().getOperation() == Operation.MUTATION) {
            check(execution.getGraphQLContext());
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private void check(GraphQLContext request) {
        var caller = RequestCaller.of(request);
        if (!caller.has(Role.CURATOR, roles)) {
            throw new AbortExecutionException(List.of(AccessErrors.error(caller, GraphqlErrorBuilder.newError())));
        }
    }
}
