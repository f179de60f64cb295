package io.throughline.intake.ingest;

import io.throughline.intake.mapping.StatedMembership;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.tabular.FileFinding;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.NewAgent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file, with what to do about it.
 *
 * @param number the line number, from 1
 * @param outcomeWithoutMembership the outcome of the line if it states no membership
 * @param memberships in the order of the line
 * @param hasUnusablePart whether part of the line cannot be used, so that it may say more than these memberships
 */
record PlannedLine(
        int number,
        LineOutcome outcomeWithoutMembership,
        List<PlannedMembership> memberships,
        boolean hasUnusablePart,
        List<FileFinding> findings) {

    /** What to do about a membership. */
    sealed interface PlannedMembership {}

    /**
     * A membership to record.
     *
     * @param addition its member if that has to be added to the graph; otherwise null
     * @param fingerprint fingerprint of what is stated about it
     */
    record ToRecord(MembershipClaim claim, @Nullable NewAgent addition, long fingerprint)
            implements PlannedMembership {}

    /** A membership that waits for a person to decide who the member is. */
    record ToWait(StatedMembership stated, AgentMatch.Waiting match) implements PlannedMembership {}

    /** A membership that an earlier line states: there is nothing to do, or the two differ and this one is rejected. */
    record Repeated(LineOutcome outcome) implements PlannedMembership {}
}
