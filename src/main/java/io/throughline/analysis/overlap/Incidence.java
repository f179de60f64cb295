package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in what: members against organizations.
 *
 * @param totalCount how many rows there are, also those cut off
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
