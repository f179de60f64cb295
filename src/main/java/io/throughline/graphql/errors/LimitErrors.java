package io.throughline.graphql.errors;

import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;

/** Errors for requests that exceed a limit. */
public final class LimitErrors {

    public static final String DOCUMENT_TOO_LARGE = "DOCUMENT_TOO_LARGE";
    public static final String DOCUMENT_TOO_COMPLEX = "DOCUMENT_TOO_COMPLEX";
    public static final String VARIABLES_TOO_LARGE = "VARIABLES_TOO_LARGE";

    private LimitErrors() {}

    /**
     * Checks a limit.
     *
     * @param name the name of the limit under {@code throughline.limits}
     * @param advice what the caller can do instead
     * @throws AbortExecutionException if the limit is exceeded
     */
    public static void check(String code, String name, long requested, long limit, String what, String advice) {
        if (requested > limit) {
            throw error(code, name, requested, limit, what, advice);
        }
    }

    public static AbortExecutionException error(
            String code, String name, long requested, long limit, String what, String advice) {
        return new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                .message("%s", "%s: %d (limit %d); %s".formatted(what, requested, limit, advice))
                .errorType(ErrorType.BAD_REQUEST)
                .extensions(Map.of("code", code, "limitName", name, "limit", limit, "requested", requested))
                .build()));
    }
}
