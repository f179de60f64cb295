package io.throughline.cli;

import io.throughline.intake.ingest.ImportFinding;
import io.throughline.intake.ingest.ImportLines;
import io.throughline.intake.ingest.ImportRun;
import io.throughline.intake.ingest.ImportState;
import io.throughline.intake.ingest.LineOutcome;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

/** What came of an import, for a terminal. */
final class TextReport {

    private static final int SHOWN = 20;

    static final Map<LineOutcome, String> WORDS = new EnumMap<>(Map.of(
            LineOutcome.NEW, "new",
            LineOutcome.CHANGED, "changed",
            LineOutcome.SAME, "the same",
            LineOutcome.LEFT_OUT, "left out by the mapping",
            LineOutcome.WAITING, "waiting for a person",
            LineOutcome.REJECTED, "rejected"));

    private final PrintStream out;

    TextReport(PrintStream out) {
        this.out = out;
    }

    void write(ImportRun run, ImportLines lines) throws IOException {
        out.println("%s with %s: %s".formatted(run.fileName(), run.mapping(), ended(run)));
        out.println();
        out.println("%-26s %12s %12s".formatted("", "lines", "memberships"));
        for (var outcome : new LineOutcome[] {
            LineOutcome.NEW,
            LineOutcome.CHANGED,
            LineOutcome.SAME,
            LineOutcome.LEFT_OUT,
            LineOutcome.WAITING,
            LineOutcome.REJECTED
        }) {
            out.println("%-26s %,12d %12s"
                    .formatted(
                            WORDS.get(outcome),
                            run.counts().lines(outcome),
                            outcome == LineOutcome.LEFT_OUT
                                    ? ""
                                    : "%,d".formatted(run.counts().memberships(outcome))));
        }
        out.println("%-26s %,12d".formatted("all", run.counts().allLines()));
        out.println();
        out.println("%,d cities and regions %s"
                .formatted(run.counts().agents(), run.dryRun() ? "would be added" : "added"));
        if (run.counts().withdrawn() > 0) {
            out.println("%,d claims that the list made before and does not make now %s"
                    .formatted(run.counts().withdrawn(), run.dryRun() ? "would be withdrawn" : "are withdrawn"));
        }
        if (run.counts().unconfirmed() > 0) {
            out.println(
                    "%,d claims that the list made before stay, since a line that is rejected or waits may make them"
                            .formatted(run.counts().unconfirmed()));
        }
        if (run.counts().needPerson()) {
            out.println();
            problems(run, lines);
        }
        remarks(lines.remarks(run.id(), SHOWN));
    }

    static String ended(ImportRun run) {
        return switch (run.state()) {
            case DONE ->
                run.dryRun()
                        ? "a dry run; nothing is recorded (%s)".formatted(run.id())
                        : "done (%s)".formatted(run.id());
            case INTERRUPTED, CANCELLED ->
                "%s: %s. The same command goes on with it; \"undo %s\" takes it back"
                        .formatted(
                                run.state() == ImportState.CANCELLED ? "stopped" : "interrupted",
                                run.message(),
                                run.id());
            default -> "%s: %s (%s)".formatted(run.state(), run.message(), run.id());
        };
    }

    private void problems(ImportRun run, ImportLines lines) throws IOException {
        var shown = new int[1];
        lines.each(run.id(), line -> {
            if (line.outcome() == LineOutcome.REJECTED || line.outcome() == LineOutcome.WAITING) {
                for (var finding : line.findings()) {
                    if (shown[0]++ < SHOWN) {
                        out.println(text(finding));
                    }
                }
            }
        });
        more(shown[0]);
        if (!run.dryRun() && run.counts().lines(LineOutcome.WAITING) > 0) {
            out.println("What waits is settled by \"resolve\".");
        }
    }

    private void remarks(ImportLines.Remarks remarks) {
        if (remarks.total() > 0) {
            out.println();
            out.println("On lines that are used:");
            remarks.first().forEach(finding -> out.println(text(finding)));
            more(remarks.total());
        }
    }

    private void more(long found) {
        if (found > SHOWN) {
            out.println("… and %,d more: --report report.html or report.csv has them all".formatted(found - SHOWN));
        }
    }

    private static String text(ImportFinding finding) {
        return "line %d%s: %s (%s)"
                .formatted(
                        finding.line(),
                        finding.column() == null ? "" : ", column " + finding.column(),
                        finding.message(),
                        finding.code());
    }
}
