package io.throughline.cli;

import io.throughline.intake.tabular.UnreadableFileException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands on mappings. */
@Command(
        name = "mapping",
        description = "Proposes a mapping for a file: \"mapping suggest FILE\".",
        subcommands = MappingCommand.Suggest.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class MappingCommand {

    /** The command {@code mapping suggest}. */
    @Command(
            name = "suggest",
            description = {
                "Looks at the columns of a file and proposes a mapping, with comments that give reasons.",
                "Replace what begins with replace-me, check the rest, then run \"validate FILE --mapping MAPPING.yaml\"."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = "  throughline mapping suggest towns.csv -o towns.yaml")
    static final class Suggest implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "A list as CSV, Excel or JSON Lines.")
        private Path file = Path.of("");

        @Option(
                names = {"-o", "--output"},
                paramLabel = "MAPPING",
                description = "The YAML file to write; an existing file is not overwritten. Default: standard output.")
        private @Nullable Path output;

        private final CommandContext context;
        private final PrintStream out;

        Suggest(CommandContext context, PrintStream out) {
            this.context = context;
            this.out = out;
        }

        @Override
        public Integer call() throws IOException, UnreadableFileException {
            if (output != null && Files.exists(output)) {
                throw new CommandRejectedException(
                        "FILE_EXISTS",
                        "'%s' already exists and is not overwritten; name another file".formatted(output));
            }
            var suggestion = context.suggestMapping(file);
            if (output == null) {
                out.print(suggestion.text());
            } else {
                Files.writeString(output, suggestion.text());
                out.println(
                        "Wrote a mapping to %s. Replace what begins with replace-me, then run: validate %s --mapping %s"
                                .formatted(output, file, output));
            }
            return ExitStatus.SUCCESS;
        }
    }
}
