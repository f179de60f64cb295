package io.throughline.export;

import io.throughline.graphql.http.HttpProblemException;
import io.throughline.infra.limit.RequestLimits;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends exports, so many at once: each takes a connection to the database for as long as its client takes it. An export
 * that fails halfway breaks its connection, so that no part of one is taken for the whole.
 */
@Component
class DownloadSender {

    /** Seconds after which to ask again. */
    static final String RETRY_AFTER = "30";

    private static final Logger log = LoggerFactory.getLogger(DownloadSender.class);

    /** Until so many bytes are there nothing is sent, and a failure can still be told. */
    private static final int HELD_BACK = 1 << 16;

    private final int most;
    private final Semaphore room;
    private final JsonMapper json;

    DownloadSender(RequestLimits limits, JsonMapper json) {
        this.most = limits.exports();
        this.room = new Semaphore(limits.exports());
        this.json = json;
    }

    /**
     * Prepares an answer that is written later.
     *
     * @param prepare makes the answer; what it is given must be used to write it
     * @throws HttpProblemException if too many run
     */
    ServerResponse begin(Function<Room, ServerResponse> prepare) {
        if (!room.tryAcquire()) {
            throw HttpProblemException.overLimit(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "TOO_MANY_EXPORTS",
                    "exports",
                    most,
                    most + 1L,
                    "%d exports are being sent, which is as many as there may be: ask again later".formatted(most));
        }
        var taken = new Room();
        try {
            return prepare.apply(taken);
        } catch (RuntimeException | Error problem) {
            taken.leave();
            throw problem;
        }
    }

    /** Writers flush when they end; a short answer goes out only when it is known to be right. */
    private static final class HeldBack extends BufferedOutputStream {

        HeldBack(ClientStream client) {
            super(client, HELD_BACK);
        }

        @Override
        public void flush() {}

        void send() throws IOException {
            super.flush();
        }
    }

    /** The room of one download. */
    final class Room {

        private final AtomicBoolean left = new AtomicBoolean();

        private Room() {}

        /**
         * Writes the body, and leaves.
         *
         * @param unchanged whether the graph is still the one it was in the beginning
         */
        void write(ExportBody body, HttpServletResponse response, BooleanSupplier unchanged) throws IOException {
            var client = new ClientStream(response.getOutputStream());
            try {
                var out = new HeldBack(client);
                body.write(out);
                if (!unchanged.getAsBoolean()) {
                    throw new HttpProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "GRAPH_CHANGED",
                            "the graph changed while it was read: ask again");
                }
                out.send();
            } catch (IOException | RuntimeException problem) {
                if (client.isGone()) {
                    log.debug("A client left before its export was sent", problem);
                } else if (response.isCommitted()) {
                    log.warn("An export was broken off: {}", problem.getMessage());
                    throw problem;
                } else {
                    refuse(response, ExportEndpoint.refusal(problem));
                }
            } finally {
                leave();
            }
        }

        private void refuse(HttpServletResponse response, HttpProblemException refusal) throws IOException {
            response.reset();
            response.setStatus(refusal.status().value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            }
            response.getOutputStream().write(json.writeValueAsBytes(refusal.body()));
        }

        private void leave() {
            if (left.compareAndSet(false, true)) {
                room.release();
            }
        }
    }
}
