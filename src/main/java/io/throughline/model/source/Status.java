package io.throughline.model.source;

/** Where in its life something stands. */
public enum Status {
    ANNOUNCED,
    IN_FORCE,
    ENDED,
    NOT_MEMBER
}
