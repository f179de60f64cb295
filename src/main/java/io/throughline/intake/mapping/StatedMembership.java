package io.throughline.intake.mapping;

import io.throughline.intake.matching.ListedAgent;
import io.throughline.model.source.Rank;
import io.throughline.writing.ledger.ClaimEvidence;
import io.throughline.writing.ledger.ClaimEvidenceBuilder;
import io.throughline.writing.ledger.MembershipStatement;
import io.throughline.writing.ledger.PledgeStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A membership as a row states it, before its member is looked up in the graph.
 *
 * @param member as described in the row
 * @param statement its organizations are in the graph or defined by the mapping
 * @param pledges what the row says that the member has promised
 * @param evidence the locator is the place in the file, e.g. {@code line 17, column initiatives_committed}; it is inferred if
 *     the membership depends on a correction of the mapping, and the note says on which
 */
public record StatedMembership(
        ListedAgent member, MembershipStatement statement, List<PledgeStatement> pledges, ClaimEvidence evidence) {

    StatedMembership withLocator(String locator) {
        return with(ClaimEvidenceBuilder.builder(evidence).locator(locator));
    }

    /** This membership as one that its source lists but should not be believed. */
    StatedMembership deprecated(String reason) {
        return with(ClaimEvidenceBuilder.builder(evidence).rank(Rank.DEPRECATED).note(join(reason, evidence.note())));
    }

    StatedMembership corrected(boolean inferred, String note) {
        return with(ClaimEvidenceBuilder.builder(evidence).inferred(inferred).note(join(evidence.note(), note)));
    }

    private StatedMembership with(ClaimEvidenceBuilder changed) {
        return new StatedMembership(member, statement, pledges, changed.build());
    }

    private static String join(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? String.valueOf(second) : first;
        }
        return first + ". " + second;
    }
}
