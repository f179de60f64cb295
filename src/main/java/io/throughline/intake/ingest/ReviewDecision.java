package io.throughline.intake.ingest;

/** What a person decided about a name in a list. */
public enum ReviewDecision {
    /** It is this agent in the graph. */
    SAME,
    /** It is not this agent; the question stays open. */
    NOT_SAME,
    /** It cannot be decided for now. */
    UNSURE,
    /** It is none of the candidates; the waiting memberships are not recorded. */
    NONE_OF_THESE,
    /** It is not in the graph: add it. */
    ADD
}
