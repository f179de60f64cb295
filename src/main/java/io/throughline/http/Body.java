package io.throughline.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;

/** Reads the text of a request, within limits: its size, its time, and that it is UTF-8 in the shortest form. */
final class Body {

    static final int MOST_BYTES = 1 << 20;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Body() {}

    static String of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(request)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.badRequest("the body is not UTF-8");
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        }
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        var end = Instant.now().plus(LONGEST);
        var bytes = new ByteArrayOutputStream();
        var part = new byte[8192];
        for (int count; (count = request.getInputStream().read(part)) >= 0; ) {
            bytes.write(part, 0, count);
            if (bytes.size() > MOST_BYTES) {
                throw tooLarge();
            }
            if (Instant.now().isAfter(end)) {
                throw tooSlow();
            }
        }
        return bytes.toByteArray();
    }

    private static Refusal tooLarge() {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE", "the body is larger than " + MOST_BYTES + " bytes");
    }

    private static Refusal tooSlow() {
        return new Refusal(
                HttpStatus.REQUEST_TIMEOUT,
                "BODY_TOO_SLOW",
                "the body did not arrive within " + LONGEST.toSeconds() + " s");
    }
}
