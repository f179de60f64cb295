package io.throughline.model.source;

import java.util.List;

/** How much was taken from a source: claims, and what rests on them. */
record SourceCounts(int claims, List<KindCount> facts) {}
