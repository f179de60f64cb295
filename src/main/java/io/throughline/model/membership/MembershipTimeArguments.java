package io.throughline.model.membership;

import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Resolves parameters of controller methods of type {@link MembershipTime} from the arguments of the field. */
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
