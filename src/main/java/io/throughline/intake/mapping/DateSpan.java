package io.throughline.intake.mapping;

/** Which day a span of time such as "2019–2021" stands for. */
enum DateSpan {
    /** The first of its two dates. */
    START,
    /** The second of its two dates. */
    END,
    /** Some day between them; which one is not known. */
    WITHIN
}
