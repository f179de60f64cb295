package io.throughline.graphql.websocket;

import org.springframework.web.socket.CloseStatus;

/** Why a connection is ended, in the codes of the protocol. */
final class CloseCodes {

    static final CloseStatus INVALID = new CloseStatus(4400, "Invalid message");
    static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "Unauthorized");
    static final CloseStatus NO_SUCH_PROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable");
    static final CloseStatus INIT_TIMEOUT = new CloseStatus(4408, "Connection initialisation timeout");
    static final CloseStatus TOO_MANY_INITS = new CloseStatus(4429, "Too many initialisation requests");
    static final CloseStatus OURS = new CloseStatus(4500, "Internal server error");

    /** A reason has 123 bytes at most. */
    private static final int SHOWN = 30;

    private CloseCodes() {}

    static CloseStatus taken(String id) {
        return new CloseStatus(
                4409, "Subscriber for %s already exists".formatted(id.length() <= SHOWN ? id : "this id"));
    }
}
