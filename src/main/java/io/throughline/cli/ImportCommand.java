package io.throughline.cli;

import io.throughline.infra.backup.GraphBackup;
import io.throughline.intake.ingest.ImportJob;
import io.throughline.intake.ingest.ImportLines;
import io.throughline.intake.ingest.ImportRequest;
import io.throughline.intake.ingest.ImportRun;
import io.throughline.intake.ingest.ImportStarter;
import io.throughline.intake.ingest.ImportState;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.mapping.MappingCatalog;
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

/** {@code import}. */
@Command(
        name = "import",
        description = {
            "Imports a published list. Without --apply nothing is recorded: the report says what would be.",
            "A list may be imported again: what is the same changes nothing, what was corrected supersedes what it said"
                    + " before, what it does not say any more is withdrawn."
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
                    "CSV, Excel or JSON Lines; or, without a mapping, a folder with the files of a dataset of our own, or all of a"
                            + " graph as \"export everything.jsonl\" writes it.")
    private Path file = Path.of("");

    @Option(
            names = {"-m", "--mapping"},
            paramLabel = "MAPPING",
            description = "What its columns mean: the id of a mapping, or a YAML file.")
    private @Nullable String mapping;

    /** One of the two. */
    static final class Mode {
        @Option(names = "--dry-run", description = "Record nothing; say what would be recorded. This is the default.")
        private boolean dryRun;

        @Option(names = "--apply", description = "Record it.")
        private boolean apply;
    }

    @ArgGroup
    private @Nullable Mode mode;

    @Option(
            names = "--report",
            paramLabel = "REPORT",
            description =
                    "Write what became of each line to a file: .csv or .html; - for CSV on the standard output. May be repeated.")
    private List<String> reports = new ArrayList<>();

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with this import that was interrupted. The same command once more does so by itself.")
    private @Nullable String resume;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who answers for it. By default: ${DEFAULT-VALUE}.")
    private String person = "";

    private final CommandContext graph;
    private final PrintStream out;

    ImportCommand(CommandContext graph, PrintStream out) {
        this.graph = graph;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            return dataset();
        }
        if (mapping == null && resume == null && Files.isRegularFile(file) && GraphBackup.isBackup(file)) {
            return everything();
        }
        for (var report : reports) {
            LineReportWriter.check(report);
        }
        // before the database starts, which takes a while
        if (!Files.isRegularFile(file)) {
            throw new CommandRunner.CommandRejectedException(
                    "NO_FILE", "'%s' is no file that can be read".formatted(file));
        }
        var fitting = resume == null ? graph.mapping(mappings -> mapping(mappings, mapping)) : null;
        try (var job = job(fitting);
                var stopping = InterruptHandler.stops(job)) {
            var run = run(job);
            report(run);
            return status(run);
        }
    }

    private static ImportRun run(ImportJob job) {
        try (var progress = ProgressDisplay.of(job.begun())) {
            return job.run(progress);
        }
    }

    private void report(ImportRun run) throws IOException {
        var lines = graph.get(ImportLines.class);
        new TextReport(reports.contains("-") ? System.err : out).write(run, lines);
        for (var report : reports) {
            LineReportWriter.write(report, run, lines, out);
        }
    }

    private int dataset() {
        if (mode == null || !mode.apply) {
            throw new CommandRunner.CommandRejectedException(
                    "APPLY_EXPECTED",
                    "A folder is checked by \"validate %1$s\", and imported by \"import %1$s --apply\""
                            .formatted(file));
        }
        graph.startWith("--throughline.dataset=" + file.toAbsolutePath().toUri());
        out.println("The dataset of %s is in the graph.".formatted(file));
        return CommandRunner.WELL;
    }

    private int everything() throws IOException {
        var backup = graph.get(GraphBackup.class);
        if (mode != null && mode.apply) {
            out.println("The graph is that of %s: %,d nodes.".formatted(file, backup.restore(file)));
        } else {
            backup.checkReplaceable();
            out.println("%s holds a graph of %,d nodes: a dry run; nothing is recorded"
                    .formatted(file, GraphBackup.check(file)));
        }
        return CommandRunner.WELL;
    }

    private ImportJob job(@Nullable Mapping fitting) {
        var imports = graph.get(ImportStarter.class);
        if (resume != null || fitting == null) {
            return imports.resume(String.valueOf(resume), file);
        }
        var order = new ImportRequest(
                file, String.valueOf(file.getFileName()), fitting, person, mode != null && mode.apply);
        var brokenOff = order.apply() ? imports.brokenOff(order) : java.util.Optional.<ImportRun>empty();
        return brokenOff.isPresent() ? imports.resume(brokenOff.get().id(), file) : imports.begin(order);
    }

    /** The mapping of an id, or in a file. */
    static Mapping mapping(MappingCatalog mappings, @Nullable String asked) {
        if (asked == null) {
            throw new CommandRunner.CommandRejectedException(
                    "MAPPING_EXPECTED",
                    "Which mapping? Give --mapping with the id of one of these, or a YAML file: "
                            + String.join(
                                    ", ",
                                    mappings.all().stream().map(Mapping::id).toList()));
        }
        var path = Path.of(asked);
        return Files.isRegularFile(path)
                ? mappings.read(path)
                : mappings.byId(asked)
                        .orElseThrow(() -> new CommandRunner.CommandRejectedException(
                                "MAPPING_UNKNOWN",
                                "There is no mapping %s, and no such file; there are %s"
                                        .formatted(
                                                asked,
                                                String.join(
                                                        ", ",
                                                        mappings.all().stream()
                                                                .map(Mapping::id)
                                                                .toList()))));
    }

    private static int status(ImportRun run) {
        if (run.state() != ImportState.DONE) {
            return run.linesDone() > 0 ? CommandRunner.NEEDS_PERSON : CommandRunner.NOTHING;
        }
        return run.counts().needPerson() ? CommandRunner.NEEDS_PERSON : CommandRunner.WELL;
    }
}
