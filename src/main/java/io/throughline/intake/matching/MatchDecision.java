package io.throughline.intake.matching;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a listed agent.
 *
 * @param agentId the agent it is or is not; null for verdicts about no agent
 * @param sourceId the only source it applies to; null for all
 * @param recordedBy who decided
 * @param recordedAt UTC
 * @param supersededById the decision that replaced it; null while it is in force
 */
public record MatchDecision(
        String id,
        Verdict verdict,
        @Nullable String agentId,
        @Nullable String sourceId,
        String recordedBy,
        ZonedDateTime recordedAt,
        @Nullable String supersededById) {

    /** What was decided. */
    public enum Verdict {
        /** The name means this agent. */
        SAME,
        /** The name does not mean this agent. */
        NOT_SAME,
        /** This cannot be decided. */
        UNSURE,
        /** None of the candidates is right. */
        NONE_OF_THESE
    }
}
