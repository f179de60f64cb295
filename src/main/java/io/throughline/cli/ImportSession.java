package io.throughline.cli;

import io.throughline.intake.ingest.ImportJob;
import io.throughline.intake.ingest.ImportLines;
import io.throughline.intake.ingest.ImportRequest;
import io.throughline.intake.ingest.ImportRun;
import io.throughline.intake.ingest.ImportStarter;
import io.throughline.intake.ingest.ImportState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs an import for a command: shows its progress, lets Ctrl-C interrupt it, and prints and writes its reports. */
final class ImportSession {

    private final CommandContext context;
    private final PrintStream out;
    private final List<String> reports;

    /** @param reports files to write, or {@code -} for CSV on standard output */
    ImportSession(CommandContext context, PrintStream out, List<String> reports) {
        this.context = context;
        this.out = out;
        this.reports = reports;
    }

    /** Checks that the reports can be written, which must not turn out only after the import. */
    void checkReports() throws IOException {
        for (var report : reports) {
            LineReportWriter.check(report);
        }
    }

    /**
     * Imports a list, or resumes the same import if it was interrupted.
     *
     * @return the exit status
     */
    int importList(ImportRequest request) throws IOException {
        var imports = context.get(ImportStarter.class);
        var interrupted = request.apply() ? imports.findInterrupted(request) : Optional.<ImportRun>empty();
        return run(
                interrupted.isPresent()
                        ? imports.resume(interrupted.get().id(), request.file())
                        : imports.begin(request));
    }

    /**
     * Resumes an interrupted import.
     *
     * @return the exit status
     */
    int resume(String runId, Path file) throws IOException {
        return run(context.get(ImportStarter.class).resume(runId, file));
    }

    @SuppressWarnings("try") // only closing the interrupt handler matters
    private int run(ImportJob started) throws IOException {
        try (var job = started;
                var interruptHandler = InterruptHandler.install(job)) {
            var run = follow(job);
            report(run);
            return status(run);
        }
    }

    private static ImportRun follow(ImportJob job) {
        try (var progress = ProgressDisplay.of(job.initialRun())) {
            return job.run(progress);
        }
    }

    private void report(ImportRun run) throws IOException {
        var lines = context.get(ImportLines.class);
        new TextReport(reports.contains("-") ? System.err : out).write(run, lines);
        for (var report : reports) {
            LineReportWriter.write(report, run, lines, out);
        }
    }

    private static int status(ImportRun run) {
        if (run.state() != ImportState.DONE) {
            return run.linesDone() > 0 ? ExitStatus.NEEDS_DECISION : ExitStatus.NOTHING_DONE;
        }
        return run.counts().needsDecision() ? ExitStatus.NEEDS_DECISION : ExitStatus.SUCCESS;
    }
}
