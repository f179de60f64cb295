package io.throughline.intake.tabular;

/** The format of a file, detected from its bytes and not from its name. */
public enum FileFormat {
    /** Lines of cells with any delimiter between them. */
    CSV,
    /** A workbook of Excel 2007 or later, without macros. */
    XLSX,
    /** One JSON object per line, as in our own exports. */
    JSON_LINES,
    /** The results of a SPARQL query as one JSON document. */
    SPARQL_JSON
}
