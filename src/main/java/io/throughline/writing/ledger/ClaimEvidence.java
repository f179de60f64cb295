package io.throughline.writing.ledger;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The source of a claim, the place in it, and how firmly the source says so.
 *
 * @param locator the place in the source, e.g. {@code line 17, column initiatives_committed}
 * @param printed the value as printed; never a sentence
 * @param asOf the day that the statement is about; null when the source does not say
 * @param inferred whether part of the value was taken from elsewhere; {@code note} says what
 */
@StagedBuilder
public record ClaimEvidence(
        String sourceId,
        @Nullable String locator,
        @Nullable String printed,
        @Nullable PartialDate asOf,
        Strength strength,
        Rank rank,
        boolean inferred,
        @Nullable String note) {}
