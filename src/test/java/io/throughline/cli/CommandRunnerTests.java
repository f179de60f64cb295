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

/** The commands that need no database. */
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

    private record CommandResult(int status, String out, String err) {}

    @Test
    void startsTheServerWithoutACommand() {
        assertThat(CommandRunner.isCommand()).isFalse();
        assertThat(CommandRunner.isCommand("--server.port=8081", "--debug")).isFalse();
        assertThat(CommandRunner.isCommand("serve", "--server.port=8081")).isFalse();
        assertThat(CommandRunner.serverArguments("serve", "--server.port=8081")).containsExactly("--server.port=8081");
        assertThat(CommandRunner.isCommand("--server.port=8081", "import", "list.csv"))
                .isTrue();
        assertThat(CommandRunner.isCommand("--help")).isTrue();
        assertThat(CommandRunner.isCommand("improt")).isTrue();
    }

    @Test
    void helpNamesEveryCommandAndTheExitStatus() {
        var help = run("--help");
        assertThat(help.status).isZero();
        assertThat(help.out)
                .contains(
                        "import", "validate", "lists", "resolve", "undo", "export", "dataset", "serve", "Exit status");
        assertThat(run("import", "--help").out).contains("--apply", "--report", "--resume");
        assertThat(run("dataset", "write", "--help").out).contains("FOLDER", "--source", "--overwrite");
    }

    @Test
    void rejectsAnUnknownCommand() {
        var result = run("improt", "list.csv");
        assertThat(result.status).isEqualTo(2);
        assertThat(result.err).contains("improt");
    }

    @Test
    void acceptsAValidFile() throws IOException {
        var result = validate("name,since\nBoston,2020\nParis,2021\n");
        assertThat(result.out)
                .contains(
                        "2 lines: 2 state a membership (2 memberships), 0 are left out by the mapping, 0 cannot be used");
        assertThat(result.status).isZero();
    }

    @Test
    void reportsALineThatCannotBeUsed() throws IOException {
        var result = validate("name,since\nBoston,31/02/2021\nParis,2021\n");
        assertThat(result.out).contains("line 2, column since:", "(NOT_A_DATE)", "1 cannot be used");
        assertThat(result.status).isEqualTo(1);
    }

    @Test
    void appliesTheImportSettingsToValidate() throws IOException {
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
    void appliesSettingsFromAFile() throws IOException {
        var file = Files.writeString(directory.resolve("list.csv"), "name,since\nBoston,2020\n");
        Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        var settings = Files.writeString(
                directory.resolve("settings.yaml"), "throughline: {mappings: '%s'}".formatted(directory));
        assertThat(run("validate", file.toString(), "--mapping", "list", "--spring.config.import=" + settings).status)
                .isZero();
    }

    @Test
    void rejectsAMappingThatDoesNotFitAndSaysWhere() throws IOException {
        var result = validate("town\nBoston\n");
        assertThat(result.err).contains("mapping.yaml, line 5", "`name`", "(MAPPING_MISTAKE)");
        assertThat(result.status).isEqualTo(2);
    }

    @Test
    void rejectsAMissingFile() throws IOException {
        var mapping = Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        var result = run("validate", directory.resolve("nothing.csv").toString(), "--mapping", mapping.toString());
        assertThat(result.err).contains("nothing.csv", "(NO_FILE)");
        assertThat(result.status).isEqualTo(2);
    }

    @Test
    void rejectsAnImpossibleImportBeforeItStartsTheDatabase() throws IOException {
        var nowhere = "--throughline.store.directory=" + directory.resolve("store");
        var file = directory.resolve("list.csv");
        assertThat(run("import", file.toString(), "--mapping", "climactor-2022-12", nowhere).err)
                .contains("list.csv", "(NO_FILE)");
        Files.writeString(file, "name\nKöln\n");
        var result = run("import", file.toString(), "--mapping", "Köln", nowhere);
        assertThat(result.err).contains("'Köln' is neither", "climactor-2022-12", "(MAPPING_UNKNOWN)");
        assertThat(result.status).isEqualTo(2);
        assertThat(directory.resolve("store")).doesNotExist();
    }

    @Test
    void listsTheMappingsWhenNoneIsGiven() throws IOException {
        var file = Files.writeString(directory.resolve("list.csv"), "name\nBoston\n");
        var result = run("validate", file.toString());
        assertThat(result.err).contains("--mapping", "climactor-2022-12", "(MAPPING_EXPECTED)");
        assertThat(result.status).isEqualTo(2);
    }

    @Test
    void validatesTheFolderOfADataset() {
        var result = run("validate", "src/main/resources/dataset");
        assertThat(result.out).contains("organizations", "memberships");
        assertThat(result.status).isZero();
    }

    private CommandResult validate(String text) throws IOException {
        var file = Files.writeString(directory.resolve("list.csv"), text);
        var mapping = Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        return run("validate", file.toString(), "--mapping", mapping.toString());
    }

    @SuppressWarnings("SystemOut") // that is what the command line writes to
    private static CommandResult run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var originalOut = System.out;
        var originalErr = System.err;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            var status = CommandRunner.run(ThroughlineApplication.class, arguments);
            return new CommandResult(
                    status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(originalOut);
            System.setErr(originalErr);
        }
    }

    @Test
    void proposesAMappingWhosePlaceholdersValidateNames() throws IOException {
        var file = Files.writeString(
                directory.resolve("towns.csv"), "Town;Country;Joined\nCork;IE;2019\nGalway;IE;2021\n");
        var mapping = directory.resolve("towns.yaml");

        assertThat(run("mapping", "suggest", file.toString(), "-o", mapping.toString()).status)
                .isZero();
        var again = run("mapping", "suggest", file.toString(), "-o", mapping.toString());
        assertThat(again.status).isEqualTo(2);
        assertThat(again.err).contains("FILE_EXISTS");
        var validated = run("validate", file.toString(), "--mapping", mapping.toString());
        assertThat(validated.status).isEqualTo(1);
        assertThat(validated.out)
                .contains(
                        "towns.yaml, line",
                        "'replace-me-source' is a placeholder; replace it with what is meant.",
                        "'replace-me-organization' is a placeholder",
                        "2 lines: 2 state a membership (2 memberships)");
        assertThat(run("mapping", "suggest", directory.resolve("none.csv").toString()).err)
                .contains("NO_FILE");
    }
}
