package io.throughline.model.membership;

/** How the entries of a list recorded here were chosen from the list of its source; described in the schema. */
public enum ListSelection {
    WHOLE,
    SELECTION,
    SAMPLE
}
