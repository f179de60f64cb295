package io.throughline.writing.ledger;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.membership.Completeness;
import io.throughline.model.membership.ListSelection;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of members that a source gives.
 *
 * @param id readable and stable, e.g. {@code list-my-towns-2023-c40}; the same for every version of the list
 * @param asOf the day it refers to
 * @param complete whether it is known to have all members; a complete list closes the memberships that it does not have
 * @param completeOnceSettled whether it is complete once no line of it waits for a decision
 * @param selection how its entries were chosen; null if not recorded
 * @param rule the rule of a selection; null for other lists
 * @param selectedFromIds the organizations whose lists decided what was selected
 * @param note why it is considered complete or not
 * @param noteOnceSettled the note that replaces {@code note} when it becomes complete
 */
@StagedBuilder
public record NewMemberList(
        String id,
        String sourceId,
        String organizationId,
        @Nullable PartialDate asOf,
        Completeness complete,
        boolean completeOnceSettled,
        @Nullable ListSelection selection,
        @Nullable String rule,
        List<String> selectedFromIds,
        @Nullable String note,
        @Nullable String noteOnceSettled) {}
