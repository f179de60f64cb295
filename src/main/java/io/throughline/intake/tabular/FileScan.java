package io.throughline.intake.tabular;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.reference.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The result of one pass over all bytes of a file.
 *
 * @param sha256 of the bytes, in lower-case hex
 * @param size in bytes
 * @param head the first bytes, at most {@link #HEAD}
 * @param multiByteCharacters valid characters of more than one byte, if the file is read as UTF-8
 * @param invalidBytes bytes that are not valid UTF-8
 * @param windowsBytes bytes from 80 to 9F, which are letters and signs in Windows-1252 and undefined in Latin-1
 * @param evenZeros NUL bytes at even offsets
 * @param oddZeros NUL bytes at odd offsets
 * @param lineEnds number of LF, CRLF and CR
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
@StagedBuilder
record FileScan(
        String sha256,
        long size,
        byte[] head,
        long multiByteCharacters,
        long invalidBytes,
        long windowsBytes,
        long evenZeros,
        long oddZeros,
        long lineEnds) {

    static final int HEAD = 4096;

    static FileScan of(InputStream in) throws IOException {
        var digest = Sha256.digest();
        var counter = new ByteCounter();
        var buffer = new byte[1 << 16];
        var head = new byte[0];
        for (int length; (length = in.read(buffer)) > 0; ) {
            digest.update(buffer, 0, length);
            if (head.length < HEAD) {
                var from = head.length;
                head = Arrays.copyOf(head, Math.min(HEAD, from + length));
                System.arraycopy(buffer, 0, head, from, head.length - from);
            }
            counter.add(buffer, length);
        }
        return FileScanBuilder.builder()
                .sha256(Sha256.hex(digest.digest()))
                .size(counter.size)
                .head(head)
                .multiByteCharacters(counter.multiByteCharacters)
                .invalidBytes(counter.invalidBytes + counter.pending)
                .windowsBytes(counter.windowsBytes)
                .evenZeros(counter.zeros[0])
                .oddZeros(counter.zeros[1])
                .lineEnds(counter.lineEnds)
                .build();
    }

    /** Counts bytes; well-formed UTF-8 is defined in table 3-7 of the Unicode standard. */
    private static final class ByteCounter {

        private long size;
        private long multiByteCharacters;
        private long invalidBytes;
        private long windowsBytes;
        private final long[] zeros = new long[2];
        private long lineEnds;
        private boolean afterReturn;

        /** Bytes of an unfinished sequence, how many it still needs, and the range that the next one must be in. */
        private int pending;

        private int needed;
        private int lowest;
        private int highest;

        void add(byte[] buffer, int length) {
            for (var i = 0; i < length; i++) {
                var value = buffer[i] & 0xFF;
                if (value < 0x80 && needed == 0) {
                    ascii(value, size + i);
                } else {
                    nonAscii(value, size + i);
                }
            }
            size += length;
        }

        private void ascii(int value, long at) {
            if (value > '\r') {
                afterReturn = false;
                return;
            }
            if (value == 0) {
                zeros[(int) (at & 1)]++;
            } else if (value == '\r' || value == '\n' && !afterReturn) {
                lineEnds++;
            }
            afterReturn = value == '\r';
        }

        private void nonAscii(int value, long at) {
            if (value >= 0x80 && value <= 0x9F) {
                windowsBytes++;
            }
            if (needed > 0) {
                if (value >= lowest && value <= highest) {
                    pending++;
                    lowest = 0x80;
                    highest = 0xBF;
                    if (--needed == 0) {
                        multiByteCharacters++;
                        pending = 0;
                    }
                    return;
                }
                invalidBytes += pending;
                pending = 0;
                needed = 0;
            }
            if (value < 0x80) {
                ascii(value, at);
            } else if (value >= 0xC2 && value <= 0xF4) {
                afterReturn = false;
                pending = 1;
                needed = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
                lowest = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
                highest = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
            } else {
                afterReturn = false;
                invalidBytes++;
            }
        }
    }
}
