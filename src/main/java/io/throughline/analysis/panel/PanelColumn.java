package io.throughline.analysis.panel;

import io.throughline.model.membership.Coverage;
import java.util.List;

/**
 * One organization of a panel. Both counts cover all rows, including those cut off.
 *
 * @param recorded for each year, number of members recorded
 * @param unknown for each year, number of those for whom membership is unknown
 */
public record PanelColumn(String id, List<Integer> recorded, List<Integer> unknown, Coverage coverage) {}
