package io.throughline.graphql.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that can send invalid frames and leave messages unread. */
final class RawSocket implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;

    RawSocket(int port) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", port));
        socket.setSoTimeout(5_000);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write("""
                        GET /graphql HTTP/1.1\r
                        Host: localhost\r
                        Upgrade: websocket\r
                        Connection: Upgrade\r
                        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                        Sec-WebSocket-Version: 13\r
                        Sec-WebSocket-Protocol: graphql-transport-ws\r
                        \r
                        """.getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        assertThat(head).startsWith("HTTP/1.1 101");
    }

    void sendText(byte[] text) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        if (text.length < 126) {
            frame.write(0x80 | text.length);
        } else {
            frame.write(0x80 | 127);
            for (var shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) text.length >> shift));
            }
        }
        frame.write(new byte[4]);
        frame.write(text);
        socket.getOutputStream().write(frame.toByteArray());
    }

    int closeCode() throws IOException {
        while (true) {
            var opcode = in.readUnsignedByte() & 0xF;
            var length = length();
            if (opcode == 8) {
                return in.readUnsignedShort();
            }
            in.skipNBytes(length);
        }
    }

    /** Counts messages of type next until none arrives for a while. */
    int textsUntilQuiet() throws IOException {
        var count = 0;
        socket.setSoTimeout(3_000);
        try {
            while (true) {
                in.readUnsignedByte();
                var text = in.readNBytes((int) length());
                if (new String(text, StandardCharsets.UTF_8).contains("\"next\"")) {
                    count++;
                }
            }
        } catch (SocketTimeoutException quiet) {
            return count;
        }
    }

    private long length() throws IOException {
        var length = in.readUnsignedByte() & 0x7F;
        return length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
