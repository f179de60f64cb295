package io.throughline.intake.ingest;

/** Where in its life an import run stands. */
public enum ImportState {
    /** It reads, and writes unless it is a dry run. */
    RUNNING,
    /** All lines of the file were read. */
    DONE,
    /** The program that ran it ended; it can be gone on with, or undone. */
    INTERRUPTED,
    /** A person stopped it; it can be gone on with, or undone. */
    CANCELLED,
    /** The file or the mapping cannot be read to the end; it can be undone. */
    FAILED,
    /** It is being undone. */
    UNDOING,
    /** What it recorded is withdrawn, and what it superseded holds again. */
    UNDONE
}
