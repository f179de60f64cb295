package io.throughline.intake.ingest;

/** The state of a question in the review queue. */
public enum ReviewState {
    /** It waits for a person. */
    OPEN,
    /** A person looked and could not decide; it waits for someone else. */
    UNSURE,
    /** A person decided which agent it is, or that it is none of the candidates. */
    SETTLED,
    /** Nothing waits for it any more: the list no longer says it, or the import was undone. */
    GONE
}
