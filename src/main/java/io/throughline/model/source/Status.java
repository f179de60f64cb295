package io.throughline.model.source;

/** The stage that a membership, event or document has reached. */
public enum Status {
    ANNOUNCED,
    IN_FORCE,
    SUSPENDED,
    ENDED,
    NOT_MEMBER
}
