package io.throughline.export;

import io.throughline.overlap.IncidenceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Who is in what as CSV: 1 recorded, 0 not recorded, empty where nobody can tell. */
record MatrixWriting(Cells cells) {

    static final String NOTE =
            "1: recorded as a member. 0: not recorded, which is not a no. Empty: unknown on the day asked for.";

    void begin(List<String> organizationIds) throws IOException {
        var names = new ArrayList<>(List.of("id", "name"));
        names.addAll(organizationIds);
        cells.row(names);
    }

    void row(IncidenceRow row) throws IOException {
        var values = new ArrayList<Object>(List.of(row.id(), row.name()));
        values.addAll(row.values());
        cells.row(values);
    }
}
