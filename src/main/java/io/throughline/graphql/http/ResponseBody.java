package io.throughline.graphql.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a response: plain, compressed, or both if callers want both. A short one is never compressed. */
final class ResponseBody {

    private static final int MIN_COMPRESSED_SIZE = 1024;

    private final byte @Nullable [] plain;
    private final byte @Nullable [] compressed;

    private ResponseBody(byte @Nullable [] plain, byte @Nullable [] compressed) {
        this.plain = plain;
        this.compressed = compressed;
    }

    /** A body in the form for a caller, who accepts compressed responses or not. */
    static ResponseBody of(byte[] plain, boolean gzip) {
        return gzip && plain.length >= MIN_COMPRESSED_SIZE
                ? new ResponseBody(null, compress(plain))
                : new ResponseBody(plain, null);
    }

    /** The same body with the form for a caller; this one if it has that form. */
    ResponseBody with(boolean gzip) {
        if (plain == null) {
            return gzip ? this : new ResponseBody(decompress(Objects.requireNonNull(compressed)), compressed);
        }
        return !gzip || compressed != null || plain.length < MIN_COMPRESSED_SIZE
                ? this
                : new ResponseBody(plain, compress(plain));
    }

    /** Whether a caller gets it compressed. */
    boolean isCompressed(boolean gzip) {
        return gzip && compressed != null;
    }

    /** The bytes in a form that it has; see {@link #with}. */
    byte[] bytes(boolean gzip) {
        return Objects.requireNonNull(isCompressed(gzip) ? compressed : plain);
    }

    /** In bytes, of all its forms. */
    int size() {
        return (plain == null ? 0 : plain.length) + (compressed == null ? 0 : compressed.length);
    }

    private static byte[] compress(byte[] bytes) {
        var gzipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(gzipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gzipped.toByteArray();
    }

    private static byte[] decompress(byte[] bytes) {
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
