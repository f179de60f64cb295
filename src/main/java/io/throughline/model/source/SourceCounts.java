package io.throughline.model.source;

import java.util.List;

/** How much was taken from a source: its claims, and the facts they support. */
record SourceCounts(int claims, List<KindCount> facts) {}
