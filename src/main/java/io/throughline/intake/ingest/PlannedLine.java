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
 * @param detail how the line was read
 */
record PlannedLine(
        int number,
        LineOutcome outcomeWithoutMembership,
        List<PlannedMembership> memberships,
        boolean hasUnusablePart,
        List<FileFinding> findings,
        LineDetail detail) {

    /** Why the line has this outcome; null for outcomes of lines that are recorded. */
    @Nullable LineReason reason(LineOutcome outcome) {
        return switch (outcome) {
            case LEFT_OUT -> new LineReason(outcome, detail.reason() == null ? "" : detail.reason());
            case WAITING, REJECTED -> new LineReason(outcome, findings.isEmpty() ? "" : codeFor(outcome));
            default -> null;
        };
    }

    /** The code of the deciding finding: that of the name that waits, otherwise the last, which refused the line. */
    private String codeFor(LineOutcome outcome) {
        return memberships.stream()
                .filter(membership -> outcome == LineOutcome.WAITING && membership instanceof ToWait)
                .map(membership -> ((ToWait) membership).match().code())
                .findFirst()
                .orElse(findings.get(findings.size() - 1).code());
    }

    /** What to do about a membership. */
    sealed interface PlannedMembership {}

    /**
     * A membership to record.
     *
     * @param addition its member if that has to be added to the graph; otherwise null
     * @param values what is stated about it, as {@link StatedValues}
     */
    record ToRecord(MembershipClaim claim, @Nullable NewAgent addition, long values) implements PlannedMembership {}

    /** A membership that waits for a person to decide who the member is. */
    record ToWait(StatedMembership stated, AgentMatch.Waiting match) implements PlannedMembership {}

    /** A membership that an earlier line states: there is nothing to do, or the two differ and this one is rejected. */
    record Repeated(LineOutcome outcome) implements PlannedMembership {}
}
