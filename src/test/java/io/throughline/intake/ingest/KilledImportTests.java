package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.TestStore;
import io.throughline.ThroughlineApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** Ends a process in the middle of an import, together with its database: by {@code kill -9}, then by Ctrl-C. */
@Tag("full")
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
    void aResumedImportAfterAKillAndCtrlCEndsInTheSameGraph() throws IOException {
        // the same command resumes; Ctrl-C ends it after its batch and says what to do next
        var resumed = interruptAndResume("KILL", "INT");
        var killed = resumed.processes().get(0);
        var stopped = resumed.processes().get(1);
        assertThat(killed.status()).isEqualTo(128 + 9);
        assertThat(stopped.output())
                .anyMatch(line -> line.contains(": interrupted after"))
                .anyMatch(line -> line.matches(".* resumes after \\d+ lines"));
        assertThat(stopped.status()).isEqualTo(128 + 2);
        assertThat(stopped.output().get(stopped.output().size() - 1))
                .matches(
                        "Stopped\\. Run the same command again to resume\\. To take the import back, run \"undo run-\\S+\"\\.");
        assertThat(resumed.before().message()).isEqualTo("the program was stopped");
    }

    /** Runs an import that gets signals, is resumed after each, and ends. */
    private Resumed interruptAndResume(String... signals) throws IOException {
        var mapping = Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        var file = directory.resolve("list.csv");
        var uninterrupted = inContext("undisturbed", context -> {
            write(file, cities(context.getBean(Driver.class)));
            return new FinishedImport(run(context, file, mapping), GraphDigest.of(context.getBean(Driver.class)));
        });
        assertThat(uninterrupted.run().state()).isEqualTo(ImportState.DONE);
        var store = "disturbed";
        var processes = new ArrayList<InterruptedProcess>();
        for (var signal : signals) {
            processes.add(interrupt(signal, store, file, mapping));
        }
        return inContext(store, context -> {
            var interrupted = context.getBean(RunQueries.class).interrupted();
            assertThat(interrupted).hasSize(1);
            assertThat(interrupted.get(0).linesDone()).isBetween(2L * BATCH * signals.length, (long) LINES - 1);
            var resumed = run(context, file, mapping);
            assertThat(resumed.counts()).isEqualTo(uninterrupted.run().counts());
            assertThat(GraphDigest.of(context.getBean(Driver.class))).isEqualTo(uninterrupted.graph());
            return new Resumed(processes, interrupted.get(0));
        });
    }

    /** The processes that got a signal, and the run as it was found after the last one. */
    private record Resumed(List<InterruptedProcess> processes, ImportRun before) {}

    private record InterruptedProcess(int status, List<String> output) {}

    private record FinishedImport(ImportRun run, List<String> graph) {}

    /** As the command line does: the same command resumes an interrupted import. */
    private static ImportRun run(ApplicationContext context, Path file, Path mapping) {
        var imports = context.getBean(ImportStarter.class);
        var request = new ImportRequest(
                file,
                "list.csv",
                context.getBean(io.throughline.intake.mapping.MappingCatalog.class)
                        .read(mapping),
                "maria",
                true);
        var job = imports.findInterrupted(request)
                .map(run -> imports.resume(run.id(), file))
                .orElseGet(() -> imports.begin(request, BATCH));
        return job.run(run -> {});
    }

    /** Cities of the graph, one of them twice, and one that is ambiguous. */
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

    /** Runs the command and sends it a signal once a few batches are recorded. */
    private InterruptedProcess interrupt(String signal, String store, Path file, Path mapping) throws IOException {
        var command = new ArrayList<String>();
        if (OS.LINUX.isCurrentOs()) {
            // a shell that runs tests in the background makes them, and the processes they start, ignore Ctrl-C
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
        var output = new ArrayList<String>();
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var batches = 0;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (line.matches(".* DEBUG .*: \\d+ lines") && ++batches == 2) {
                    send(signal, process);
                }
            }
            return new InterruptedProcess(process.onExit().join().exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void send(String signal, Process process) throws IOException {
        if (signal.equals("KILL")) {
            // immediate, and its output can still be read
            process.toHandle().destroyForcibly();
            return;
        }
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
    }

    private <T> T inContext(String name, Function<ApplicationContext, T> work) {
        var arguments = new ArrayList<>(store(name));
        arguments.add("--throughline.imports.batch=" + BATCH);
        try (var context = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(arguments.toArray(String[]::new))) {
            return work.apply(context);
        }
    }

    private final Map<String, Path> stores = new HashMap<>();

    private List<String> store(String name) {
        return List.of(
                "--spring.neo4j.uri=embedded",
                "--throughline.store.directory=" + stores.computeIfAbsent(name, any -> TestStore.loaded()));
    }
}
