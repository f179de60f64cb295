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

/** {@code export}. */
@Command(
        name = "export",
        description =
                "Writes a part of the graph to a file of another tool. All names and parameters: docs/exports.md.",
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
            description =
                    "Selection and format, e.g. memberships.jsonl, graph.gexf, incidence.csv; everything.jsonl is the whole"
                            + " graph, for \"import\".")
    private String name = "";

    @Parameters(
            index = "1..*",
            paramLabel = "PARAMETER=VALUE",
            description = "As in the address of a download, e.g. roots=c40.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it. By default the standard output.")
    private @Nullable Path output;

    private final CommandContext graph;
    private final PrintStream out;

    ExportCommand(CommandContext graph, PrintStream out) {
        this.graph = graph;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (output == null) {
            write(out);
            out.flush();
            return CommandRunner.WELL;
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
        return CommandRunner.WELL;
    }

    private void write(OutputStream to) throws IOException {
        if (!name.equals(EVERYTHING)) {
            graph.get(FileExport.class).write(name, values(), to);
        } else if (parameters.isEmpty()) {
            graph.get(GraphBackup.class).write(to);
        } else {
            throw new CommandRunner.CommandRejectedException(
                    "NOT_A_PARAMETER", "%s has no parameters; it is all there is".formatted(EVERYTHING));
        }
    }

    private Map<String, List<String>> values() {
        var values = new LinkedHashMap<String, List<String>>();
        for (var parameter : parameters) {
            var equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new CommandRunner.CommandRejectedException(
                        "NOT_A_PARAMETER",
                        "'%s' is no parameter; expected NAME=VALUE, e.g. roots=c40".formatted(parameter));
            }
            values.computeIfAbsent(parameter.substring(0, equals), of -> new ArrayList<>())
                    .add(parameter.substring(equals + 1));
        }
        return values;
    }
}
