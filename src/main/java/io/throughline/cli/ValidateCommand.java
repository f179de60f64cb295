package io.throughline.cli;

import io.throughline.dataset.DatasetValidator;
import io.throughline.infra.backup.GraphBackup;
import io.throughline.intake.mapping.InterpretedRow;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.tabular.FileFinding;
import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.RejectedLine;
import io.throughline.intake.tabular.TableLine;
import io.throughline.intake.tabular.TableRow;
import io.throughline.intake.tabular.UnreadableFileException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code validate}. */
@Command(
        name = "validate",
        description = {
            "Checks a file and a mapping without a database: does the mapping fit, and which lines cannot be used?",
            "Given a folder, checks the files of a Throughline dataset in it."
        },
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    private static final int MAX_SHOWN = 50;

    @Parameters(paramLabel = "FILE", description = "A list as CSV, Excel or JSON Lines; or the folder of a dataset.")
    private Path file = Path.of("");

    @Option(
            names = {"-m", "--mapping"},
            paramLabel = "MAPPING",
            description = "What the columns mean: the id of a mapping, or a YAML file.")
    private @Nullable String mapping;

    private final CommandContext context;
    private final PrintStream out;
    private int stated;
    private int memberships;
    private int leftOut;
    private int rejected;
    private int shown;

    ValidateCommand(CommandContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    @Override
    public Integer call() throws UnreadableFileException, IOException {
        if (Files.isDirectory(file)) {
            out.println(DatasetValidator.check(file));
            return ExitStatus.SUCCESS;
        }
        if (mapping == null && Files.isRegularFile(file) && GraphBackup.isBackup(file)) {
            out.println("%s contains a graph of %,d nodes.".formatted(file, GraphBackup.check(file)));
            return ExitStatus.SUCCESS;
        }
        return check(context.mapping(mapping), context.fileLimits());
    }

    private int check(Mapping listMapping, FileLimits limits) throws UnreadableFileException {
        listMapping.placeholders().forEach(each -> out.println(each.text(listMapping.fileName())));
        try (var table = PublishedFile.open(file, String.valueOf(file.getFileName()), listMapping.readOptions(limits));
                var lines = table.lines()) {
            listMapping.requireColumns(table.header());
            table.findings().forEach(finding -> out.println("the file" + TextReport.text(finding)));
            lines.forEach(line -> check(listMapping, line));
        }
        if (shown > MAX_SHOWN) {
            out.println("… and %,d more".formatted(shown - MAX_SHOWN));
        }
        out.println(
                "%,d lines: %,d state a membership (%,d memberships), %,d are left out by the mapping, %,d cannot be used"
                        .formatted(stated + leftOut + rejected, stated, memberships, leftOut, rejected));
        return rejected > 0 || !listMapping.placeholders().isEmpty() ? ExitStatus.NEEDS_DECISION : ExitStatus.SUCCESS;
    }

    private void check(Mapping listMapping, TableLine line) {
        if (line instanceof RejectedLine rejectedLine) {
            rejected++;
            show(line, List.of(rejectedLine.finding()));
            return;
        }
        var row = (TableRow) line;
        show(line, row.findings());
        var interpreted = listMapping.interpret(row);
        if (interpreted instanceof InterpretedRow.Stated statedRow) {
            stated++;
            memberships += statedRow.memberships().size();
            show(line, statedRow.findings());
        } else if (interpreted instanceof InterpretedRow.Refused refusedRow) {
            rejected++;
            show(line, refusedRow.findings());
        } else {
            leftOut++;
        }
    }

    private void show(TableLine line, List<FileFinding> findings) {
        for (var finding : findings) {
            if (shown++ < MAX_SHOWN) {
                out.println("line %d%s".formatted(line.number(), TextReport.text(finding)));
            }
        }
    }
}
