package io.throughline.intake.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fingerprints of texts: 64 bits of a SHA-256, so that among ten million texts a collision is very unlikely. */
final class TextFingerprint {

    private TextFingerprint() {}

    /** The fingerprint of several values in this order; null and empty differ. */
    static long of(@Nullable Object... values) {
        return ByteBuffer.wrap(digest(values)).getLong();
    }

    /** The same fingerprint as 16 hexadecimal digits. */
    static String hex(@Nullable Object... values) {
        return HexFormat.of().formatHex(digest(values), 0, 8);
    }

    private static byte[] digest(@Nullable Object... values) {
        var text = Arrays.stream(values)
                .map(value -> value == null ? "-" : value.toString().length() + ":" + value)
                .collect(Collectors.joining());
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
