package io.throughline.model.membership;

/** Whether a member entered an organization itself. */
public enum Directness {
    DIRECT,
    INDIRECT,
    UNKNOWN
}
