package io.throughline.analysis.panel;

import io.throughline.model.membership.Coverage;
import java.util.List;

/**
 * One organization of a panel. Both counts are of all rows, also those cut off.
 *
 * @param recorded for each year, how many are recorded in it
 * @param unknown for each year, of how many nobody can tell
 */
public record PanelColumn(String id, List<Integer> recorded, List<Integer> unknown, Coverage coverage) {}
