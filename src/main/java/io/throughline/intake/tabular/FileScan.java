package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What one pass over all bytes of a file tells.
 *
 * @param sha256 of the bytes, in lower-case hex
 * @param size in bytes
 * @param head the first bytes, at most {@link #HEAD}
 * @param sequences characters of more than one byte, if the bytes are read as UTF-8
 * @param strays bytes that are not UTF-8
 * @param windows bytes from 80 to 9F, which are letters and signs in Windows-1252 and nothing in Latin-1
 * @param evenZeros NUL bytes at even offsets
 * @param oddZeros NUL bytes at odd offsets
 * @param lineEnds LF, CRLF and CR
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FileScan(
        String sha256,
        long size,
        byte[] head,
        long sequences,
        long strays,
        long windows,
        long evenZeros,
        long oddZeros,
        long lineEnds) {

    static final int HEAD = 4096;

    static FileScan of(InputStream in) throws IOException {
        var digest = newDigest();
        var bytes = new Bytes();
        var buffer = new byte[1 << 16];
        var head = new byte[0];
        for (int length; (length = in.read(buffer)) > 0; ) {
            digest.update(buffer, 0, length);
            if (head.length < HEAD) {
                var from = head.length;
                head = Arrays.copyOf(head, Math.min(HEAD, from + length));
                System.arraycopy(buffer, 0, head, from, head.length - from);
            }
            bytes.add(buffer, length);
        }
        return new FileScan(
                HexFormat.of().formatHex(digest.digest()),
                bytes.size,
                head,
                bytes.sequences,
                bytes.strays + bytes.pending,
                bytes.windows,
                bytes.zeros[0],
                bytes.zeros[1],
                bytes.lineEnds);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Counts; well-formed UTF-8 is as in table 3-7 of the Unicode standard. */
    private static final class Bytes {

        private long size;
        private long sequences;
        private long strays;
        private long windows;
        private final long[] zeros = new long[2];
        private long lineEnds;
        private boolean afterReturn;

        /** Bytes of a sequence that has begun, those it still needs, and what the next one may be. */
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
                    other(value, size + i);
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

        private void other(int value, long at) {
            if (value >= 0x80 && value <= 0x9F) {
                windows++;
            }
            if (needed > 0) {
                if (value >= lowest && value <= highest) {
                    pending++;
                    lowest = 0x80;
                    highest = 0xBF;
                    if (--needed == 0) {
                        sequences++;
                        pending = 0;
                    }
                    return;
                }
                strays += pending;
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
                strays++;
            }
        }
    }
}
