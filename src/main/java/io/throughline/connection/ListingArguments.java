package io.throughline.connection;

import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives a controller method with a parameter of type {@link Listing} what its field is asked for. */
@Component
class ListingArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Listing.class;
    }

    @Override
    public Listing resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        return Listing.of(environment);
    }
}
