package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The membership matrix: members by organizations.
 *
 * @param totalCount number of rows, including those cut off
 * @param asOf null for what is recorded today
 */
public record Incidence(
        List<IncidenceColumn> columns,
        List<IncidenceRow> rows,
        int totalCount,
        @Nullable LocalDate asOf) {

    public boolean cutOff() {
        return rows.size() < totalCount;
    }
}
