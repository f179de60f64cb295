package io.throughline.graphql.websocket;

import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages and the port for tests over a WebSocket. */
abstract class WebSocketTestBase {

    static final String BOSTON = "{ city(id: \"boston\") { name } }";
    static final String CHANGES = "subscription { graphChanged { version changedAt } }";
    static final String INIT = "{\"type\": \"connection_init\"}";

    @LocalServerPort
    int port;
}
