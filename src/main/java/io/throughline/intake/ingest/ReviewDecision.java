package io.throughline.intake.ingest;

/** What a person says of a name that a list writes. */
public enum ReviewDecision {
    /** It is this agent of the graph. */
    SAME,
    /** It is not this agent; the question stays. */
    NOT_SAME,
    /** Nobody can tell for now. */
    UNSURE,
    /** It is none of the candidates; what waits is not recorded. */
    NONE_OF_THESE,
    /** It is not in the graph and is to be added. */
    ADD
}
