package io.throughline.intake.matching;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a written agent.
 *
 * @param agentId the agent it is, or is not; null for the verdicts that are about none
 * @param sourceId the only source for which it holds; null for all
 * @param recordedBy who decided
 * @param recordedAt UTC
 * @param supersededById the decision that took its place; null while it holds
 */
public record MatchDecision(
        String id,
        Verdict verdict,
        @Nullable String agentId,
        @Nullable String sourceId,
        String recordedBy,
        ZonedDateTime recordedAt,
        @Nullable String supersededById) {

    /** How it was decided. */
    public enum Verdict {
        /** It is this agent. */
        SAME,
        /** It is not this agent. */
        NOT_SAME,
        /** It cannot be said. */
        UNSURE,
        /** It is none of those that come into question. */
        NONE_OF_THESE
    }
}
