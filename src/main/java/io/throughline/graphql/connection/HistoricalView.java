package io.throughline.graphql.connection;

/** Reads things as they were recorded at a given time, for lists that accept {@link FilterRegistry#KNOWN_AT}. */
public interface HistoricalView {

    /** The variable of the thing's node, used in slots {@code stored} for patterns that start there. */
    String STORED = "stored";

    /**
     * Replaces the pattern of a thing at the end of a {@code MATCH}, in slots {@code recorded}: a pattern that also finds what
     * was withdrawn later, and clauses that bind the target's variable to a map of the properties as of that time. Rows for
     * things not yet recorded are dropped.
     *
     * @param knownAt the value of the criterion {@code knownAt}
     */
    String thing(FilterTarget target, Object knownAt, FilterCompiler compiler);

    /** Same for a claim on the thing, in slots {@code claims}: only a pattern, with the variable {@code claim}. */
    String claim(FilterTarget target, Object knownAt, FilterCompiler compiler);
}
