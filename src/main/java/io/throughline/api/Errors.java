package io.throughline.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import io.throughline.connection.BadArgument;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Errors that a caller can mend, each with a stable code in its extensions. */
@ControllerAdvice
class Errors {

    @GraphQlExceptionHandler
    GraphQLError badArgument(BadArgument problem, DataFetchingEnvironment field) {
        return GraphqlErrorBuilder.newError(field)
                .errorType(ErrorType.BAD_REQUEST)
                .message("%s", problem.getMessage())
                .extensions(Map.of("code", "BAD_ARGUMENT", "argument", problem.argument()))
                .build();
    }
}
