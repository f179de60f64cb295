package io.throughline.intake.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves lists at an address of this machine, and remembers which parts were asked for. */
public final class ListServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> ranges = new CopyOnWriteArrayList<>();

    /** Starts it on any free port. */
    public ListServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of a path. */
    public String url(String path) {
        return "http://localhost:%d%s".formatted(server.getAddress().getPort(), path);
    }

    /** The ranges asked for, in order; empty for a whole file. */
    public List<String> ranges() {
        return ranges;
    }

    /** Serves a file that can be asked for in parts. */
    public void serve(String path, byte[] file, String tag) {
        handle(path, exchange -> {
            exchange.getResponseHeaders().add("ETag", tag);
            exchange.getResponseHeaders().add("Content-Type", "text/csv");
            var range = exchange.getRequestHeaders().getFirst("Range");
            var from = range != null && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))
                    ? Integer.parseInt(range.replaceAll("\\D", ""))
                    : 0;
            if (from > 0) {
                exchange.getResponseHeaders()
                        .add("Content-Range", "bytes %d-%d/%d".formatted(from, file.length - 1, file.length));
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
            exchange.getResponseBody().write(file, from, file.length - from);
        });
    }

    /** Serves whatever a handler does; the connection is closed after it. */
    public void handle(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            var range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(range == null ? "" : range);
            try (HttpExchange closed = exchange) {
                handler.handle(closed);
            }
        });
    }

    /** Serves something else at a path from now on. */
    public void stopServing(String path) {
        server.removeContext(path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
