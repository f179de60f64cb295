package io.throughline.cli;

import io.throughline.intake.ingest.ImportFinding;
import io.throughline.intake.ingest.ImportLines;
import io.throughline.intake.ingest.ImportRun;
import io.throughline.intake.ingest.ImportState;
import io.throughline.intake.ingest.LineOutcome;
import io.throughline.intake.tabular.FileFinding;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

/** Prints the result of an import for a terminal. */
final class TextReport {

    private static final int MAX_SHOWN = 20;

    static final Map<LineOutcome, String> LABELS = new EnumMap<>(Map.of(
            LineOutcome.NEW, "new",
            LineOutcome.CHANGED, "changed",
            LineOutcome.SAME, "unchanged",
            LineOutcome.LEFT_OUT, "left out by the mapping",
            LineOutcome.WAITING, "waiting for a decision",
            LineOutcome.REJECTED, "rejected"));

    private final PrintStream out;

    TextReport(PrintStream out) {
        this.out = out;
    }

    void write(ImportRun run, ImportLines lines) throws IOException {
        out.println("%s with mapping %s: %s".formatted(run.fileName(), run.mapping(), result(run)));
        printFileFindings(run);
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
                            LABELS.get(outcome),
                            run.counts().lines(outcome),
                            outcome == LineOutcome.LEFT_OUT
                                    ? ""
                                    : "%,d".formatted(run.counts().memberships(outcome))));
        }
        out.println("%-26s %,12d".formatted("all", run.counts().allLines()));
        printReasons(run);
        out.println();
        out.println("%,d cities and regions %s"
                .formatted(run.counts().agents(), run.dryRun() ? "would be added" : "added"));
        if (run.counts().withdrawn() > 0) {
            out.println("%,d claims that the list no longer makes %s"
                    .formatted(run.counts().withdrawn(), run.dryRun() ? "would be withdrawn" : "were withdrawn"));
        }
        if (run.counts().unconfirmed() > 0) {
            out.println(
                    "%,d claims that the list made before are kept, because a rejected or waiting line may still make them"
                            .formatted(run.counts().unconfirmed()));
        }
        if (run.counts().needsDecision()) {
            out.println();
            printProblems(run, lines);
        }
        printRemarks(lines.remarks(run.id(), MAX_SHOWN));
    }

    private void printReasons(ImportRun run) {
        var reasons = run.counts()
                .byReason((reason, lines) ->
                        "%,8d %s: %s".formatted(lines, LABELS.get(reason.outcome()), reason.reason()));
        if (!reasons.isEmpty()) {
            out.println();
            out.println("Lines not recorded, by reason:");
            reasons.stream().limit(MAX_SHOWN).forEach(out::println);
            printMore(reasons.size());
        }
    }

    private void printFileFindings(ImportRun run) {
        if (run.fileFindings() != null) {
            run.fileFindings().forEach(finding -> out.println("the file" + text(finding)));
        }
    }

    /** A finding about a file, starting with its column. */
    static String text(FileFinding finding) {
        return "%s: %s (%s)"
                .formatted(
                        finding.column() == null ? "" : ", column " + finding.column(),
                        finding.message(),
                        finding.code());
    }

    static String result(ImportRun run) {
        return switch (run.state()) {
            case DONE ->
                run.dryRun()
                        ? "dry run, nothing was recorded (%s)".formatted(run.id())
                        : "done (%s)".formatted(run.id());
            case INTERRUPTED, CANCELLED ->
                "%s: %s. To resume, run the same command again; to take the import back, run \"undo %s\""
                        .formatted(
                                run.state() == ImportState.CANCELLED ? "stopped" : "interrupted",
                                run.message(),
                                run.id());
            default -> "%s: %s (%s)".formatted(run.state(), run.message(), run.id());
        };
    }

    private void printProblems(ImportRun run, ImportLines lines) throws IOException {
        var shown = new int[1];
        lines.forEach(run.id(), line -> {
            if (line.outcome() == LineOutcome.REJECTED || line.outcome() == LineOutcome.WAITING) {
                for (var finding : line.findings()) {
                    if (shown[0]++ < MAX_SHOWN) {
                        out.println(text(finding));
                    }
                }
            }
        });
        printMore(shown[0]);
        if (!run.dryRun() && run.counts().lines(LineOutcome.WAITING) > 0) {
            out.println("Run \"resolve\" to decide about the waiting lines.");
        }
    }

    private void printRemarks(ImportLines.Remarks remarks) {
        if (remarks.total() > 0) {
            out.println();
            out.println("Remarks on lines that were used:");
            remarks.first().forEach(finding -> out.println(text(finding)));
            printMore(remarks.total());
        }
    }

    private void printMore(long count) {
        if (count > MAX_SHOWN) {
            out.println("… and %,d more; \"--report report.html\" or \"--report report.csv\" lists them all"
                    .formatted(count - MAX_SHOWN));
        }
    }

    /** Whether the names in the line are to be shown; the messages about waiting lines begin with them. */
    private static boolean isNamed(ImportFinding finding) {
        var name = finding.name();
        return name != null && !name.isEmpty() && !finding.message().startsWith(name);
    }

    private static String text(ImportFinding finding) {
        return "line %d%s%s: %s (%s)"
                .formatted(
                        finding.line(),
                        isNamed(finding) ? ", " + finding.name() : "",
                        finding.column() == null ? "" : ", column " + finding.column(),
                        finding.message(),
                        finding.code());
    }
}
