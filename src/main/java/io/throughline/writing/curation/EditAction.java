package io.throughline.writing.curation;

/** What an edit does. */
enum EditAction {
    ASSERT,
    SUPERSEDE,
    RETRACT,
    RANK,
    ADD,
    MERGE,
    SPLIT,
    UNDO
}
