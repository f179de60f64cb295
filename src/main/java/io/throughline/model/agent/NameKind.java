package io.throughline.model.agent;

/** The kinds of names. */
public enum NameKind {
    ALIAS,
    ABBREVIATION,
    FORMER,
    PRINTED,
    TRANSLATION
}
