package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes without losing any: an invalid byte becomes an unpaired low surrogate, U+DC00 plus the byte, which
 * well-formed text never contains. {@link InvalidBytes} makes it visible.
 */
final class DecodedText extends Reader {

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).flip();
    private final CharBuffer pending = CharBuffer.allocate(8).flip();
    private boolean ended;

    DecodedText(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var out = CharBuffer.wrap(target, offset, length);
        while (true) {
            while (pending.hasRemaining() && out.hasRemaining()) {
                out.put(pending.get());
            }
            var result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                markInvalid(result.length());
            } else if (result.isOverflow() && out.position() > offset || !out.hasRemaining()) {
                return out.position() - offset;
            } else if (result.isOverflow()) {
                return firstOfPair(out, offset);
            } else if (ended) {
                return out.position() == offset ? -1 : out.position() - offset;
            } else if (out.position() > offset && bytes.remaining() == 0) {
                // return what is there instead of waiting for more
                fill();
                return out.position() - offset;
            } else {
                fill();
            }
        }
    }

    /** For a caller that has room for one char when the next character is a surrogate pair: returns its first half. */
    private int firstOfPair(CharBuffer out, int offset) {
        pending.clear();
        decoder.decode(bytes, pending, ended);
        pending.flip();
        out.put(pending.get());
        return out.position() - offset;
    }

    private void markInvalid(int length) {
        var before = pending.remaining();
        pending.compact().limit(before + length);
        for (var i = 0; i < length; i++) {
            pending.put((char) (InvalidBytes.MARK + (bytes.get() & 0xFF)));
        }
        pending.flip();
    }

    private void fill() throws IOException {
        bytes.compact();
        var length = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (length < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + length);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
