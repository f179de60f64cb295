package io.throughline.graphql.errors;

import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;

/** Refuses requests that ask for more than a limit allows. */
public final class LimitErrors {

    public static final String TOO_LARGE = "DOCUMENT_TOO_LARGE";
    public static final String TOO_COMPLEX = "DOCUMENT_TOO_COMPLEX";
    public static final String VARIABLES = "VARIABLES_TOO_LARGE";

    private LimitErrors() {}

    /**
     * Does nothing within the limit.
     *
     * @param name the limit's, below {@code throughline.limits}
     * @param advice what to do instead
     * @throws AbortExecutionException beyond it
     */
    public static void check(String code, String name, long requested, long limit, String what, String advice) {
        if (requested > limit) {
            throw refusal(code, name, requested, limit, what, advice);
        }
    }

    public static AbortExecutionException refusal(
            String code, String name, long requested, long limit, String what, String advice) {
        return new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                .message("%s", "%s: %d, and at most %d are allowed; %s".formatted(what, requested, limit, advice))
                .errorType(ErrorType.BAD_REQUEST)
                .extensions(Map.of("code", code, "limitName", name, "limit", limit, "requested", requested))
                .build()));
    }
}
