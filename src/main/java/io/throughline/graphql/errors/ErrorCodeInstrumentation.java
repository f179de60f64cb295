package io.throughline.graphql.errors;

import graphql.ErrorClassification;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Document;
import graphql.validation.ValidationError;
import io.throughline.infra.limit.RequestLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives every error a stable {@code code} in its extensions, unless it already has one, and suggests names of the schema for
 * misspelt ones, unless the schema is hidden. Messages repeat input, so they are
 * truncated, and unpaired surrogates, which cannot be encoded, are replaced.
 */
@Component
@Order(0)
public class ErrorCodeInstrumentation extends SimplePerformantInstrumentation {

    private static final int MAX_MESSAGE_LENGTH = 500;

    private static final Map<String, String> CODES = Map.of(
            "InvalidSyntax", "GRAPHQL_PARSE_FAILED",
            "ValidationError", "GRAPHQL_VALIDATION_FAILED",
            "OperationNotSupported", "GRAPHQL_VALIDATION_FAILED",
            "BadFaithIntrospection", LimitErrors.DOCUMENT_TOO_COMPLEX,
            "IntrospectionDisabled", "INTROSPECTION_DISABLED",
            "BAD_REQUEST", "BAD_REQUEST",
            "NOT_FOUND", "NOT_FOUND");

    private final RequestLimits limits;

    public ErrorCodeInstrumentation(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        if (result.getErrors().isEmpty()) {
            return CompletableFuture.completedFuture(result);
        }
        Document document = parameters.getExecutionInput().getGraphQLContext().get(Document.class);
        var suggestions = limits.introspection() ? new SchemaSuggestions(parameters.getSchema()) : null;
        var errors = result.getErrors().stream()
                .filter(error -> !isConsequence(error, result.getErrors()))
                .map(error -> withCode(error, document, suggestions))
                .toList();
        return CompletableFuture.completedFuture(result.transform(builder -> builder.errors(errors)));
    }

    /** Whether the error only reports a missing value at or below a field that failed anyway. */
    private static boolean isConsequence(GraphQLError error, List<GraphQLError> all) {
        return "NullValueInNonNullableField".equals(String.valueOf(error.getErrorType()))
                && all.stream().anyMatch(other -> other != error && contains(other.getPath(), error.getPath()));
    }

    private static boolean contains(@Nullable List<Object> path, @Nullable List<Object> other) {
        return path != null
                && other != null
                && path.size() <= other.size()
                && path.equals(other.subList(0, path.size()));
    }

    /** Keeps the document for messages about validation errors. */
    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
        parameters.getExecutionInput().getGraphQLContext().put(Document.class, parameters.getDocument());
        return super.beginValidation(parameters, state);
    }

    /**
     * Adds the code and where the error is.
     *
     * @param suggestions null if the schema is hidden
     */
    private static GraphQLError withCode(
            GraphQLError error, @Nullable Document document, @Nullable SchemaSuggestions suggestions) {
        var extensions = new LinkedHashMap<String, Object>(ValidationMessages.place(error, document));
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.putIfAbsent("code", code(error.getErrorType()));
        var message = ValidationMessages.of(error, document);
        var meant =
                suggestions == null ? List.<String>of() : suggestions.of(message, (List<?>) extensions.get("field"));
        if (!meant.isEmpty()) {
            message += "; did you mean %s?".formatted(String.join(" or ", meant));
            extensions.put("suggestions", meant);
        }
        var coded = GraphqlErrorBuilder.newError()
                .message("%s", sanitized(message))
                .errorType(error.getErrorType())
                .extensions(extensions);
        if (error.getLocations() != null) {
            coded.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            coded.path(error.getPath());
        }
        return coded.build();
    }

    private static String sanitized(String message) {
        var sanitized = message.codePoints()
                .limit(MAX_MESSAGE_LENGTH)
                .map(codePoint -> Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return sanitized.length() < message.length() ? sanitized + "…" : sanitized.toString();
    }

    private static String code(@Nullable ErrorClassification classification) {
        return classification == null
                ? "INTERNAL_ERROR"
                : CODES.getOrDefault(classification.toString(), "INTERNAL_ERROR");
    }
}
