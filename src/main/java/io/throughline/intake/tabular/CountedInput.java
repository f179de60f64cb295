package io.throughline.intake.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read from a stream. */
final class CountedInput extends FilterInputStream {

    /** Written by one thread, read by others. */
    private volatile long count;

    CountedInput(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        if (one >= 0) {
            add(1);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = super.read(target, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread only
    private void add(int read) {
        count += read;
    }
}
