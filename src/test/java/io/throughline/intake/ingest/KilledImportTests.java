package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.ThroughlineApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** A process that imports is ended in the middle, its database with it: by {@code kill -9}, then by Ctrl-C. */
class KilledImportTests {

    private static final int LINES = 400;
    private static final int BATCH = 20;
    private static final String MAPPING = """
            id: list-for-tests
            title: A list for tests
            source: {id: list-for-tests, title: A list for tests, licence: CC0-1.0, statedAt: 2026-01-01}
            organizations:
              - {id: network-for-tests, name: Network for Tests, kind: NETWORK}
            member:
              name: {column: name}
              kind: CITY
              country: {column: country, otherwise: null}
              identifiers: {own: {column: id, otherwise: null}}
            memberships:
              - organization: network-for-tests
                role: MEMBER
                validFrom: {column: since}
            """;

    @TempDir
    private Path directory;

    @Test
    void anImportThatWasKilledEndsInTheGraphOfAnUndisturbedOne() throws IOException {
        var killed = disturbed("KILL");
        assertThat(killed.by().status()).isEqualTo(128 + 9);
        assertThat(killed.before().message()).startsWith("interrupted after");
    }

    @Test
    void anImportThatWasKilledAndThenStoppedSaysHowToGoOnAndEndsInTheGraphOfAnUndisturbedOne() throws IOException {
        // the same command goes on; Ctrl-C ends it behind its batch, with what to do next
        var stopped = disturbed("KILL", "INT");
        assertThat(stopped.by().said())
                .anyMatch(line -> line.contains(": interrupted after"))
                .anyMatch(line -> line.matches(".* goes on behind \\d+ lines"));
        assertThat(stopped.by().status()).isEqualTo(128 + 2);
        assertThat(stopped.by().said().get(stopped.by().said().size() - 1))
                .matches("Stopped\\. The same command goes on with it; \"undo run-\\S+\" takes it back\\.");
        assertThat(stopped.before().message()).isEqualTo("the program was stopped");
    }

    /** An import that gets signals in the middle, goes on after each, and ends. */
    private Resumed disturbed(String... signals) throws IOException {
        var mapping = Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        var file = directory.resolve("list.csv");
        var undisturbed = on("undisturbed-" + signals.length, context -> {
            write(file, cities(context.getBean(Driver.class)));
            return new Ended(run(context, file, mapping), GraphDigest.of(context.getBean(Driver.class)));
        });
        assertThat(undisturbed.run().state()).isEqualTo(ImportState.DONE);
        var store = "disturbed-" + signals.length;
        var all = new ArrayList<Disturbed>();
        for (var signal : signals) {
            all.add(interrupt(signal, store, file, mapping));
        }
        return on(store, context -> {
            var interrupted = context.getBean(RunQueries.class).interrupted();
            assertThat(interrupted).hasSize(1);
            assertThat(interrupted.get(0).linesDone()).isBetween(2L * BATCH * signals.length, (long) LINES - 1);
            var resumed = run(context, file, mapping);
            assertThat(resumed.counts()).isEqualTo(undisturbed.run().counts());
            assertThat(GraphDigest.of(context.getBean(Driver.class))).isEqualTo(undisturbed.graph());
            return new Resumed(all.get(all.size() - 1), interrupted.get(0));
        });
    }

    /** What the last signal did, and the run as it was found then. */
    private record Resumed(Disturbed by, ImportRun before) {}

    private record Disturbed(int status, List<String> said) {}

    private record Ended(ImportRun run, List<String> graph) {}

    /** As the command line does: the same command goes on with what was broken off. */
    private static ImportRun run(ApplicationContext context, Path file, Path mapping) {
        var imports = context.getBean(ImportStarter.class);
        var order = new ImportRequest(
                file,
                "list.csv",
                context.getBean(io.throughline.intake.mapping.MappingCatalog.class)
                        .read(mapping),
                "maria",
                true);
        var job = imports.brokenOff(order)
                .map(run -> imports.resume(run.id(), file))
                .orElseGet(() -> imports.begin(order, BATCH));
        return job.run(run -> {});
    }

    /** Cities of the graph, some twice, and one that nobody knows. */
    private static List<String> cities(Driver driver) {
        var lines = new ArrayList<String>();
        driver.executableQuery("MATCH (city:City) RETURN city.id AS id ORDER BY id LIMIT " + (LINES - 2))
                .execute()
                .records()
                .forEach(row -> lines.add("%s,x,,20%02d".formatted(row.get("id").asString(), lines.size() % 20)));
        lines.add(10, lines.get(3));
        lines.add(150, ",Springfield,USA,2020");
        return lines;
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.writeString(file, "id,name,country,since\n" + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Runs the command, and sends it a signal when a few batches are recorded. */
    private static Disturbed interrupt(String signal, String store, Path file, Path mapping) throws IOException {
        var command = new ArrayList<String>();
        if (OS.LINUX.isCurrentOs()) {
            // a shell that runs tests in the background has them ignore Ctrl-C, and what they start
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ThroughlineApplication.class.getName(),
                "import",
                file.toString(),
                "--mapping",
                mapping.toString(),
                "--apply",
                "--throughline.imports.batch=" + BATCH,
                "--logging.level.io.throughline.intake.ingest=debug"));
        command.addAll(store(store));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new ArrayList<String>();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var batches = 0;
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.matches(".* DEBUG .*: \\d+ lines") && ++batches == 2) {
                    send(signal, process);
                }
            }
            return new Disturbed(process.onExit().join().exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void send(String signal, Process process) throws IOException {
        if (signal.equals("KILL")) {
            // at once, and what it said can still be read
            process.toHandle().destroyForcibly();
            return;
        }
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
    }

    private <T> T on(String name, Function<ApplicationContext, T> work) {
        var arguments = new ArrayList<>(store(name));
        arguments.add("--throughline.imports.batch=" + BATCH);
        try (var context = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(arguments.toArray(String[]::new))) {
            return work.apply(context);
        }
    }

    private static final String STORES = "target/test-store/" + UUID.randomUUID();

    private static List<String> store(String name) {
        return List.of(
                "--spring.neo4j.uri=embedded",
                "--throughline.store.directory=" + Path.of(STORES, name).toAbsolutePath());
    }
}
