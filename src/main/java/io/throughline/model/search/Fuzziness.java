package io.throughline.model.search;

/** How closely a name must match the text. */
enum Fuzziness {
    EXACT,
    PREFIX,
    FUZZY,
    AUTO
}
