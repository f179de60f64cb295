package io.throughline.cli;

import io.throughline.export.FileExport;
import io.throughline.infra.backup.GraphBackup;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code export}. */
@Command(
        name = "export",
        description =
                "Exports the graph or part of it in a format that other tools can read. docs/exports.md lists all names and"
                        + " parameters.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {
            "  throughline export everything.jsonl -o everything.jsonl",
            "  throughline export memberships.jsonl -o memberships.jsonl",
            "  throughline export graph.gexf roots=race-to-zero,c40 depth=1 -o map.gexf"
        })
final class ExportCommand implements Callable<Integer> {

    private static final String EVERYTHING = "everything.jsonl";

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "What to export and in which format, e.g. memberships.jsonl, graph.gexf, incidence.csv;"
                    + " everything.jsonl is the whole graph, which \"import\" can restore.")
    private String name = "";

    @Parameters(
            index = "1..*",
            paramLabel = "PARAMETER=VALUE",
            description = "The same as in the URL of a download, e.g. roots=c40.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write. Default: standard output.")
    private @Nullable Path output;

    private final CommandContext context;
    private final PrintStream out;

    ExportCommand(CommandContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (output == null) {
            write(out);
            out.flush();
            return ExitStatus.SUCCESS;
        }
        var partial = output.resolveSibling(output.getFileName() + ".part");
        try {
            try (var file = new BufferedOutputStream(Files.newOutputStream(partial))) {
                write(file);
            }
            Files.move(partial, output, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
        return ExitStatus.SUCCESS;
    }

    private void write(OutputStream target) throws IOException {
        if (!name.equals(EVERYTHING)) {
            context.get(FileExport.class).write(name, values(), target);
        } else if (parameters.isEmpty()) {
            context.get(GraphBackup.class).write(target);
        } else {
            throw new CommandRejectedException(
                    "NOT_A_PARAMETER",
                    "%s is the whole graph and takes no parameters: leave them out".formatted(EVERYTHING));
        }
    }

    private Map<String, List<String>> values() {
        var values = new LinkedHashMap<String, List<String>>();
        for (var parameter : parameters) {
            var equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new CommandRejectedException(
                        "NOT_A_PARAMETER",
                        "'%s' is not a parameter (expected NAME=VALUE, e.g. roots=c40)".formatted(parameter));
            }
            values.computeIfAbsent(parameter.substring(0, equals), key -> new ArrayList<>())
                    .add(parameter.substring(equals + 1));
        }
        return values;
    }
}
