package io.throughline.graphql.http;

import io.throughline.infra.limit.RequestLimits;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Reads request bodies within limits on size and time, and checks that they are UTF-8 in its shortest form. Waiting for a
 * body can block a thread, so only a limited number wait at once: slow senders leave threads for others.
 */
@Component
public class RequestBodyReader {

    /** How long a body may pause while too many others are waiting: longer than the network takes between two packets. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final int maxBytes;
    private final Duration timeLimit;
    private final Semaphore waiting;

    RequestBodyReader(RequestLimits limits, Environment environment) {
        this.maxBytes = (int) limits.body().toBytes();
        this.timeLimit = limits.bodyTime();
        this.waiting = new Semaphore(Threading.VIRTUAL.isActive(environment) ? Integer.MAX_VALUE : limits.slowBodies());
    }

    /**
     * Reads the whole text.
     *
     * @throws HttpProblemException if it is too large, too slow or not UTF-8
     */
    public String text(HttpServletRequest request) {
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(request, request.getContentLengthLong());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(request)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw HttpProblemException.badRequest("the body is not valid UTF-8");
        } catch (SocketTimeoutException e) {
            throw tooSlow(request, timeLimit);
        } catch (IOException e) {
            throw HttpProblemException.badRequest("the body is incomplete; send it again");
        }
    }

    private byte[] bytes(HttpServletRequest request) throws IOException {
        var begin = System.nanoTime();
        var body = request.getInputStream();
        var bytes = new ByteArrayOutputStream();
        var part = new byte[8192];
        for (int count; (count = read(body, part, request)) >= 0; ) {
            bytes.write(part, 0, count);
            if (bytes.size() > maxBytes) {
                throw tooLarge(request, bytes.size());
            }
            var spent = Duration.ofNanos(System.nanoTime() - begin);
            if (spent.compareTo(timeLimit) > 0) {
                throw tooSlow(request, spent);
            }
        }
        return bytes.toByteArray();
    }

    private int read(ServletInputStream body, byte[] part, HttpServletRequest request) throws IOException {
        var probe = TomcatRequestProbe.of(request);
        if (body.isFinished() || body.available() > 0 || probe.hasInput()) {
            return body.read(part);
        }
        if (waiting.tryAcquire()) {
            try {
                return body.read(part);
            } finally {
                waiting.release();
            }
        }
        if (arrivesWithin(PAUSE, probe)) {
            return body.read(part);
        }
        throw tooSlow(request, PAUSE);
    }

    private static boolean arrivesWithin(Duration pause, TomcatRequestProbe probe) {
        var end = System.nanoTime() + pause.toNanos();
        while (!probe.hasInput()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return true;
    }

    private HttpProblemException tooLarge(HttpServletRequest request, long bytes) {
        TomcatRequestProbe.of(request).closeAfterResponse();
        return HttpProblemException.overLimit(
                HttpStatus.CONTENT_TOO_LARGE,
                "BODY_TOO_LARGE",
                "body",
                maxBytes,
                bytes,
                "the body has more than %d bytes; split the request".formatted(maxBytes));
    }

    private HttpProblemException tooSlow(HttpServletRequest request, Duration spent) {
        TomcatRequestProbe.of(request).closeAfterResponse();
        return HttpProblemException.overLimit(
                HttpStatus.REQUEST_TIMEOUT,
                "BODY_TOO_SLOW",
                "body-time",
                timeLimit.toMillis(),
                spent.toMillis(),
                "the body took too long (limit %d ms, less while many are slow); send it without pauses"
                        .formatted(timeLimit.toMillis()));
    }
}
