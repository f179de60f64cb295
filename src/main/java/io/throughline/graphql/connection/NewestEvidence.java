package io.throughline.graphql.connection;

import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * The newest dated statement behind an answer, whatever it says.
 *
 * @param date the day it is about or, if it names none, the publication of its source
 * @param sourceId the source that makes it
 */
public record NewestEvidence(PartialDate date, String sourceId) {

    /** Reads a map of {@code date} and {@code sourceId}; null if there is none. */
    public static @Nullable NewestEvidence of(Value evidence) {
        return evidence.isNull()
                ? null
                : of(evidence.get("date").asString(), evidence.get("sourceId").asString());
    }

    /** From the text of the date and the id of the source; null unless both are recorded. */
    public static @Nullable NewestEvidence of(@Nullable String date, @Nullable String sourceId) {
        return date == null || sourceId == null ? null : new NewestEvidence(PartialDate.parse(date), sourceId);
    }

    /** {@code date} as a span. */
    public PartialDate dateSpan() {
        return date;
    }

    /**
     * Its age in days, counted from the first day that its date can mean, so that it is never understated; null if that day
     * is open. Negative if that day is after {@code on}.
     */
    public @Nullable Integer ageInDays(LocalDate on) {
        return date.earliest() == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(date.earliest(), on));
    }
}
