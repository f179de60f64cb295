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
 * The text of bytes, with no byte lost: one that the charset has no character for comes as a low surrogate that stands
 * alone, U+DC00 plus the byte, which no well-formed text has. {@link InvalidBytes} makes it visible.
 */
final class DecodedText extends Reader {

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14).flip();
    private final CharBuffer marks = CharBuffer.allocate(8).flip();
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
            while (marks.hasRemaining() && out.hasRemaining()) {
                out.put(marks.get());
            }
            var result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                markInvalid(result.length());
            } else if (result.isOverflow() && out.position() > offset || !out.hasRemaining()) {
                return out.position() - offset;
            } else if (result.isOverflow()) {
                return surrogates(out, offset);
            } else if (ended) {
                return out.position() == offset ? -1 : out.position() - offset;
            } else if (out.position() > offset && bytes.remaining() == 0) {
                // hand over what there is, rather than wait for more
                fill();
                return out.position() - offset;
            } else {
                fill();
            }
        }
    }

    /** One char was asked for and the next character is of two. */
    private int surrogates(CharBuffer out, int offset) {
        marks.clear();
        decoder.decode(bytes, marks, ended);
        marks.flip();
        out.put(marks.get());
        return out.position() - offset;
    }

    private void markInvalid(int length) {
        var waiting = marks.remaining();
        marks.compact().limit(waiting + length);
        for (var i = 0; i < length; i++) {
            marks.put((char) (InvalidBytes.MARK + (bytes.get() & 0xFF)));
        }
        marks.flip();
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
