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
 * Sends exports, a limited number at a time: each occupies a database connection until its client has received it. An
 * export that fails halfway closes the connection, so that a part is not misslot for the whole.
 */
@Component
class DownloadSender {

    private static final Logger log = LoggerFactory.getLogger(DownloadSender.class);

    /** Nothing is sent until this many bytes are written, so that a failure can still be reported. */
    private static final int BUFFER_SIZE = 1 << 16;

    private final int limit;
    private final Semaphore slots;
    private final JsonMapper json;

    DownloadSender(RequestLimits limits, JsonMapper json) {
        this.limit = limits.exports();
        this.slots = new Semaphore(limits.exports());
        this.json = json;
    }

    /**
     * Prepares a response that is written later.
     *
     * @param prepare makes the response; must use the slot it is given to write it
     * @throws HttpProblemException if too many exports are running
     */
    ServerResponse begin(Function<Slot, ServerResponse> prepare) {
        if (!slots.tryAcquire()) {
            throw HttpProblemException.overLimit(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "TOO_MANY_EXPORTS",
                    "exports",
                    limit,
                    limit + 1L,
                    "too many exports at once (limit %d); try again later".formatted(limit));
        }
        var slot = new Slot();
        try {
            return prepare.apply(slot);
        } catch (RuntimeException | Error problem) {
            slot.free();
            throw problem;
        }
    }

    /** Ignores the writers' own flushes, so that a short response is sent only once it is complete and valid. */
    private static final class ResponseBuffer extends BufferedOutputStream {

        ResponseBuffer(ClientStream client) {
            super(client, BUFFER_SIZE);
        }

        @Override
        public void flush() {}

        void send() throws IOException {
            super.flush();
        }
    }

    /** A place among the concurrent downloads. */
    final class Slot {

        private final AtomicBoolean freed = new AtomicBoolean();

        private Slot() {}

        /**
         * Writes the body and frees the slot.
         *
         * @param unchanged whether the graph is still the same as at the start
         */
        void write(ExportBody body, HttpServletResponse response, BooleanSupplier unchanged) throws IOException {
            var client = new ClientStream(response.getOutputStream());
            try {
                var out = new ResponseBuffer(client);
                body.write(out);
                if (!unchanged.getAsBoolean()) {
                    throw new HttpProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "GRAPH_CHANGED",
                            "the graph changed during the export; try again");
                }
                out.send();
            } catch (IOException | RuntimeException problem) {
                if (client.isGone()) {
                    log.debug("A client disconnected before its export was sent", problem);
                } else if (response.isCommitted()) {
                    log.warn("An export was interrupted: {}", problem.getMessage());
                    throw problem;
                } else {
                    sendProblem(response, ExportProblems.of(problem));
                }
            } finally {
                free();
            }
        }

        private void sendProblem(HttpServletResponse response, HttpProblemException problem) throws IOException {
            response.reset();
            response.setStatus(problem.status().value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                response.setHeader(HttpHeaders.RETRY_AFTER, ExportProblems.RETRY_AFTER);
            }
            response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
        }

        private void free() {
            if (freed.compareAndSet(false, true)) {
                slots.release();
            }
        }
    }
}
