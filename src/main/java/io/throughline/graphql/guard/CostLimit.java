package io.throughline.graphql.guard;

import static java.util.concurrent.CompletableFuture.completedFuture;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationFactory.Options;
import io.throughline.graphql.entity.FieldSelection;
import io.throughline.graphql.errors.LimitErrors;
import io.throughline.infra.limit.RequestLimits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rejects operations whose nested pages could return too much, before anything is fetched, and reports the cost of every
 * operation in {@code extensions.cost}. It walks all fields anyway, so it also records the {@link FieldSelection}.
 */
@Component
class CostLimit extends SimplePerformantInstrumentation {

    private final RequestLimits limits;

    CostLimit(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        var execution = parameters.getExecutionContext();
        var operation = operation(parameters);
        selection(operation).putInto(execution.getGraphQLContext());
        var cost = OperationCost.of(operation.getTopLevelFields(), execution.getGraphQLSchema(), limits.pageSize());
        execution.getGraphQLContext().put(OperationCost.class, cost);
        var advice = "request smaller pages (first) or nest fewer of them";
        LimitErrors.check(
                LimitErrors.DOCUMENT_TOO_COMPLEX,
                "cost",
                cost.nodes(),
                limits.cost(),
                "nodes if every page were full",
                advice);
        LimitErrors.check(
                LimitErrors.DOCUMENT_TOO_COMPLEX,
                "values",
                cost.values(),
                limits.values(),
                "values if every page were full",
                advice);
        return super.beginExecuteOperation(parameters, state);
    }

    private static FieldSelection selection(ExecutableNormalizedOperation operation) {
        var fields = new HashMap<String, Set<String>>();
        operation
                .getNormalizedFieldToMergedField()
                .keySet()
                .forEach(field -> field.getObjectTypeNames()
                        .forEach(type -> fields.computeIfAbsent(type, name -> new HashSet<>())
                                .add(field.getFieldName())));
        return FieldSelection.of(fields);
    }

    private ExecutableNormalizedOperation operation(InstrumentationExecuteOperationParameters parameters) {
        var execution = parameters.getExecutionContext();
        try {
            return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                    execution.getGraphQLSchema(),
                    execution.getOperationDefinition(),
                    execution.getFragmentsByName(),
                    execution.getCoercedVariables(),
                    Options.defaultOptions()
                            .graphQLContext(execution.getGraphQLContext())
                            .locale(execution.getLocale())
                            .maxFieldsCount(limits.fields()));
        } catch (AbortExecutionException tooMany) {
            throw LimitErrors.error(
                    LimitErrors.DOCUMENT_TOO_COMPLEX,
                    "fields",
                    limits.fields() + 1L,
                    limits.fields(),
                    "fields, counted so far",
                    "split the request");
        }
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        OperationCost cost = parameters.getGraphQLContext().get(OperationCost.class);
        return completedFuture(
                cost == null
                        ? result
                        : result.transform(answer -> answer.addExtension(
                                "cost", Map.of("requested", cost.nodes(), "limit", limits.cost()))));
    }
}
