package io.throughline.intake.ingest;

import io.throughline.intake.mapping.StatedMembership;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.tabular.FileFinding;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.NewAgent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file, with what is to be done about it.
 *
 * @param number of the line, from 1
 * @param otherwise what becomes of it when it states no membership
 * @param memberships in the order of the line
 * @param isPartly whether a part of it cannot be used, and so it may say more than these memberships
 */
record PlannedLine(
        int number, LineOutcome otherwise, List<Planned> memberships, boolean isPartly, List<FileFinding> findings) {

    /** What is to be done about a membership. */
    sealed interface Planned {}

    /**
     * To be recorded.
     *
     * @param addition its member, when that is to be added to the graph
     * @param mark stands for what is said of it
     */
    record ToRecord(MembershipClaim claim, @Nullable NewAgent addition, long mark) implements Planned {}

    /** Its member is for a person to name. */
    record ToWait(StatedMembership stated, AgentMatch.Waiting match) implements Planned {}

    /** An earlier line states it: there is nothing to do, or the two differ and this one is rejected. */
    record Repeated(LineOutcome outcome) implements Planned {}
}
