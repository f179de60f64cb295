package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that a workbook unpacks to and stops at the limits. */
final class UnpackLimiter {

    /** The maximum length in bytes of a tag or text: real workbooks almost never have a longer one. */
    private static final int MAX_PIECE = 1 << 20;

    /** The ratio is checked from this many unpacked bytes on: a small sheet of equal cells compresses very well. */
    private static final long RATIO_FROM = 10L << 20;

    private final FileSource source;
    private long total;

    UnpackLimiter(FileSource source) {
        this.source = source;
    }

    /** One file in the workbook. */
    Entry entry(InputStream in, boolean isXml) {
        return new Entry(in, isXml);
    }

    /** Throws an {@link IOException} caused by an {@link UnreadableFileException} when a limit is exceeded. */
    final class Entry extends InputStream {

        private final InputStream in;
        private final boolean isXml;
        private long size;
        private long piece;

        private Entry(InputStream in, boolean isXml) {
            this.in = in;
            this.isXml = isXml;
        }

        long size() {
            return size;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = in.read(target, offset, length);
            if (read > 0) {
                size += read;
                total += read;
                try {
                    check(target, offset, read);
                } catch (UnreadableFileException e) {
                    throw new IOException(e);
                }
            }
            return read;
        }

        private void check(byte[] target, int offset, int read) throws UnreadableFileException {
            var limits = source.limits();
            if (total > limits.unpacked().toBytes()) {
                throw WorkbookErrors.tooLarge(source, "unpacks to more than %s", limits.unpacked());
            }
            if (total > RATIO_FROM && total > limits.ratio() * source.scan().size()) {
                throw WorkbookErrors.tooLarge(source, "unpacks to more than %d times its size", limits.ratio());
            }
            // a tag or text ends at the next <, which attributes cannot contain
            for (var i = offset; isXml && i < offset + read; i++) {
                piece = target[i] == '<' ? 0 : piece + 1;
                if (piece > MAX_PIECE) {
                    throw WorkbookErrors.tooLarge(source, "has a tag or a text of more than %d bytes", MAX_PIECE);
                }
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
