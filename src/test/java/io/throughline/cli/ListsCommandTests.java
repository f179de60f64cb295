package io.throughline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.throughline.intake.catalog.ListServer;
import io.throughline.intake.ingest.ImportJob;
import io.throughline.intake.ingest.ImportLines;
import io.throughline.intake.ingest.ImportRequest;
import io.throughline.intake.ingest.ImportRuns;
import io.throughline.intake.ingest.ImportStarter;
import io.throughline.intake.ingest.ImportState;
import io.throughline.reference.id.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

/** The command {@code lists}, with lists on a server of this machine and without a database. */
class ListsCommandTests {

    private static final byte[] FILE = "name,iso,entity_type\nBoston,USA,City\n".getBytes(UTF_8);
    private static final List<ImportRequest> REQUESTS = new ArrayList<>();

    /** The beans that an import needs; not annotated, so that no component scan finds it. */
    static class WithoutDatabase {

        @Bean
        ImportStarter imports() {
            var imports = mock(ImportStarter.class);
            when(imports.findInterrupted(any())).thenReturn(Optional.empty());
            when(imports.begin(any())).thenAnswer(call -> {
                var request = call.getArgument(0, ImportRequest.class);
                REQUESTS.add(request);
                var run = ImportRuns.of(ImportState.DONE, !request.apply());
                var job = mock(ImportJob.class);
                when(job.initialRun()).thenReturn(run);
                when(job.latestRun()).thenReturn(run);
                when(job.run(any())).thenReturn(run);
                return job;
            });
            return imports;
        }

        @Bean
        ImportLines lines() {
            var lines = mock(ImportLines.class);
            when(lines.remarks(anyString(), anyInt())).thenReturn(new ImportLines.Remarks(List.of(), 0));
            return lines;
        }
    }

    private record CommandResult(int status, String out, String err) {}

    @TempDir
    private Path directory;

    private ListServer server;

