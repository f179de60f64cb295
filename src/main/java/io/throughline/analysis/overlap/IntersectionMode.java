package io.throughline.analysis.overlap;

/** Whether members of further organizations count to an intersection. */
enum IntersectionMode {
    EXCLUSIVE,
    INCLUSIVE
}
