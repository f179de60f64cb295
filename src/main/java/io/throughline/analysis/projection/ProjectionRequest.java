package io.throughline.analysis.projection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, checked.
 *
 * @param organizationIds distinct
 * @param where an {@code AgentFilter} for the members that count; empty for all
 * @param minWeight from 0
 * @param topK from 1; null for all
 * @param asOf null for what is recorded today
 * @param maxNodes from 1
 * @param communities whether they are looked for
 * @param betweenness whether it is worked out
 */
record ProjectionRequest(
        ProjectionOf of,
        List<String> organizationIds,
        Map<String, Object> where,
        ProjectionWeight weight,
        double minWeight,
        @Nullable Integer topK,
        @Nullable LocalDate asOf,
        int maxNodes,
        boolean communities,
        boolean betweenness) {}
