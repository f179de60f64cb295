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
 * Authenticates callers by the same tokens as over HTTP, sent in the first message, because browsers cannot send headers
 * with a WebSocket, or else in the headers of the handshake.
 */
@Component
class WebSocketAuthenticator {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([\\w.~+/-]+=*)");

    private final AuthenticationManager tokens;

    WebSocketAuthenticator(AuthenticationManager tokens) {
        this.tokens = tokens;
    }

    /**
     * Returns the token; null if there is none.
     *
     * @throws BadCredentialsException if the token is malformed
     */
    static @Nullable String token(Map<?, ?> payload, HttpHeaders handshake) {
        Object value = payload.entrySet().stream()
                .filter(entry -> HttpHeaders.AUTHORIZATION.equalsIgnoreCase(String.valueOf(entry.getKey())))
                .findFirst()
                .<Object>map(Map.Entry::getValue)
                .orElse(null);
        if (value == null) {
            var header = BEARER.matcher(String.valueOf(handshake.getFirst(HttpHeaders.AUTHORIZATION)));
            return header.matches() ? header.group(1) : null;
        }
        var bearer = BEARER.matcher(value.toString());
        if (!bearer.matches()) {
            throw new BadCredentialsException("Authorization is invalid; expected Bearer followed by a token");
        }
        return bearer.group(1);
    }

    /**
     * The Reactor context with the caller. To be created for each operation, as a token can expire meanwhile.
     *
     * @throws org.springframework.security.core.AuthenticationException if the token is invalid
     */
    Context of(@Nullable String token) {
        return token == null
                ? Context.empty()
                : Context.of(
                        SecurityContext.class.getName(),
                        new SecurityContextImpl(tokens.authenticate(new BearerTokenAuthenticationToken(token))));
    }
}
