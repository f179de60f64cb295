package io.throughline.cli;

import io.throughline.intake.ingest.ImportUndo;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code undo}. */
@Command(
        name = "undo",
        description = {
            "Undoes a whole import: what it recorded is withdrawn but stays readable, and what it superseded is restored.",
            "To resume an interrupted undo, run the same command again."
        },
        mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUN",
            description = "The id of the import, as its report gives it, e.g. run-2026-11-24T08-18-25-3f2a9c01.")
    private String run = "";

    @Option(
            names = "--person",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who is responsible for the undo. Default: ${DEFAULT-VALUE}.")
    private String person = "";

    private final CommandContext context;
    private final PrintStream out;

    UndoCommand(CommandContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    @Override
    public Integer call() {
        var importUndo = context.get(ImportUndo.class);
        var started = importUndo.begin(run, person);
        var undone = importUndo.finish(started, changed -> System.err.println("%,d facts changed".formatted(changed)));
        out.println("Import %s of %s was undone.".formatted(undone.id(), undone.fileName()));
        return ExitStatus.SUCCESS;
    }
}
