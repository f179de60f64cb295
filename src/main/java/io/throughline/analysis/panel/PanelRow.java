package io.throughline.analysis.panel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member in one organization over the years.
 *
 * @param memberId of a city or region
 * @param name of the member
 * @param years in order
 * @param values for each year: 1 (member), 0 (not recorded) or null (unknown)
 */
public record PanelRow(
        String memberId, String name, String organizationId, List<Integer> years, List<@Nullable Integer> values) {}
