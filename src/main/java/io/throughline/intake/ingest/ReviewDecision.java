package io.throughline.intake.ingest;

/** What a person decided about a name in a list. */
public enum ReviewDecision {
    /** The name means this agent, which is in the graph. */
    SAME,
    /** The name does not mean this agent; the question stays open. */
    NOT_SAME,
    /** This cannot be decided for now. */
    UNSURE,
    /** None of the candidates is right; the waiting memberships are not recorded. */
    NONE_OF_THESE,
    /** The agent is not in the graph yet: add it. */
    ADD
}
