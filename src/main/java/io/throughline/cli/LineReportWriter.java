package io.throughline.cli;

import io.throughline.export.CsvTable;
import io.throughline.intake.ingest.ImportFinding;
import io.throughline.intake.ingest.ImportLines;
import io.throughline.intake.ingest.ImportRun;
import io.throughline.intake.ingest.LineOutcome;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Writes what became of each line of an import: as CSV for spreadsheets or as an HTML page. */
final class LineReportWriter {

    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
                    + "table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #bbb;padding:.25rem .6rem;text-align:left;vertical-align:top}"
                    + "td.n{text-align:right}";

    private LineReportWriter() {}

    /** Rejects a report of an unknown format before anything is done. */
    static void check(String report) {
        if (!report.equals("-") && !report.endsWith(".csv") && !report.endsWith(".html")) {
            throw new CommandRejectedException(
                    "REPORT_FORMAT",
                    "'%s' is not a valid report (expected a .csv or .html file, or - for CSV on standard output)"
                            .formatted(report));
        }
    }

    static void write(String report, ImportRun run, ImportLines lines, PrintStream out) throws IOException {
        if (report.equals("-")) {
            csv(run, lines, out);
        } else if (report.endsWith(".csv")) {
            try (var file = new BufferedOutputStream(Files.newOutputStream(Path.of(report)))) {
                csv(run, lines, file);
            }
        } else {
            try (var file = Files.newBufferedWriter(Path.of(report), StandardCharsets.UTF_8)) {
                html(run, lines, file);
            }
        }
    }

    private static void csv(ImportRun run, ImportLines lines, OutputStream out) throws IOException {
        var cells = new CsvTable(out);
        cells.row(List.of("line", "outcome", "columns", "codes", "findings", "claims"));
        lines.forEach(
                run.id(),
                line -> cells.row(List.of(
                        line.number(),
                        line.outcome().name(),
                        joined(line.findings().stream()
                                .map(ImportFinding::column)
                                .filter(column -> column != null)
                                .distinct()
                                .toList()),
                        joined(line.findings().stream()
                                .map(ImportFinding::code)
                                .distinct()
                                .toList()),
                        joined(line.findings().stream()
                                .map(ImportFinding::message)
                                .toList()),
                        String.join(" ", line.claimIds()))));
        cells.end();
    }

    private static String joined(List<String> texts) {
        return String.join("; ", texts);
    }

    private static void html(ImportRun run, ImportLines lines, BufferedWriter out) throws IOException {
        out.write("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>");
        text(out, run.fileName());
        out.write("</title><style>" + STYLE + "</style><h1>");
        text(out, run.fileName());
        out.write("</h1><p>");
        text(
                out,
                "Mapping %s, run by %s, started %s: %s. SHA-256 of the file: %s."
                        .formatted(run.mapping(), run.person(), run.startedAt(), TextReport.result(run), run.sha256()));
        if (run.fileFindings() != null) {
            for (var finding : run.fileFindings()) {
                out.write("</p><p>");
                text(out, "The file" + TextReport.text(finding));
            }
        }
        out.write("</p><table><tr><th><th>lines<th>memberships");
        for (var outcome : LineOutcome.values()) {
            out.write("<tr><th>%s<td class=n>%,d<td class=n>%,d"
                    .formatted(
                            TextReport.LABELS.get(outcome),
                            run.counts().lines(outcome),
                            run.counts().memberships(outcome)));
        }
        out.write(
                "<tr><th>all<td class=n>%,d</table><p>%,d cities and regions %s, %,d claims withdrawn, %,d unconfirmed.</p><h2>Lines with findings</h2><table><tr><th>line<th>outcome<th>findings"
                        .formatted(
                                run.counts().allLines(),
                                run.counts().agents(),
                                run.dryRun() ? "would be added" : "added",
                                run.counts().withdrawn(),
                                run.counts().unconfirmed()));
        lines.forEach(run.id(), line -> {
            if (!line.findings().isEmpty()) {
                out.write(
                        "<tr><td class=n>%d<td>%s<td>".formatted(line.number(), TextReport.LABELS.get(line.outcome())));
                text(
                        out,
                        line.findings().stream()
                                .map(finding -> "%s%s (%s)"
                                        .formatted(
                                                finding.column() == null ? "" : finding.column() + ": ",
                                                finding.message(),
                                                finding.code()))
                                .collect(Collectors.joining("; ")));
                out.write('\n');
            }
        });
        out.write("</table></html>\n");
    }

    private static void text(Writer out, String text) throws IOException {
        out.write(HtmlUtils.htmlEscape(text, "UTF-8"));
    }
}
