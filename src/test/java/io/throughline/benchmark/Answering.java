package io.throughline.benchmark;

/** Whether GraphQL answers a query. */
enum Answering {
    YES,
    /** The schema lacks a field of the query. */
    NOT_YET,
    /** It ends in an error, such as the time limit. */
    FAILS;

    /** The value that replaces a missing time, in milliseconds. */
    double noTime() {
        return this == FAILS ? Double.POSITIVE_INFINITY : Double.NaN;
    }
}
