package io.throughline.panel;

import java.util.List;

/**
 * Who was in what in which year.
 *
 * @param columns the organizations, in the order asked for
 * @param years in order
 * @param rows every member with every organization: by member, then in the order of the organizations
 * @param totalCount how many rows there are, also those cut off
 */
public record Panel(List<PanelColumn> columns, List<Integer> years, List<PanelRow> rows, int totalCount) {

    public boolean cutOff() {
        return rows.size() < totalCount;
    }
}
