package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far organizations overlap.
 *
 * @param sets in the order asked for
 * @param universe as the caller named it; null when none is named
 * @param pairs each two of the sets once, in the order asked for
 * @param group all of them at once
 * @param asOf null for what is recorded today
 */
record Overlap(
        List<OverlapSet> sets,
        @Nullable Universe universe,
        List<OverlapPair> pairs,
        OverlapGroup group,
        @Nullable LocalDate asOf) {}
