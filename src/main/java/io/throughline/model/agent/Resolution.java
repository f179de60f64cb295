package io.throughline.model.agent;

/** Whether it is known which place a name refers to. */
public enum Resolution {
    RESOLVED,
    UNRESOLVED
}
