package io.throughline.graphql.errors;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.cypher.TimeLimitExceededException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Errors that a caller can mend, each with a stable code in its extensions. */
@ControllerAdvice
public class CallerErrorHandler {

    @GraphQlExceptionHandler
    GraphQLError badArgument(InvalidArgumentException problem, DataFetchingEnvironment field) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", "BAD_ARGUMENT");
        extensions.put("argument", problem.argument());
        extensions.putAll(problem.limit());
        return GraphqlErrorBuilder.newError(field)
                .errorType(ErrorType.BAD_REQUEST)
                .message("%s", problem.getMessage())
                .extensions(extensions)
                .build();
    }

    /** Of one field; {@code TimeLimit} then gives the request one for all of them. */
    @GraphQlExceptionHandler
    GraphQLError timeLimit(TimeLimitExceededException problem, DataFetchingEnvironment field) {
        return timeLimit(problem);
    }

    /** Of a field that was not fetched any more, since {@code TimeLimit} ended its request. */
    @GraphQlExceptionHandler
    GraphQLError cancelled(AbortExecutionException problem, DataFetchingEnvironment field) {
        RequestDeadline deadline = field.getGraphQlContext().get(RequestDeadline.KEY);
        return timeLimit(deadline.exceeded());
    }

    public static GraphQLError timeLimit(TimeLimitExceededException problem) {
        return GraphqlErrorBuilder.newError()
                .errorType(ErrorType.BAD_REQUEST)
                .message("%s", problem.getMessage())
                .extensions(Map.of(
                        "code",
                        "TIME_LIMIT",
                        "limitName",
                        "time",
                        "limit",
                        problem.limit().toMillis(),
                        "requested",
                        problem.spent().toMillis()))
                .build();
    }
}
