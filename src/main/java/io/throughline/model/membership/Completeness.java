package io.throughline.model.membership;

/** Whether a list holds everything it should. */
public enum Completeness {
    YES,
    NO,
    UNKNOWN
}
