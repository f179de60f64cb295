package io.throughline.model.agent;

/** Whether it is settled which place a name means. */
public enum Resolution {
    RESOLVED,
    UNRESOLVED
}
