package io.throughline.analysis.projection;

import io.throughline.infra.builder.StagedBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The validated request for a projection.
 *
 * @param organizationIds distinct
 * @param where an {@code AgentFilter} for the members to include; empty for all
 * @param minWeight at least 0
 * @param topK at least 1; null for all
 * @param asOf null for what is recorded today
 * @param maxNodes at least 1
 * @param communities whether to detect communities
 * @param betweenness whether to compute betweenness
 */
@StagedBuilder
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
