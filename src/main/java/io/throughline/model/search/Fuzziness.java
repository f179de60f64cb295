package io.throughline.model.search;

/** How near a name has to come to the text. */
enum Fuzziness {
    EXACT,
    PREFIX,
    FUZZY,
    AUTO
}
