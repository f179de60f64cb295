package io.throughline.model.membership;

/** Whether a member joined an organization itself. */
public enum Directness {
    DIRECT,
    INDIRECT,
    UNKNOWN
}
