package io.throughline.export;

import io.throughline.analysis.panel.PanelRow;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Writes the membership panel as CSV, one line per member, organization and year. */
record PanelCsvWriter(CsvTable table) {

    static final String NOTE =
            "1: certainly a member on some day of the year. 0: not recorded, which does not mean no. Empty: unknown.";

    static final List<String> COLUMNS = List.of("member", "name", "organization", "year", "value");

    void row(PanelRow row) throws IOException {
        for (var place = 0; place < row.years().size(); place++) {
            table.row(Arrays.asList(
                    row.memberId(),
                    row.name(),
                    row.organizationId(),
                    row.years().get(place),
                    row.values().get(place)));
        }
    }
}
