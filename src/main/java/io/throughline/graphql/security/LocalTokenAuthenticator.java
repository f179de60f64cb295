package io.throughline.graphql.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Authenticates the users of the {@link TokenFile}. Abstains on unknown tokens, which another provider may know. */
@Component
class LocalTokenAuthenticator implements AuthenticationProvider {

    private final TokenFile file;

    LocalTokenAuthenticator(TokenFile file) {
        this.file = file;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        var token = ((BearerTokenAuthenticationToken) authentication).getToken();
        return file.users()
                .withToken(token)
                .map(user -> UsernamePasswordAuthenticationToken.authenticated(
                        user.name(),
                        null,
                        user.roles().stream().map(Role::authority).toList()))
                .orElse(null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
