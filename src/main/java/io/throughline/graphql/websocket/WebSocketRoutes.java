package io.throughline.graphql.websocket;

import java.util.List;
import java.util.Map;
import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/**
 * Accepts handshakes at the GraphQL path. Pages of other sites are allowed under the same rules as their HTTP requests,
 * {@code spring.graphql.cors}; other programs are always allowed.
 */
@Configuration(proxyBeanMethods = false)
class WebSocketRoutes {

    /** Ahead of the handler for HTTP requests at that path. */
    private static final int FIRST = -2;

    @Bean
    HandlerMapping graphQlOverWebSocket(
            WebSocketEndpoint endpoint, GraphQlProperties graphQl, GraphQlCorsProperties cors) {
        var handshakes = new WebSocketHttpRequestHandler(endpoint);
        handshakes.setHandshakeInterceptors(List.of(origins(cors)));
        var mapping = new WebSocketHandlerMapping();
        mapping.setWebSocketUpgradeMatch(true);
        mapping.setUrlMap(Map.of(graphQl.getHttp().getPath(), handshakes));
        mapping.setOrder(FIRST);
        return mapping;
    }

    private static OriginHandshakeInterceptor origins(GraphQlCorsProperties cors) {
        var origins = new OriginHandshakeInterceptor(cors.getAllowedOrigins());
        origins.setAllowedOriginPatterns(cors.getAllowedOriginPatterns());
        return origins;
    }
}
