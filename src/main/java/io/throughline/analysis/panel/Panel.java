package io.throughline.analysis.panel;

import java.util.List;

/**
 * Who was in what in which year.
 *
 * @param columns the organizations, in the order asked for
 * @param years in order
 * @param rows every member with every organization: by member, then in the order of the organizations; none when nobody
 *     reads them
 * @param totalCount how many rows there are, also those cut off
 * @param cutOff whether there are more rows than were to be given
 */
public record Panel(
        List<PanelColumn> columns, List<Integer> years, List<PanelRow> rows, int totalCount, boolean cutOff) {}
