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
 * Reads the text of requests, within limits: its size, its time, and that it is UTF-8 in the shortest form. Where a body
 * that has yet to come takes a thread, only so many are waited for at once, so that slow senders leave threads for others.
 */
@Component
class RequestBodyReader {

    /** What a body may pause when too many others are waited for: more than the network takes between two packets. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final int mostBytes;
    private final Duration longest;
    private final Semaphore waiting;

    RequestBodyReader(RequestLimits limits, Environment environment) {
        this.mostBytes = (int) limits.body().toBytes();
        this.longest = limits.bodyTime();
        this.waiting = new Semaphore(Threading.VIRTUAL.isActive(environment) ? Integer.MAX_VALUE : limits.slowBodies());
    }

    /**
     * The whole text.
     *
     * @throws HttpProblemException if it is too large or too slow, or no UTF-8
     */
    String text(HttpServletRequest request) {
        if (request.getContentLengthLong() > mostBytes) {
            throw tooLarge(request, request.getContentLengthLong());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(request)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw HttpProblemException.badRequest("the body is not UTF-8");
        } catch (SocketTimeoutException e) {
            throw tooSlow(request, longest);
        } catch (IOException e) {
            throw HttpProblemException.badRequest("the body ended before its end");
        }
    }

    private byte[] bytes(HttpServletRequest request) throws IOException {
        var begin = System.nanoTime();
        var body = request.getInputStream();
        var bytes = new ByteArrayOutputStream();
        var part = new byte[8192];
        for (int count; (count = read(body, part, request)) >= 0; ) {
            bytes.write(part, 0, count);
            if (bytes.size() > mostBytes) {
                throw tooLarge(request, bytes.size());
            }
            var spent = Duration.ofNanos(System.nanoTime() - begin);
            if (spent.compareTo(longest) > 0) {
                throw tooSlow(request, spent);
            }
        }
        return bytes.toByteArray();
    }

    private int read(ServletInputStream body, byte[] part, HttpServletRequest request) throws IOException {
        var sender = TomcatRequestProbe.of(request);
        if (body.isFinished() || body.available() > 0 || sender.hasSent()) {
            return body.read(part);
        }
        if (waiting.tryAcquire()) {
            try {
                return body.read(part);
            } finally {
                waiting.release();
            }
        }
        if (sendsWithin(PAUSE, sender)) {
            return body.read(part);
        }
        throw tooSlow(request, PAUSE);
    }

    private static boolean sendsWithin(Duration pause, TomcatRequestProbe sender) {
        var end = System.nanoTime() + pause.toNanos();
        while (!sender.hasSent()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return true;
    }

    private HttpProblemException tooLarge(HttpServletRequest request, long bytes) {
        TomcatRequestProbe.of(request).leave();
        return HttpProblemException.beyond(
                HttpStatus.CONTENT_TOO_LARGE,
                "BODY_TOO_LARGE",
                "body",
                mostBytes,
                bytes,
                "the body has more than %d bytes: ask for less at a time".formatted(mostBytes));
    }

    private HttpProblemException tooSlow(HttpServletRequest request, Duration spent) {
        TomcatRequestProbe.of(request).leave();
        return HttpProblemException.beyond(
                HttpStatus.REQUEST_TIMEOUT,
                "BODY_TOO_SLOW",
                "body-time",
                longest.toMillis(),
                spent.toMillis(),
                "the body did not come in time, %d ms at most and less when many are slow: send it at once"
                        .formatted(longest.toMillis()));
    }
}
