package io.throughline.model.membership;

/** Whether a list is complete. */
public enum Completeness {
    YES,
    NO,
    UNKNOWN
}
