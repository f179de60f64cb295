package io.throughline.model.source;

/** The stage that a membership, event or document has reached. */
public enum Status {
    ANNOUNCED,
    IN_FORCE,
    ENDED,
    NOT_MEMBER
}
