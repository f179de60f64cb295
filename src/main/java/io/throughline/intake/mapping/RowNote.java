package io.throughline.intake.mapping;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A remark on the memberships of some rows.
 *
 * @param where the rows it applies to
 */
record RowNote(RowCondition where, TextTemplate text) {

    /** The remarks that apply to a row, as one text; null if there are none. */
    static @Nullable String render(List<RowNote> notes, RowCells cells) {
        var text = notes.stream()
                .filter(note -> note.where.holds(cells))
                .map(note -> note.text.render(cells))
                .filter(Objects::nonNull)
                .collect(joining(". "));
        return text.isEmpty() ? null : text;
    }
}
