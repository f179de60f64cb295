package io.throughline.intake.ingest;

import io.throughline.graphql.entity.NodeReader;
import io.throughline.intake.tabular.FileFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the findings about a file in properties of its run: one list per component of a finding. */
final class FileFindingProperties {

    private static final String CODES = "fileFindingCodes";
    private static final String COLUMNS = "fileFindingColumns";
    private static final String MESSAGES = "fileFindingMessages";

    private FileFindingProperties() {}

    static Map<String, Object> of(List<FileFinding> findings) {
        return Map.of(
                CODES, findings.stream().map(FileFinding::code).toList(),
                // a list in the database has no nulls, and no column has an empty name
                COLUMNS,
                        findings.stream()
                                .map(finding -> finding.column() == null ? "" : finding.column())
                                .toList(),
                MESSAGES, findings.stream().map(FileFinding::message).toList());
    }

    /** The findings; null if the run began before they were recorded. */
    static @Nullable List<FileFinding> read(NodeReader run) {
        if (run.value(CODES) == null) {
            return null;
        }
        var codes = run.texts(CODES);
        var columns = run.texts(COLUMNS);
        var messages = run.texts(MESSAGES);
        var findings = new ArrayList<FileFinding>();
        for (var i = 0; i < codes.size(); i++) {
            findings.add(
                    new FileFinding(codes.get(i), columns.get(i).isEmpty() ? null : columns.get(i), messages.get(i)));
        }
        return List.copyOf(findings);
    }
}
