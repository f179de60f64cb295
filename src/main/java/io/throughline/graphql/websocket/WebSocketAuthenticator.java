package io.throughline.graphql.websocket;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.util.context.Context;

/**
 * Finds out who a caller is, by a token as over HTTP: in the first message, as browsers cannot send headers with a WebSocket,
 * or else in the headers of the handshake.
 */
@Component
class WebSocketAuthenticator {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([\\w.~+/-]+=*)");

    private final AuthenticationManager tokens;

    WebSocketAuthenticator(AuthenticationManager tokens) {
        this.tokens = tokens;
    }

    /**
     * The token; null when there is none.
     *
     * @throws BadCredentialsException if what should be one has not its form
     */
    static @Nullable String token(Map<?, ?> payload, HttpHeaders handshake) {
        Object sent = payload.entrySet().stream()
                .filter(entry -> HttpHeaders.AUTHORIZATION.equalsIgnoreCase(String.valueOf(entry.getKey())))
                .findFirst()
                .<Object>map(Map.Entry::getValue)
                .orElse(null);
        if (sent == null) {
            var header = BEARER.matcher(String.valueOf(handshake.getFirst(HttpHeaders.AUTHORIZATION)));
            return header.matches() ? header.group(1) : null;
        }
        var bearer = BEARER.matcher(sent.toString());
        if (!bearer.matches()) {
            throw new BadCredentialsException("Authorization is not Bearer and a token");
        }
        return bearer.group(1);
    }

    /**
     * What tells GraphQL who it is, to be asked for each operation: a token that was good may no longer be.
     *
     * @throws org.springframework.security.core.AuthenticationException if the token is not good
     */
    Context of(@Nullable String token) {
        return token == null
                ? Context.empty()
                : Context.of(
                        SecurityContext.class.getName(),
                        new SecurityContextImpl(tokens.authenticate(new BearerTokenAuthenticationToken(token))));
    }
}
