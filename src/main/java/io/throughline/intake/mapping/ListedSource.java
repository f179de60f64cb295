package io.throughline.intake.mapping;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.reference.date.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The source that the files of a mapping belong to.
 *
 * @param id of the source; the same for every edition of the list that describes the same day
 * @param known whether the mapping gives only the id of a source that must already be in the graph; everything else is
 *     then null
 * @param publisherId id of the organization that published it
 * @param language a BCP 47 tag, e.g. {@code en}
 * @param statedAt when it was published, as precisely as known
 */
@StagedBuilder
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
