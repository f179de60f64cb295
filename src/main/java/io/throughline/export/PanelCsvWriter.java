package io.throughline.export;

import io.throughline.analysis.panel.PanelRow;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Who was in what in which year as CSV, a line for each member, organization and year. */
record PanelCsvWriter(CsvTable cells) {

    static final String NOTE =
            "1: surely a member on a day of the year. 0: not recorded, which is not a no. Empty: unknown.";

    static final List<String> COLUMNS = List.of("member", "name", "organization", "year", "value");

    void row(PanelRow row) throws IOException {
        for (var place = 0; place < row.years().size(); place++) {
            cells.row(Arrays.asList(
                    row.memberId(),
                    row.name(),
                    row.organizationId(),
                    row.years().get(place),
                    row.values().get(place)));
        }
    }
}
