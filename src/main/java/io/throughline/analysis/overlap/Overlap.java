package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overlap of organizations.
 *
 * @param sets in request order
 * @param universe as given by the caller; null if none is given
 * @param pairs each pair of sets once, in request order
 * @param group all of them at once
 * @param asOf null for what is recorded today
 */
record Overlap(
        List<OverlapSet> sets,
        @Nullable Universe universe,
        List<OverlapPair> pairs,
        OverlapGroup group,
        @Nullable LocalDate asOf) {}
