package io.throughline.intake.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** Checks the row and cell numbers of one sheet, for which the reader would otherwise allocate memory. */
final class SheetCheck {

    private static final Pattern REFERENCE = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");

    /** The maximum number of columns in Excel. */
    private static final int MAX_COLUMNS = 16_384;

    /** More than any sheet that people read; each is held in memory. */
    private static final int MAX_MERGED_CELLS = 200_000;

    private final FileLimits limits;
    private final FileSource source;
    private int rows;
    private int cells;
    private int arrayFormulas;
    private final List<MergedRange> merged = new ArrayList<>();

    SheetCheck(FileLimits limits, FileSource source) {
        this.limits = limits;
        this.source = source;
    }

    void row() throws UnreadableFileException {
        cells = 0;
        if (++rows > limits.rows()) {
            throw source.unreadable("TOO_MANY_ROWS", "has a sheet with more than %d rows", limits.rows());
        }
    }

    /** Checks a cell, and returns whether its value is the index of a shared text. */
    boolean cell(XMLStreamReader xml) throws UnreadableFileException {
        var reference = xml.getAttributeValue(null, "r");
        if (++cells > MAX_COLUMNS
                || reference != null && !REFERENCE.matcher(reference).matches()) {
            throw WorkbookErrors.damaged(source);
        }
        return "s".equals(xml.getAttributeValue(null, "t"));
    }

    void mergedCell(XMLStreamReader xml) throws UnreadableFileException {
        var reference = xml.getAttributeValue(null, "ref");
        if (reference == null) {
            throw WorkbookErrors.damaged(source);
        }
        merged.add(MergedRange.parse(reference));
        if (merged.size() > MAX_MERGED_CELLS) {
            throw WorkbookErrors.tooLarge(
                    source, "has a sheet with more than %d merged cells; unmerge them", MAX_MERGED_CELLS);
        }
    }

    List<MergedRange> merged() {
        return merged;
    }

    int arrayFormula() {
        return ++arrayFormulas;
    }
}
