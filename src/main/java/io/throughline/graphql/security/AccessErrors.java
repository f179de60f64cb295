package io.throughline.graphql.security;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Refuses what a caller may not do, in the same words wherever that is noticed. */
@ControllerAdvice
class AccessErrors {

    static final String NEEDS_TOKEN = "this needs a token: send it in the header Authorization, after the word Bearer";
    static final String LACKS_ROLE = "your token does not have the role for this";

    @GraphQlExceptionHandler
    GraphQLError denied(AccessDeniedException problem, DataFetchingEnvironment field) {
        return refusal(RequestCaller.of(field.getGraphQlContext()), GraphqlErrorBuilder.newError(field));
    }

    /** Without any security context, as in a test. */
    @GraphQlExceptionHandler
    GraphQLError nobody(AuthenticationException problem, DataFetchingEnvironment field) {
        return refusal(RequestCaller.of(field.getGraphQlContext()), GraphqlErrorBuilder.newError(field));
    }

    static GraphQLError refusal(RequestCaller caller, GraphqlErrorBuilder<?> error) {
        return caller.isNamed()
                ? error.message(LACKS_ROLE)
                        .errorType(ErrorType.FORBIDDEN)
                        .extensions(Map.of("code", "FORBIDDEN"))
                        .build()
                : error.message(NEEDS_TOKEN)
                        .errorType(ErrorType.UNAUTHORIZED)
                        .extensions(Map.of("code", "UNAUTHORIZED"))
                        .build();
    }
}
