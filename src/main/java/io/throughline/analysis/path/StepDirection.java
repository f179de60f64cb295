package io.throughline.analysis.path;

/** Which way a step goes; across if its memberships apply in both directions or lead both ways. */
enum StepDirection {
    UP,
    DOWN,
    ACROSS
}
