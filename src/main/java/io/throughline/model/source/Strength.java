package io.throughline.model.source;

/** How firmly a source says something. */
public enum Strength {
    STATED,
    IMPLIED,
    DERIVED
}
