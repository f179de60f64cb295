package io.throughline.graphql.websocket;

import org.springframework.web.socket.CloseStatus;

/** The close codes of the protocol. */
final class CloseCodes {

    static final CloseStatus INVALID = new CloseStatus(4400, "Invalid message");
    static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "Unauthorized");
    static final CloseStatus UNSUPPORTED_PROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable");
    static final CloseStatus INIT_TIMEOUT = new CloseStatus(4408, "Connection initialisation timeout");
    static final CloseStatus TOO_MANY_INITS = new CloseStatus(4429, "Too many initialisation requests");
    static final CloseStatus INTERNAL_ERROR = new CloseStatus(4500, "Internal server error");

    /** A close reason has at most 123 bytes, so long ids are not repeated. */
    private static final int LONGEST_SHOWN = 30;

    private CloseCodes() {}

    static CloseStatus duplicateId(String id) {
        return new CloseStatus(
                4409, "Subscriber for %s already exists".formatted(id.length() <= LONGEST_SHOWN ? id : "this id"));
    }
}
