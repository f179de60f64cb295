package io.throughline.graphql.connection;

import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Resolves controller parameters of type {@link ListRequest}. */
@Component
class ListRequestResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListRequest.class;
    }

    @Override
    public ListRequest resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        return ListRequest.of(environment);
    }
}
