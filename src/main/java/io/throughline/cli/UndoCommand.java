package io.throughline.cli;

import io.throughline.intake.ingest.ImportUndo;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo}. */
@Command(
        name = "undo",
        description = {
            "Undoes an import as a whole: what it recorded is withdrawn and stays readable, what it superseded holds again.",
            "An undoing that was interrupted goes on when asked for again."
        },
        mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUN",
            description = "The import, as its report names it, e.g. run-2026-11-24T08-18-25-3f2a9c01.")
    private String run = "";

    @Option(
            names = "--person",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who answers for it. By default: ${DEFAULT-VALUE}.")
    private String person = "";

    private final CommandContext graph;
    private final PrintStream out;

    UndoCommand(CommandContext graph, PrintStream out) {
        this.graph = graph;
        this.out = out;
    }

    @Override
    public Integer call() {
        var undoing = graph.get(ImportUndo.class);
        var begun = undoing.begin(run, person);
        var undone = undoing.finish(begun, changed -> System.err.println("%,d facts changed".formatted(changed)));
        out.println("%s of %s is undone.".formatted(undone.id(), undone.fileName()));
        return CommandRunner.WELL;
    }
}
