package io.throughline.export;

import io.throughline.analysis.overlap.IncidenceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the membership matrix as CSV: 1 recorded, 0 not recorded, empty if unknown. */
record MatrixCsvWriter(CsvTable table) {

    static final String NOTE =
            "1: recorded as a member. 0: not recorded, which does not mean no. Empty: unknown on the requested day.";

    static List<String> columns(List<String> organizationIds) {
        var names = new ArrayList<>(List.of("id", "name"));
        names.addAll(organizationIds);
        return names;
    }

    void row(IncidenceRow row) throws IOException {
        var values = new ArrayList<@Nullable Object>(List.of(row.id(), row.name()));
        values.addAll(row.values());
        table.row(values);
    }
}
