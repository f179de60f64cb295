package io.throughline.cli;

import io.throughline.dataset.ListFolderWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands on the built-in dataset. */
@Command(
        name = "dataset",
        description = "Writes what was imported as a list of the dataset: \"dataset write FOLDER --source ID\".",
        subcommands = DatasetCommand.Write.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DatasetCommand {

    /** The command {@code dataset write}. */
    @Command(
            name = "write",
            description = {
                "Writes what sources state, and the built-in dataset does not, as the files of a list in the dataset's format.",
                "Put the folder into lists/ of a dataset, and the dataset has what was imported and reviewed."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nFor example:%n",
            footer = "  throughline dataset write covenant-2022 --source eu-covenant-coordinators-2022")
    static final class Write implements Callable<Integer> {

        @Parameters(
                paramLabel = "FOLDER",
                description =
                        "The folder to write, named like the list: lower-case letters and digits, joined by - or .")
        private Path folder = Path.of("");

        @Option(
                names = "--source",
                paramLabel = "ID",
                required = true,
                description = "A source whose statements are written; may be given several times.")
        private List<String> sources = new ArrayList<>();

        @Option(
                names = "--overwrite",
                description = "Replaces the files of a list that are in the folder. Default: the folder must be empty.")
        private boolean overwrite;

        private final CommandContext context;
        private final PrintStream out;

        Write(CommandContext context, PrintStream out) {
            this.context = context;
            this.out = out;
        }

        @Override
        public Integer call() throws IOException {
            var written = context.get(ListFolderWriter.class).write(folder, sources, overwrite);
            out.println("Wrote %s:".formatted(folder));
            written.lines().forEach((file, lines) -> out.println("  %s: %,d".formatted(file, lines)));
            written.leftOut().forEach(sentence -> out.println("Note: " + sentence));
            written.undecided().forEach(sentence -> out.println("To do: " + sentence));
            if (written.fault() != null) {
                out.println("To do: the dataset is not valid with these files: " + written.fault());
            }
            return written.isComplete() ? ExitStatus.SUCCESS : ExitStatus.NEEDS_DECISION;
        }
    }
}
