package io.throughline.cli;

import io.throughline.export.CsvTable;
import io.throughline.intake.ingest.ImportFinding;
import io.throughline.intake.ingest.ImportLines;
import io.throughline.intake.ingest.ImportLines.ReportedLine;
import io.throughline.intake.ingest.ImportRun;
import io.throughline.intake.ingest.LineOutcome;
import io.throughline.intake.ingest.LineReason;
import io.throughline.intake.ingest.MatchedMember;
import io.throughline.intake.matching.AgentMatch.Alternative;
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
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        cells.row(List.of(
                "line",
                "outcome",
                "names",
                "agents",
                "agent_names",
                "places",
                "steps",
                "scores",
                "alternatives",
                "reason",
                "columns",
                "codes",
                "findings",
                "claims"));
        lines.forEach(
                run.id(),
                line -> cells.row(List.of(
                        line.number(),
                        line.outcome().name(),
                        line.detail().names(),
                        joined(line, MatchedMember::agentId),
                        joined(line, MatchedMember::name),
                        joined(line, MatchedMember::place),
                        joined(
                                line,
                                member -> member.step() == null
                                        ? null
                                        : member.step().name()),
                        joined(line, member -> member.score() == null ? null : score(member.score())),
                        joined(line, LineReportWriter::alternatives),
                        line.detail().reason() == null ? "" : line.detail().reason(),
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

    private static String joined(ReportedLine line, Function<MatchedMember, @Nullable String> text) {
        return line.detail().members().stream()
                .map(member -> String.valueOf(Objects.requireNonNullElse(text.apply(member), "")))
                .collect(Collectors.joining("; "));
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }

    /** What else a name could mean, with the number of alternatives not shown. */
    private static String alternatives(MatchedMember member) {
        var shown = member.alternatives() == null ? List.<Alternative>of() : member.alternatives();
        var more = member.alternativeCount() - shown.size();
        return shown.stream()
                        .map(other -> other.place() == null || other.place().isEmpty()
                                ? other.name()
                                : "%s (%s)".formatted(other.name(), other.place()))
                        .collect(Collectors.joining(" | "))
                + (more > 0 ? " | and %,d more".formatted(more) : "");
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
                "<tr><th>all<td class=n>%,d</table><p>%,d cities and regions %s, %,d claims withdrawn, %,d unconfirmed.</p>"
                        .formatted(
                                run.counts().allLines(),
                                run.counts().agents(),
                                run.dryRun() ? "would be added" : "added",
                                run.counts().withdrawn(),
                                run.counts().unconfirmed()));
        reasons(run, out);
        out.write("<h2>Lines with findings</h2><table><tr><th>line<th>outcome<th>name<th>findings");
        lines.forEach(run.id(), line -> {
            if (!line.findings().isEmpty()) {
                out.write(
                        "<tr><td class=n>%d<td>%s<td>".formatted(line.number(), TextReport.LABELS.get(line.outcome())));
                text(out, line.detail().names());
                out.write("<td>");
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
        out.write("</table><h2>All lines</h2><table>"
                + "<tr><th>line<th>outcome<th>name<th>agent<th>step<th>score<th>reason<th>alternatives");
        lines.forEach(run.id(), line -> {
            for (var member : line.detail().members()) {
                row(line, member, out);
            }
            if (line.detail().members().isEmpty()) {
                out.write(
                        "<tr><td class=n>%d<td>%s<td>".formatted(line.number(), TextReport.LABELS.get(line.outcome())));
                text(out, line.detail().names());
                out.write("<td><td><td><td>");
                text(out, line.detail().reason() == null ? "" : line.detail().reason());
                out.write("<td>\n");
            }
        });
        out.write("</table></html>\n");
    }

    private static void reasons(ImportRun run, BufferedWriter out) throws IOException {
        out.write("<h2>Why lines were not recorded</h2><table><tr><th>outcome<th>reason<th>lines");
        for (var row : run.counts().byReason((reason, count) -> new CountedReason(reason, count))) {
            out.write("<tr><td>%s<td>"
                    .formatted(TextReport.LABELS.get(row.reason().outcome())));
            text(out, row.reason().reason());
            out.write("<td class=n>%,d".formatted(row.lines()));
        }
        out.write("</table>");
    }

    private record CountedReason(LineReason reason, long lines) {}

    private static void row(ReportedLine line, MatchedMember member, BufferedWriter out) throws IOException {
        out.write("<tr><td class=n>%d<td>%s<td>".formatted(line.number(), TextReport.LABELS.get(line.outcome())));
        text(out, member.printed());
        out.write("<td>");
        if (member.agentId() != null) {
            text(
                    out,
                    "%s (%s%s), %s"
                            .formatted(
                                    member.name(), member.agentId(), member.added() ? ", added" : "", member.place()));
        }
        out.write("<td>%s<td class=n>%s<td>"
                .formatted(
                        member.step() == null ? "" : member.step(),
                        member.score() == null ? "" : score(member.score())));
        text(out, member.code() == null ? member.reason() : "%s (%s)".formatted(member.reason(), member.code()));
        out.write("<td>");
        text(out, alternatives(member));
        out.write('\n');
    }

    private static void text(Writer out, String text) throws IOException {
        out.write(HtmlUtils.htmlEscape(text, "UTF-8"));
    }
}
