package io.throughline.intake.ingest;

/** Where a question of the review queue stands. */
public enum ReviewState {
    /** It waits for a person. */
    OPEN,
    /** A person looked and could not tell; it waits for another. */
    UNSURE,
    /** A person said who it is, or that it is none of those there are. */
    SETTLED,
    /** Nothing waits for it any more: the list does not say it now, or the import was undone. */
    GONE
}
