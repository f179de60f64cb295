package io.throughline.intake.mapping;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.membership.Completeness;
import io.throughline.model.membership.ListSelection;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of an organization's members that the files of a mapping contain, and how it was drawn.
 *
 * @param id of the list, made of those of the source and the organization, and of the date if the mapping gives one
 * @param asOf the day it refers to; null for that of the source
 * @param complete whether it has all members, by its own words
 * @param selection how its entries were chosen from the list of its source; null if not stated
 * @param rule the rule of a selection; null for other lists
 * @param selectedFromIds the organizations whose lists decided what was selected
 * @param note why it is considered complete or not
 */
@StagedBuilder
public record DeclaredList(
        String id,
        String organizationId,
        @Nullable PartialDate asOf,
        Completeness complete,
        @Nullable ListSelection selection,
        @Nullable String rule,
        List<String> selectedFromIds,
        @Nullable String note) {}
