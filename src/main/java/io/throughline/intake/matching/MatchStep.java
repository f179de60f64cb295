package io.throughline.intake.matching;

/** The step that decided what a list means, in the order in which they are tried. */
public enum MatchStep {
    /** A person decided it. */
    DECISION,
    /** An identifier that the list gives. */
    IDENTIFIER,
    /** The name as printed. */
    NAME,
    /** The name without its legal form, such as "City of". */
    LEGAL_FORM,
    /** A reduced form of the name. */
    REDUCED_NAME,
    /** The name, but of an agent of another kind than the list says, such as a region where it says city. */
    OTHER_KIND,
    /** A name that differs by one typing error. */
    SPELLING
}
