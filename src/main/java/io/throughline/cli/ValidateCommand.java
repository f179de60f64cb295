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
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate}. */
@Command(
        name = "validate",
        description = {
            "Checks a file and a mapping without a database: whether the mapping fits, and which lines cannot be used.",
            "Of a folder with the files of a dataset of our own, checks those."
        },
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Parameters(paramLabel = "FILE", description = "CSV, Excel or JSON Lines; or the folder of a dataset.")
    private Path file = Path.of("");

    @Option(
            names = {"-m", "--mapping"},
            paramLabel = "MAPPING",
            description = "What its columns mean: the id of a mapping, or a YAML file.")
    private @Nullable String mapping;

    private final CommandContext graph;
    private final PrintStream out;
    private int stated;
    private int memberships;
    private int leftOut;
    private int rejected;
    private int shown;

    ValidateCommand(CommandContext graph, PrintStream out) {
        this.graph = graph;
        this.out = out;
    }

    @Override
    public Integer call() throws UnreadableFileException, IOException {
        if (Files.isDirectory(file)) {
            out.println(DatasetValidator.check(file));
            return CommandRunner.WELL;
        }
        if (mapping == null && Files.isRegularFile(file) && GraphBackup.isBackup(file)) {
            out.println("%s holds a graph of %,d nodes.".formatted(file, GraphBackup.check(file)));
            return CommandRunner.WELL;
        }
        var limits = Binder.get(graph.environment()).bindOrCreate("throughline.files", FileLimits.class);
        return check(graph.mapping(mappings -> ImportCommand.mapping(mappings, mapping)), limits);
    }

    private int check(Mapping fitting, FileLimits limits) throws UnreadableFileException {
        try (var table = PublishedFile.open(file, String.valueOf(file.getFileName()), fitting.readOptions(limits));
                var lines = table.lines()) {
            fitting.requireColumns(table.header());
            table.findings().forEach(finding -> out.println("the file" + text(finding)));
            lines.forEach(line -> check(fitting, line));
        }
        if (shown > SHOWN) {
            out.println("… and %,d more".formatted(shown - SHOWN));
        }
        out.println("Lines: %,d; stating memberships: %,d, which are %,d; left out by the mapping: %,d; unusable: %,d"
                .formatted(stated + leftOut + rejected, stated, memberships, leftOut, rejected));
        return rejected > 0 ? CommandRunner.NEEDS_PERSON : CommandRunner.WELL;
    }

    private void check(Mapping fitting, TableLine line) {
        if (line instanceof RejectedLine unusable) {
            rejected++;
            show(line, List.of(unusable.finding()));
            return;
        }
        var row = (TableRow) line;
        show(line, row.findings());
        var read = fitting.interpret(row);
        if (read instanceof InterpretedRow.Stated one) {
            stated++;
            memberships += one.memberships().size();
            show(line, one.findings());
        } else if (read instanceof InterpretedRow.Refused refused) {
            rejected++;
            show(line, refused.findings());
        } else {
            leftOut++;
        }
    }

    private void show(TableLine line, List<FileFinding> findings) {
        for (var finding : findings) {
            if (shown++ < SHOWN) {
                out.println("line %d%s".formatted(line.number(), text(finding)));
            }
        }
    }

    private static String text(FileFinding finding) {
        return "%s: %s (%s)"
                .formatted(
                        finding.column() == null ? "" : ", column " + finding.column(),
                        finding.message(),
                        finding.code());
    }
}
