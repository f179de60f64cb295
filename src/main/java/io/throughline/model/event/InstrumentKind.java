package io.throughline.model.event;

/** The kinds of instruments. */
public enum InstrumentKind {
    TREATY,
    ROADMAP,
    PATHWAYS,
    COMMITMENT,
    PRINCIPLES,
    FRAMEWORK,
    PROGRAMME,
    TOOL,
    HANDBOOK,
    FORMS,
    VIDEO
}
