package io.throughline.analysis.panel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member, one organization, and the years.
 *
 * @param memberId of a city or region
 * @param name of the member
 * @param years in order
 * @param values for each of the years 1, 0 (not recorded) or null (unknown)
 */
public record PanelRow(
        String memberId, String name, String organizationId, List<Integer> years, List<@Nullable Integer> values) {}
