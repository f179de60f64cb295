package io.throughline.analysis.overlap;

/** Whether an intersection also counts members that are in further organizations. */
enum IntersectionMode {
    EXCLUSIVE,
    INCLUSIVE
}
