package io.throughline.graphql.errors;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.schema.DataFetchingEnvironment;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.problem.CodedProblem;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Turns exceptions that are a {@link CodedProblem} into GraphQL errors with the same code. */
@Component
public class CallerErrorHandler extends DataFetcherExceptionResolverAdapter {

    @Override
    protected @Nullable GraphQLError resolveToSingleError(Throwable exception, DataFetchingEnvironment field) {
        // a field that was not fetched because TimeLimit had ended its request
        if (exception instanceof AbortExecutionException) {
            RequestDeadline deadline = field.getGraphQlContext().get(RequestDeadline.KEY);
            return error(deadline.exceeded(), GraphqlErrorBuilder.newError(field));
        }
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
                .filter(CodedProblem.class::isInstance)
                .findFirst()
                .map(problem -> error((CodedProblem) problem, GraphqlErrorBuilder.newError(field)))
                .orElse(null);
    }

    /** An error about the whole request. */
    public static GraphQLError error(CodedProblem problem) {
        return error(problem, GraphqlErrorBuilder.newError());
    }

    private static GraphQLError error(CodedProblem problem, GraphqlErrorBuilder<?> builder) {
        return builder.errorType(ErrorType.BAD_REQUEST)
                .message("%s", problem.getMessage())
                .extensions(problem.extensions())
                .build();
    }
}
