package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.ThroughlineApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line does without a database. */
class CommandRunnerTests {

    private static final String MAPPING = """
            id: list
            title: A list
            source: {id: list, title: A list, licence: CC0-1.0}
            organizations: [{id: network, name: Network, kind: NETWORK}]
            member: {name: {column: name}}
            memberships: [{organization: network, role: MEMBER, validFrom: {column: since}}]
            """;

    @TempDir
    private Path directory;

    private record Ended(int status, String out, String err) {}

    @Test
    void withoutACommandTheServerStarts() {
        assertThat(CommandRunner.isAskedFor()).isFalse();
        assertThat(CommandRunner.isAskedFor("--server.port=8081", "--debug")).isFalse();
        assertThat(CommandRunner.isAskedFor("serve", "--server.port=8081")).isFalse();
        assertThat(CommandRunner.ofServer("serve", "--server.port=8081")).containsExactly("--server.port=8081");
        assertThat(CommandRunner.isAskedFor("--server.port=8081", "import", "list.csv"))
                .isTrue();
        assertThat(CommandRunner.isAskedFor("--help")).isTrue();
        assertThat(CommandRunner.isAskedFor("improt")).isTrue();
    }

    @Test
    void helpNamesEveryCommandAndTheExitStatus() {
        var help = run("--help");
        assertThat(help.status).isZero();
        assertThat(help.out).contains("import", "validate", "resolve", "undo", "export", "serve", "Exit status");
        assertThat(run("import", "--help").out).contains("--apply", "--report", "--resume");
    }

    @Test
    void whatItDoesNotKnowItRefusesWithAGuess() {
        var ended = run("improt", "list.csv");
        assertThat(ended.status).isEqualTo(2);
        assertThat(ended.err).contains("improt");
    }

    @Test
    void aGoodFileIsValid() throws IOException {
        var ended = validate("name,since\nBoston,2020\nParis,2021\n");
        assertThat(ended.out)
                .contains("Lines: 2; stating memberships: 2, which are 2; left out by the mapping: 0; unusable: 0");
        assertThat(ended.status).isZero();
    }

    @Test
    void aLineThatCannotBeUsedIsNamed() throws IOException {
        var ended = validate("name,since\nBoston,31/02/2021\nParis,2021\n");
        assertThat(ended.out).contains("line 2, column since:", "(NOT_A_DATE)", "unusable: 1");
        assertThat(ended.status).isEqualTo(1);
    }

    @Test
    void theSettingsHoldForCheckingAsForImporting() throws IOException {
        var file = Files.writeString(directory.resolve("list.csv"), "name,since\nBoston,2020\nParis,2021\n");
        Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        var folder = "--throughline.mappings=" + directory;
        assertThat(run("validate", file.toString(), "--mapping", "list", folder).status)
                .isZero();
        var limited = run("validate", file.toString(), "--mapping", "list", folder, "--throughline.files.columns=1");
        assertThat(limited.err).contains("(TOO_MANY_COLUMNS)");
        assertThat(limited.status).isEqualTo(2);
    }

    @Test
    void theSettingsOfAFileHoldToo() throws IOException {
        var file = Files.writeString(directory.resolve("list.csv"), "name,since\nBoston,2020\n");
        Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        var settings = Files.writeString(
                directory.resolve("settings.yaml"), "throughline: {mappings: '%s'}".formatted(directory));
        assertThat(run("validate", file.toString(), "--mapping", "list", "--spring.config.import=" + settings).status)
                .isZero();
    }

    @Test
    void aMappingThatDoesNotFitIsRefusedWithItsPlace() throws IOException {
        var ended = validate("town\nBoston\n");
        assertThat(ended.err).contains("mapping.yaml, line 5", "`name`", "(MAPPING_MISTAKE)");
        assertThat(ended.status).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws IOException {
        var mapping = Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        var ended = run("validate", directory.resolve("nothing.csv").toString(), "--mapping", mapping.toString());
        assertThat(ended.err).contains("nothing.csv", "(NO_FILE)");
        assertThat(ended.status).isEqualTo(2);
    }

    @Test
    void whatCannotBeImportedIsRefusedBeforeADatabaseIsStarted() throws IOException {
        var nowhere = "--throughline.store.directory=" + directory.resolve("store");
        var file = directory.resolve("list.csv");
        assertThat(run("import", file.toString(), "--mapping", "climactor-2022-12", nowhere).err)
                .contains("list.csv", "(NO_FILE)");
        Files.writeString(file, "name\nKöln\n");
        var ended = run("import", file.toString(), "--mapping", "Köln", nowhere);
        assertThat(ended.err).contains("no mapping Köln", "climactor-2022-12", "(MAPPING_UNKNOWN)");
        assertThat(ended.status).isEqualTo(2);
        assertThat(directory.resolve("store")).doesNotExist();
    }

    @Test
    void withoutAMappingItSaysWhichThereAre() throws IOException {
        var file = Files.writeString(directory.resolve("list.csv"), "name\nBoston\n");
        var ended = run("validate", file.toString());
        assertThat(ended.err).contains("--mapping", "climactor-2022-12", "(MAPPING_EXPECTED)");
        assertThat(ended.status).isEqualTo(2);
    }

    @Test
    void theFolderOfADatasetIsValidated() {
        var ended = run("validate", "src/main/resources/dataset");
        assertThat(ended.out).contains("organizations", "memberships");
        assertThat(ended.status).isZero();
    }

    private Ended validate(String text) throws IOException {
        var file = Files.writeString(directory.resolve("list.csv"), text);
        var mapping = Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        return run("validate", file.toString(), "--mapping", mapping.toString());
    }

    @SuppressWarnings("SystemOut") // that is what the command line writes to
    private static Ended run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var usualOut = System.out;
        var usualErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            var status = CommandRunner.run(ThroughlineApplication.class, arguments);
            return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(usualOut);
            System.setErr(usualErr);
        }
    }
}
