package io.throughline.benchmark;

/** Whether GraphQL answers a question. */
enum Answering {
    YES,
    /** The schema lacks what it asks for. */
    NOT_YET,
    /** It ends in an error, such as the time limit. */
    FAILS;

    /** What stands for a time when there is none, in milliseconds. */
    double noTime() {
        return this == FAILS ? Double.POSITIVE_INFINITY : Double.NaN;
    }
}
