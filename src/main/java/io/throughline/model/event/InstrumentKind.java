package io.throughline.model.event;

/** What sort of instrument something is. */
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
