package io.throughline.model.membership;

import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives a controller method with a parameter of type {@link MembershipTime} the time its field is asked for. */
@Component
class MembershipTimeArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == MembershipTime.class;
    }

    @Override
    public MembershipTime resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        return MembershipTime.of(environment);
    }
}
