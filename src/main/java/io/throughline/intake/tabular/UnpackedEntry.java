package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a workbook as they are unpacked, and no more of them than may be. */
final class UnpackedEntry {

    /** Within its frame, a workbook has hardly any markup or text of this size in one piece. */
    private static final int PIECE = 1 << 20;

    /** Until so many bytes are unpacked, no ratio is too high; a sheet of equal cells is packed very small. */
    private static final long RATIO_FROM = 10L << 20;

    private final FileSource source;
    private long total;

    UnpackedEntry(FileSource source) {
        this.source = source;
    }

    /** One file of the workbook. */
    Part part(InputStream in, boolean isXml) {
        return new Part(in, isXml);
    }

    /** Throws an {@link IOException} around an {@link UnreadableFileException} where a limit is reached. */
    final class Part extends InputStream {

        private final InputStream in;
        private final boolean isXml;
        private long size;
        private long piece;

        private Part(InputStream in, boolean isXml) {
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
                throw WorkbookCheck.tooLarge(source, "unpacks to more than %s", limits.unpacked());
            }
            if (total > RATIO_FROM && total > limits.ratio() * source.survey().size()) {
                throw WorkbookCheck.tooLarge(source, "unpacks to more than %d times its size", limits.ratio());
            }
            // no tag and no text is longer than from one < to the next, as no attribute may hold one
            for (var i = offset; isXml && i < offset + read; i++) {
                piece = target[i] == '<' ? 0 : piece + 1;
                if (piece > PIECE) {
                    throw WorkbookCheck.tooLarge(source, "has a tag or a text of more than %d bytes", PIECE);
                }
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