    @BeforeEach
    void start() throws IOException {
        REQUESTS.clear();
        server = new ListServer();
        server.serve("/towns.csv", FILE, "\"1\"");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsTheListsInATable() throws IOException {
        var result = run("", "lists");

        assertThat(result.out.lines())
                .anyMatch(line -> line.matches("ID +EDITION +BYTES +IMPORTED +LICENCE +TITLE"))
                .anyMatch(line ->
                        line.matches("climactor-2022-12 +2022-12 +2,236,350 +no +conflicting: non-commercial / GPL-2"
                                + " +ClimActor, .*"))
                .anyMatch(line -> line.matches("towns +2026 +\\? +no +CC0 1.0 +Towns"));
        assertThat(result.status).isZero();
        assertThat(directory.resolve("store")).as("there is no database to ask").doesNotExist();
    }

    @Test
    void showsAllThatIsKnownAboutEachList() throws IOException {
        assertThat(run("", "lists", "--long").out)
                .contains(
                        "what it allows: Any use, also commercial, if Net Zero Tracker is credited",
                        "SHA-256: bfff7f762ff5d8490e4968233b8a53fc55fae0f108e647f3881e8ee76b61bd41",
                        "mapping: net-zero-tracker-2022-12-20",
                        "address: none; see its page",
                        "SHA-256: not recorded",
                        "imported: no");
    }

    @Test
    void showsTheLicenceAndDownloadsNothingUntilItIsAccepted() throws IOException {
        var result = run("", "lists", "add", "towns");

        assertThat(result.out)
                .contains("licence: CC0 1.0", "what it allows: Any use", "address: " + server.url("/towns.csv"));
        assertThat(result.err).contains("run the command again with --accept-licence (LICENCE_NOT_ACCEPTED)");
        assertThat(result.status).isEqualTo(2);
        assertThat(server.ranges()).isEmpty();
        assertThat(REQUESTS).isEmpty();
        assertThat(directory.resolve("store")).doesNotExist();
    }

    @Test
    void downloadsAndImportsAList() throws IOException {
        var result = run(hash(), "lists", "add", "towns", "--accept-licence", "--person", "maria");

        assertThat(result.out)
                .contains("SHA-256 %s. This is the edition that the mapping was written for.".formatted(hash()));
        assertThat(result.status).isZero();
        assertThat(REQUESTS).singleElement().satisfies(request -> {
            assertThat(request.apply()).isTrue();
            assertThat(request.mapping().id()).isEqualTo("climactor-2022-12");
            assertThat(request.person()).isEqualTo("maria");
            assertThat(request.fileName()).isEqualTo("towns.csv");
            assertThat(request.file()).hasBinaryContent(FILE);
        });
        assertThat(directory.resolve("store/downloads")).isDirectoryContaining("glob:**/towns.csv");
    }

    @Test
    void onlyReadsAFileThatHasChangedUntilTheChangesAreAccepted() throws IOException {
        var other = "0".repeat(64);

        var result = run(other, "lists", "add", "towns", "--accept-licence");

        assertThat(result.out)
                .contains(
                        "The file has changed: the mapping was written for the edition of 2026 with SHA-256 " + other,
                        "This is a dry run.",
                        "Nothing was recorded. If the report is as you expect, run the command again with"
                                + " --accept-changes.");
        assertThat(result.status).isEqualTo(1);
        assertThat(REQUESTS)
                .singleElement()
                .satisfies(request -> assertThat(request.apply()).isFalse());

        var accepted = run(other, "lists", "add", "towns", "--accept-licence", "--accept-changes");

        assertThat(accepted.out).contains("The file has changed", "It is imported all the same.");
        assertThat(accepted.status).isZero();
        assertThat(REQUESTS)
                .last()
                .satisfies(request -> assertThat(request.apply()).isTrue());
    }

    @Test
    void saysThatAnEditionCannotBeCheckedWithoutAHash() throws IOException {
        assertThat(run("", "lists", "add", "towns", "--accept-licence", "--dry-run").out)
                .contains("No hash is recorded for this list, so the edition cannot be checked.");
        assertThat(REQUESTS)
                .singleElement()
                .satisfies(request -> assertThat(request.apply()).isFalse());
    }

    @Test
    void takesAFileThatWasDownloadedByHand() throws IOException {
        var file = Files.write(directory.resolve("mine.csv"), FILE);

        var result = run(hash(), "lists", "add", "towns", "--accept-licence", "--file", file.toString());

        assertThat(result.status).isZero();
        assertThat(server.ranges()).isEmpty();
        assertThat(REQUESTS).singleElement().satisfies(request -> {
            assertThat(request.file()).isEqualTo(file);
            assertThat(request.apply()).isTrue();
        });
        assertThat(run("", "lists", "add", "towns", "--accept-licence", "--file", "nowhere.csv").err)
                .contains("'nowhere.csv' does not exist or is not a file (NO_FILE)");
    }

    @Test
    void printsOneLineWithTheAddressIfThereIsNoNetwork() throws IOException {
        server.close();

        var result = run(hash(), "lists", "add", "towns", "--accept-licence");

        assertThat(result.err.lines().filter(line -> line.contains("(NO_CONNECTION)")))
                .singleElement()
                .asString()
                .contains("download %s by hand and give the file with --file".formatted(server.url("/towns.csv")));
        assertThat(result.status).isEqualTo(2);
        assertThat(REQUESTS).isEmpty();
        try (var left = Files.list(directory.resolve("store/downloads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void rejectsIdsThatNameNoListAndListsThatNameNoMapping() throws IOException {
        var unknown = run("", "lists", "add", "twns", "--accept-licence");
        assertThat(unknown.err).contains("no list has the id 'twns'; did you mean towns? (LIST_UNKNOWN)");
        assertThat(unknown.status).isEqualTo(2);

        var file = catalog("").replace("climactor-2022-12,,", "no-mapping,,");
        Files.writeString(directory.resolve("lists.csv"), file);
        var result = run(List.of("lists", "add", "towns", "--accept-licence"));
        assertThat(result.err).contains("'no-mapping' is neither the id of a mapping nor a file");
        assertThat(result.status).isEqualTo(2);
        assertThat(server.ranges()).isEmpty();
    }

    private String catalog(String sha256) {
        return "id,title,publisher,content,size,licence,licence_url,allows,url,page_url,mapping,sha256,edition,note\n"
                + "towns,Towns,Me,Towns,,CC0 1.0,,Any use,%s,https://example.org,climactor-2022-12,%s,2026,\n"
                        .formatted(server.url("/towns.csv"), sha256);
    }

    private static String hash() {
        return Sha256.hex(Sha256.digest().digest(FILE));
    }

    /** Runs a command with a catalogue that has one more list, with this hash. */
    private CommandResult run(String sha256, String... arguments) throws IOException {
        Files.writeString(directory.resolve("lists.csv"), catalog(sha256));
        return run(List.of(arguments));
    }

    @SuppressWarnings("SystemOut") // that is what the command line writes to
    private CommandResult run(List<String> arguments) {
        var settings = Stream.of(
                "--throughline.lists=" + directory.resolve("lists.csv"),
                "--throughline.store.directory=" + directory.resolve("store"));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var originalOut = System.out;
        var originalErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, UTF_8));
            System.setErr(new PrintStream(err, true, UTF_8));
            var status = CommandRunner.run(
                    WithoutDatabase.class,
                    Stream.concat(arguments.stream(), settings).toArray(String[]::new));
            return new CommandResult(status, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(originalOut);
            System.setErr(originalErr);
        }
    }
}
