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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives every error a stable {@code code} in its extensions; those that know a better one keep theirs. A message repeats
 * what was sent, so it is cut to a length, and halves of surrogate pairs, which no encoding can hold, are replaced.
 */
@Component
@Order(0)
public class ErrorCodeInstrumentation extends SimplePerformantInstrumentation {

    private static final int LONGEST = 500;

    private static final Map<String, String> CODES = Map.of(
            "InvalidSyntax", "GRAPHQL_PARSE_FAILED",
            "ValidationError", "GRAPHQL_VALIDATION_FAILED",
            "OperationNotSupported", "GRAPHQL_VALIDATION_FAILED",
            "BadFaithIntrospection", LimitErrors.TOO_COMPLEX,
            "IntrospectionDisabled", "INTROSPECTION_DISABLED",
            "BAD_REQUEST", "BAD_REQUEST",
            "NOT_FOUND", "NOT_FOUND");

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        if (result.getErrors().isEmpty()) {
            return CompletableFuture.completedFuture(result);
        }
        Document document = parameters.getExecutionInput().getGraphQLContext().get(Document.class);
        var errors = result.getErrors().stream()
                .filter(error -> !follows(error, result.getErrors()))
                .map(error -> coded(error, document))
                .toList();
        return CompletableFuture.completedFuture(result.transform(builder -> builder.errors(errors)));
    }

    /** Whether it says no more than that a field which failed has no value, nor anything below it. */
    private static boolean follows(GraphQLError error, List<GraphQLError> all) {
        return "NullValueInNonNullableField".equals(String.valueOf(error.getErrorType()))
                && all.stream().anyMatch(other -> other != error && isAt(other.getPath(), error.getPath()));
    }

    private static boolean isAt(@Nullable List<Object> path, @Nullable List<Object> below) {
        return path != null
                && below != null
                && path.size() <= below.size()
                && path.equals(below.subList(0, path.size()));
    }

    /** Keeps the document for the messages: what is valid makes none. */
    @Override
    public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
        parameters.getExecutionInput().getGraphQLContext().put(Document.class, parameters.getDocument());
        return super.beginValidation(parameters, state);
    }

    private static GraphQLError coded(GraphQLError error, @Nullable Document document) {
        var extensions = new LinkedHashMap<String, Object>(ValidationMessages.place(error, document));
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.putIfAbsent("code", code(error.getErrorType()));
        var coded = GraphqlErrorBuilder.newError()
                .message("%s", shown(ValidationMessages.of(error, document)))
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

    private static String shown(String message) {
        var whole = message.codePoints()
                .limit(LONGEST)
                .map(codePoint -> Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return whole.length() < message.length() ? whole + "…" : whole.toString();
    }

    private static String code(@Nullable ErrorClassification classification) {
        return classification == null
                ? "INTERNAL_ERROR"
                : CODES.getOrDefault(classification.toString(), "INTERNAL_ERROR");
    }
}
