package io.throughline.writing.ledger;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.reference.date.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A text, page or list that facts are taken from.
 *
 * @param id readable and stable, e.g. {@code climactor-2022}
 * @param publisherId the organization that published it
 * @param author as printed
 * @param language BCP 47
 * @param statedAt when it was published
 * @param retrievedAt when it was read
 * @param file the name of the file read, when it was a file
 * @param sha256 of the text read, in lower case hexadecimal
 * @param licence the licence it states, or that none is stated
 * @param attribution the credit line it asks for
 */
@StagedBuilder
public record NewSource(
        String id,
        String title,
        @Nullable String publisherId,
        @Nullable String author,
        @Nullable String url,
        @Nullable String language,
        @Nullable PartialDate statedAt,
        @Nullable PartialDate retrievedAt,
        @Nullable String file,
        @Nullable String sha256,
        String licence,
        @Nullable String licenceUrl,
        @Nullable String attribution,
        @Nullable String note) {}
