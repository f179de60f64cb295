package io.throughline.analysis.path;

/** Which way the steps of a path may go. */
enum PathDirection {
    UP,
    ANY
}
