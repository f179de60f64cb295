package io.throughline.model.search;

/** How certain it is which agent a name means. */
enum NameStatus {
    EXACT,
    ALIAS,
    FUZZY,
    AMBIGUOUS,
    UNKNOWN
}
