package io.throughline.intake.ingest;

import io.throughline.reference.id.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
