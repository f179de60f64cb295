package io.throughline.graphql.connection;

/** What had been recorded by a moment, of things whose lists can be asked for as of then: {@link FilterRegistry#KNOWN_AT}. */
public interface HistoricalView {

    /** The variable of the thing as a node, in slots {@code stored}, for patterns that begin at it. */
    String STORED = "stored";

    /**
     * What takes the place of the pattern of a thing at the end of a {@code MATCH}, in slots {@code recorded}: a pattern that
     * also finds what was withdrawn since, and clauses after which the variable of the subject stands for a map, the thing
     * with its properties of then. No row is left of what had not been recorded yet.
     *
     * @param moment a value that {@code knownAt} was given
     */
    String thing(FilterTarget subject, Object moment, FilterCompiler conditions);

    /** The same for a claim on it, in slots {@code claims}: a pattern alone, with the variable {@code claim}. */
    String claim(FilterTarget subject, Object moment, FilterCompiler conditions);
}
