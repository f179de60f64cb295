package io.throughline.intake.mapping;

import io.throughline.reference.date.PartialDate;
import org.jspecify.annotations.Nullable;

/** A date that a mapping reads from a row, with the precision that is printed. */
record DateValue(ValueExpression value, DateNotation notation) {

    /**
     * The date; null if there is none. A text that cannot be read is replaced by {@code otherwise} and reported; without
     * {@code otherwise} it is refused.
     */
    @Nullable PartialDate read(RowCells cells, String key, RowFindings findings) {
        var text = value.evaluate(cells, findings::refuse);
        if (text == null) {
            return null;
        }
        try {
            return notation.read(text);
        } catch (UnreadableDateException e) {
            if (value.hasOtherwise()) {
                return fallBack(text, e, cells, key, findings);
            }
            findings.refuse(e.code(), value.column(), "%s: %s".formatted(key, e.getMessage()));
            return null;
        }
    }

    private @Nullable PartialDate fallBack(
            String unreadable, UnreadableDateException problem, RowCells cells, String key, RowFindings findings) {
        var text = value.fallBack(cells, findings::refuse);
        try {
            var date = text == null || text.equals(unreadable) ? null : notation.read(text);
            findings.note(
                    problem.code(),
                    value.column(),
                    "%s: %s; the mapping %s"
                            .formatted(
                                    key,
                                    problem.getMessage(),
                                    date == null ? "leaves it out" : "replaces it with " + date.text()));
            return date;
        } catch (UnreadableDateException e) {
            findings.refuse(e.code(), value.column(), "%s: %s".formatted(key, e.getMessage()));
            return null;
        }
    }
}
