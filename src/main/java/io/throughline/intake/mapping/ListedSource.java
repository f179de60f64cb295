package io.throughline.intake.mapping;

import io.throughline.reference.date.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The source that a mapping's files are.
 *
 * @param id of the source; the same for every edition of the list that says what was true of the same day
 * @param known whether the mapping gives the id alone, of a source that must be in the graph; all else is null then
 * @param publisherId of an organization
 * @param language a tag of BCP 47, e.g. {@code en}
 * @param statedAt the day it was published, as precisely as it is known
 */
public record ListedSource(
        String id,
        boolean known,
        @Nullable String title,
        @Nullable String publisherId,
        @Nullable String author,
        @Nullable String url,
        @Nullable String language,
        @Nullable PartialDate statedAt,
        @Nullable String licence,
        @Nullable String licenceUrl,
        @Nullable String attribution,
        @Nullable String note) {}
