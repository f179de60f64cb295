package io.throughline.model.agent;

/** What sort of name something is. */
public enum NameKind {
    ALIAS,
    ABBREVIATION,
    FORMER,
    PRINTED,
    TRANSLATION
}
