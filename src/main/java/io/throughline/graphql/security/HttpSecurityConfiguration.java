package io.throughline.graphql.security;

import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * Reading is open to everyone, so there are no sessions and no filters for unused features. Callers are never identified by
 * a cookie, so other sites cannot make a browser act on a user's behalf (CSRF).
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class HttpSecurityConfiguration {

    /** Pages that other sites may show in a frame, because there is nothing on them to click. */
    private static final String FRAMED = "/reconcile/preview";

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, AuthenticationManager tokens, BearerErrorHandler errors) {
        var bearer = new BearerTokenAuthenticationFilter(tokens);
        bearer.setAuthenticationEntryPoint(errors);
        bearer.setAuthenticationFailureHandler(errors::commence);
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(PathPatternRequestMatcher.pathPattern(FRAMED)),
                                new XFrameOptionsHeaderWriter())))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilter(bearer)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/imports/**")
                        .hasRole(Role.CURATOR.name())
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(
                        problems -> problems.authenticationEntryPoint(errors).accessDeniedHandler(errors))
                .build();
    }

    /** Checks the token file and then the identity provider, if one is configured ({@code spring.security.oauth2.resourceserver.jwt}). */
    @Bean
    AuthenticationManager tokens(
            LocalTokenAuthenticator local,
            ObjectProvider<JwtDecoder> identityProvider,
            ProviderTokenReader providerTokens) {
        var providers = new ArrayList<AuthenticationProvider>();
        providers.add(local);
        identityProvider.ifAvailable(decoder -> {
            var provider = new JwtAuthenticationProvider(decoder);
            provider.setJwtAuthenticationConverter(providerTokens);
            providers.add(provider);
        });
        return new ProviderManager(providers);
    }

    @Bean
    static RoleHierarchy roles() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(Role.ADMIN.name())
                .implies(Role.CURATOR.name())
                .build();
    }
}
