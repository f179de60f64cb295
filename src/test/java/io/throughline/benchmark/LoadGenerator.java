package io.throughline.benchmark;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests over HTTP or Bolt from a number of clients, each of which waits for the response before it sends its
 * next request, and measures them. {@code src/test/comparison/compare.py} runs this file with the libraries of the
 * packaged jar, and talks to it in lines of JSON: a command on standard input, its result on standard output. One
 * process measures all servers, so that its own code is equally warm for each.
 *
 * <p>Commands name the server ({@code uri}) and what to send, either as {@code bodies} of HTTP requests with {@code
 * headers}, or as a Cypher {@code statement} with a list of {@code parameters}. With {@code clients}, they are sent in
 * turn for a number of {@code seconds}; the processor time of the {@code processes}, ids by name, is measured as well.
 * Without, the statement is run once and its rows are returned.
 */
final class LoadGenerator {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int TIMEOUT_MS = 600_000;

    private final Map<String, Driver> drivers = new HashMap<>();

    private LoadGenerator() {}

    /** Executes commands until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        var generator = new LoadGenerator();
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var results = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (var command = commands.readLine(); command != null; command = commands.readLine()) {
            results.println(JSON.writeValueAsString(generator.execute(JSON.readTree(command))));
        }
    }

    private Map<String, Object> execute(JsonNode command) {
        try {
            return command.has("clients") ? measure(command) : Map.of("rows", rows(command));
        } catch (Exception e) {
            return Map.of("error", String.valueOf(e.getMessage()));
        }
    }

    private List<Map<String, Object>> rows(JsonNode command) {
        try (var session = driver(command).session()) {
            return session.run(
                            command.path("statement").asString(),
                            parameters(command).get(0))
                    .list(Record::asMap);
        }
    }

    private Driver driver(JsonNode command) {
        return drivers.computeIfAbsent(command.path("uri").asString(), GraphDatabase::driver);
    }

    private static List<Map<String, Object>> parameters(JsonNode command) {
        return command.path("parameters").valueStream().map(LoadGenerator::map).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(JsonNode values) {
        return JSON.convertValue(values, Map.class);
    }

    private Map<String, Object> measure(JsonNode command) throws InterruptedException, ExecutionException {
        var clients = command.path("clients").asInt();
        var sender = command.has("statement") ? bolt(command) : http(command);
        var turn = new AtomicInteger(command.path("start").asInt());
        var starting = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var before = processorTimes(command);
            var begin = System.nanoTime();
            var end = begin + (long) (command.path("seconds").asDouble() * 1e9);
            var running = new ArrayList<Future<long[]>>();
            for (var i = 0; i < clients; i++) {
                running.add(threads.submit(client(sender, turn, starting, end)));
            }
            starting.countDown();
            var times = LongStream.builder();
            for (var client : running) {
                Arrays.stream(client.get()).forEach(times);
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            return result(times.build().sorted().toArray(), seconds, before, processorTimes(command));
        } finally {
            threads.shutdownNow();
        }
    }

    /** The times of a client's requests in ns, at least one. */
    private static Callable<long[]> client(Sender sender, AtomicInteger turn, CountDownLatch starting, long end) {
        return () -> {
            var times = LongStream.builder();
            starting.await();
            try (var connection = sender.connect()) {
                do {
                    var begin = System.nanoTime();
                    connection.send(turn.getAndIncrement());
                    times.add(System.nanoTime() - begin);
                } while (System.nanoTime() < end);
            }
            return times.build().toArray();
        };
    }

    private static Map<String, Object> result(
            long[] times, double seconds, Map<String, Duration> before, Map<String, Duration> after) {
        var processor = new LinkedHashMap<String, Double>();
        after.forEach(
                (name, time) -> processor.put(name, time.minus(before.get(name)).toNanos() / 1e6 / times.length));
        return Map.of(
                "requests",
                times.length,
                "median",
                percentile(times, 50),
                "p99",
                percentile(times, 99),
                "rate",
                times.length / seconds,
                "processor",
                processor);
    }

    /** In ms. */
    private static double percentile(long[] sorted, int percent) {
        return sorted[(sorted.length * percent - 1) / 100] / 1e6;
    }

    private static Map<String, Duration> processorTimes(JsonNode command) {
        var times = new LinkedHashMap<String, Duration>();
        command.path("processes")
                .forEachEntry((name, id) -> times.put(
                        name,
                        ProcessHandle.of(id.asLong())
                                .flatMap(process -> process.info().totalCpuDuration())
                                .orElse(Duration.ZERO)));
        return times;
    }

    private Sender bolt(JsonNode command) {
        var driver = driver(command);
        var statement = command.path("statement").asString();
        var parameters = parameters(command);
        return () -> {
            var session = driver.session(SessionConfig.builder()
                    .withDefaultAccessMode(AccessMode.READ)
                    .build());
            return new Connection() {
                @Override
                public void send(int turn) {
                    session.run(statement, parameters.get(turn % parameters.size()))
                            .list(Record::asMap);
                }

                @Override
                public void close() {
                    session.close();
                }
            };
        };
    }

    private static Sender http(JsonNode command) {
        var uri = URI.create(command.path("uri").asString());
        var headers = map(command.path("headers"));
        var bodies = command.path("bodies")
                .valueStream()
                .map(body -> body.asString().getBytes(StandardCharsets.UTF_8))
                .toList();
        return () -> turn -> post(uri, headers, bodies.get(turn % bodies.size()));
    }

    /** Java's newer HTTP client switches threads, which on two cores takes longer than most responses. */
    private static void post(URI uri, Map<String, Object> headers, byte[] body) throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setReadTimeout(TIMEOUT_MS);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/json");
        headers.forEach((name, value) -> connection.setRequestProperty(name, (String) value));
        try (var request = connection.getOutputStream()) {
            request.write(body);
        }
        var status = connection.getResponseCode();
        var refused = connection.getErrorStream();
        try (var stream = refused == null ? connection.getInputStream() : refused) {
            var response = stream.readAllBytes();
            // both servers begin a response that has errors with them
            var start = new String(response, 0, Math.min(response.length, 300), StandardCharsets.UTF_8);
            if (status != 304 && (status != 200 || start.startsWith("{\"errors\""))) {
                throw new IOException("status " + status + ": " + start);
            }
        }
    }

    private interface Sender {
        Connection connect();
    }

    private interface Connection extends AutoCloseable {
        /** Sends the request whose turn it is, and reads the response in full. */
        void send(int turn) throws IOException;

        @Override
        default void close() {}
    }
}
