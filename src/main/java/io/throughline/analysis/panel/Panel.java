package io.throughline.analysis.panel;

import java.util.List;

/**
 * Membership by year: members by organizations by years.
 *
 * @param columns the organizations, in request order
 * @param years in order
 * @param rows each member with each organization: by member, then in the order of the organizations; empty if not
 *     selected
 * @param totalCount number of rows, including those cut off
 * @param cutOff whether there are more rows than requested
 */
public record Panel(
        List<PanelColumn> columns, List<Integer> years, List<PanelRow> rows, int totalCount, boolean cutOff) {}
