package io.throughline.intake.tabular;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** Rows and cells of one sheet, as far as the reader would take memory for what they say of themselves. */
final class SheetCheck {

    private static final Pattern REFERENCE = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");

    /** A sheet of Excel has no more columns. */
    private static final int WIDEST = 16_384;

    private final FileLimits limits;
    private final FileSource source;
    private int rows;
    private int cells;
    private int arrayFormulas;

    SheetCheck(FileLimits limits, FileSource source) {
        this.limits = limits;
        this.source = source;
    }

    void row() throws UnreadableFileException {
        cells = 0;
        if (++rows > limits.rows()) {
            throw source.unreadable("TOO_MANY_ROWS", "has a sheet of more than %d rows", limits.rows());
        }
    }

    /** Checks a cell, and returns whether its value refers to a shared string. */
    boolean cell(XMLStreamReader xml) throws UnreadableFileException {
        var reference = xml.getAttributeValue(null, "r");
        if (++cells > WIDEST
                || reference != null && !REFERENCE.matcher(reference).matches()) {
            throw WorkbookCheck.damaged(source);
        }
        return "s".equals(xml.getAttributeValue(null, "t"));
    }

    int arrayFormula() {
        return ++arrayFormulas;
    }
}
