package io.throughline.published;

import java.util.List;
import java.util.Map;

/**
 * A usable line.
 *
 * @param number the line of the file it begins on, or the row of the sheet; the first is 1
 * @param cells each column of the header with the text as printed, in order of the columns; an empty cell is ""
 * @param findings what is odd about it
 */
public record Row(int number, Map<String, String> cells, List<Finding> findings) {}
