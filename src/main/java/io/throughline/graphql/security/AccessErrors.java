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

/** Errors for missing permissions, with the same wording wherever they are detected. */
@ControllerAdvice
class AccessErrors {

    static final String NEEDS_TOKEN = "a token is required; send it as Authorization: Bearer TOKEN";
    static final String LACKS_ROLE = "your token does not have the required role; ask an admin for it";

    @GraphQlExceptionHandler
    GraphQLError denied(AccessDeniedException exception, DataFetchingEnvironment field) {
        return error(RequestCaller.of(field.getGraphQlContext()), GraphqlErrorBuilder.newError(field));
    }

    /** If there is no security context, as in tests. */
    @GraphQlExceptionHandler
    GraphQLError unauthenticated(AuthenticationException exception, DataFetchingEnvironment field) {
        return error(RequestCaller.of(field.getGraphQlContext()), GraphqlErrorBuilder.newError(field));
    }

    static GraphQLError error(RequestCaller caller, GraphqlErrorBuilder<?> builder) {
        return caller.isAuthenticated()
                ? builder.message(LACKS_ROLE)
                        .errorType(ErrorType.FORBIDDEN)
                        .extensions(Map.of("code", "FORBIDDEN"))
                        .build()
                : builder.message(NEEDS_TOKEN)
                        .errorType(ErrorType.UNAUTHORIZED)
                        .extensions(Map.of("code", "UNAUTHORIZED"))
                        .build();
    }
}
