package io.throughline.intake.ingest;

/** The state of a question in the review queue. */
public enum ReviewState {
    /** It waits for a person. */
    OPEN,
    /** A person looked and could not decide; it waits for someone else. */
    UNSURE,
    /** A person decided which agent it is, or that none of the candidates is right. */
    SETTLED,
    /** No longer needed: the list no longer has it, or the import was undone. */
    GONE
}
