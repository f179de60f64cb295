package io.throughline.intake.tabular;

/** What a file is made of, as its bytes say and not its name. */
public enum FileFormat {
    /** Lines of cells between delimiters, whichever they are. */
    CSV,
    /** A workbook of Excel 2007 or later, without macros. */
    XLSX,
    /** An object of JSON on each line, as our own export has it. */
    JSON_LINES
}
