package io.throughline.graphql.security;

import graphql.GraphQLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of a request. */
final class RequestCaller {

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    private final @Nullable Authentication authentication;

    private RequestCaller(@Nullable Authentication authentication) {
        this.authentication = authentication;
    }

    /** The caller of a GraphQL request, whose context carries the authentication between threads. */
    static RequestCaller of(GraphQLContext request) {
        SecurityContext security = request.get(SecurityContext.class.getName());
        return new RequestCaller(
                (security == null ? SecurityContextHolder.getContext() : security).getAuthentication());
    }

    /** Whether the caller sent a valid token. */
    boolean isAuthenticated() {
        return TRUST.isAuthenticated(authentication);
    }

    boolean has(Role role, RoleHierarchy hierarchy) {
        return authentication != null
                && hierarchy.getReachableGrantedAuthorities(authentication.getAuthorities()).stream()
                        .anyMatch(authority -> role.authority().equals(authority));
    }
}
