package io.throughline.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The stream to the client; detects that the client has disconnected. */
final class ClientStream extends FilterOutputStream {

    private boolean gone;

    ClientStream(OutputStream out) {
        super(out);
    }

    boolean isGone() {
        return gone;
    }

    @Override
    public void write(int b) throws IOException {
        try {
            out.write(b);
        } catch (IOException e) {
            gone = true;
            throw e;
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            gone = true;
            throw e;
        }
    }
}
