package io.throughline.cli;

import io.throughline.infra.backup.GraphBackup;
import io.throughline.intake.ingest.ImportRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code import}. */
@Command(
        name = "import",
        description = {
            "Imports a published list. Without --apply nothing is recorded; the report says what would be recorded.",
            "You can import a list again: what is unchanged stays as it is, what was corrected supersedes what the list"
                    + " said before, and what it no longer says is withdrawn."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nFor example:%n",
        footer = {
            "  throughline import climactor.csv --mapping climactor-2022-12",
            "  throughline import climactor.csv --mapping climactor-2022-12 --apply --report report.html"
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description =
                    "A list as CSV, Excel or JSON Lines. Without a mapping: a folder with the files of a Throughline"
                            + " dataset, or a whole graph as \"export everything.jsonl\" writes it.")
    private Path file = Path.of("");

    @Option(
            names = {"-m", "--mapping"},
            paramLabel = "MAPPING",
            description = "What the columns mean: the id of a mapping, or a YAML file.")
    private @Nullable String mapping;

    /** One of the two options. */
    static final class ModeOptions {
        @Option(names = "--dry-run", description = "Record nothing, only report what would be recorded (default).")
        @SuppressWarnings("UnusedVariable") // excludes --apply
        private boolean dryRun;

        @Option(names = "--apply", description = "Record the list in the graph.")
        private boolean apply;
    }

    @ArgGroup
    private @Nullable ModeOptions mode;

    @Option(
            names = "--report",
            paramLabel = "REPORT",
            description =
                    "Write what became of each line to a .csv or .html file, or with - as CSV to standard output. Can"
                            + " be repeated.")
    private List<String> reports = new ArrayList<>();

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Resume this interrupted import. Running its original command again does the same.")
    private @Nullable String resume;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who is responsible for the import. Default: ${DEFAULT-VALUE}.")
    private String person = "";

    private final CommandContext context;
    private final PrintStream out;

    ImportCommand(CommandContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            return importDataset();
        }
        if (mapping == null && resume == null && Files.isRegularFile(file) && GraphBackup.isBackup(file)) {
            return restoreGraph();
        }
        var session = new ImportSession(context, out, reports);
        session.checkReports();
        // check first: starting the database takes a while
        if (!Files.isRegularFile(file)) {
            throw new CommandRejectedException("NO_FILE", "'%s' does not exist or is not a file".formatted(file));
        }
        if (resume != null) {
            return session.resume(resume, file);
        }
        return session.importList(new ImportRequest(
                file,
                String.valueOf(file.getFileName()),
                context.mapping(mapping),
                person,
                mode != null && mode.apply));
    }

    private int importDataset() {
        if (mode == null || !mode.apply) {
            throw new CommandRejectedException(
                    "APPLY_EXPECTED",
                    "'%1$s' is a folder: check it with \"validate %1$s\" or import it with \"import %1$s --apply\""
                            .formatted(file));
        }
        context.startWith("--throughline.dataset=" + file.toAbsolutePath().toUri());
        out.println("The graph now has the dataset in %s.".formatted(file));
        return ExitStatus.SUCCESS;
    }

    private int restoreGraph() throws IOException {
        var backup = context.get(GraphBackup.class);
        if (mode != null && mode.apply) {
            out.println("Restored the graph in %s: %,d nodes.".formatted(file, backup.restore(file)));
        } else {
            backup.checkReplaceable();
            out.println("%s contains a graph of %,d nodes. This was a dry run: nothing was recorded."
                    .formatted(file, GraphBackup.check(file)));
        }
        return ExitStatus.SUCCESS;
    }
}
