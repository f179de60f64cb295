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
 * @param reason why the line is not simply recorded; null when it is
 * @param memberships in the order of the line
 * @param hasUnusablePart whether part of the line cannot be used, so that it may say more than these memberships
 * @param names the names in the line, as {@link LineDetail#names()}
 * @param detail how the line was read, {@link LineDetail} as JSON. Made while planning: the transaction that stores it holds
 *     locks and may be retried
 */
record PlannedLine(
        int number,
        @Nullable LineReason reason,
        List<PlannedMembership> memberships,
        boolean hasUnusablePart,
        List<FileFinding> findings,
        String names,
        String detail) {

    static PlannedLine of(
            int number,
            @Nullable LineReason reason,
            List<PlannedMembership> memberships,
            boolean hasUnusablePart,
            List<FileFinding> findings,
            LineDetail detail) {
        return new PlannedLine(number, reason, memberships, hasUnusablePart, findings, detail.names(), detail.json());
    }

    /** The outcome of the line, unless one of its memberships has a higher one. */
    LineOutcome initialOutcome() {
        return reason == null ? LineOutcome.LEFT_OUT : reason.outcome();
    }

    /** Whether nothing of the line can be used, so that it may say anything. */
    boolean isUnusable() {
        return memberships.isEmpty() && initialOutcome() == LineOutcome.REJECTED;
    }

    /** What to do about a membership. */
    sealed interface PlannedMembership {

        /** Why it is not simply recorded; null when it is or is already recorded. */
        default @Nullable LineReason reason() {
            return null;
        }
    }

    /**
     * A membership to record.
     *
     * @param addition its member if that has to be added to the graph; otherwise null
     * @param values what is stated about it, as {@link StatedValues}
     */
    record ToRecord(MembershipClaim claim, @Nullable NewAgent addition, long values) implements PlannedMembership {}

    /** A membership that waits for a person to decide who the member is. */
    record ToWait(StatedMembership stated, AgentMatch.Waiting match) implements PlannedMembership {

        @Override
        public LineReason reason() {
            return new LineReason(LineOutcome.WAITING, match.code());
        }
    }

    /**
     * A membership that an earlier line states: there is nothing to do, or the two differ and this one is rejected.
     *
     * @param code of the finding that says so
     */
    record Repeated(LineOutcome outcome, String code) implements PlannedMembership {

        @Override
        public @Nullable LineReason reason() {
            return outcome == LineOutcome.REJECTED ? new LineReason(outcome, code) : null;
        }
    }
}
