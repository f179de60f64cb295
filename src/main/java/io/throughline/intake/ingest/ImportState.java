package io.throughline.intake.ingest;

/** The state of an import run. */
public enum ImportState {
    /** It is reading, and writing unless it is a dry run. */
    RUNNING,
    /** All lines of the file were read. */
    DONE,
    /** The program or the database ended before it did; it can be resumed or undone. */
    INTERRUPTED,
    /** A person cancelled it; it can be resumed or undone. */
    CANCELLED,
    /** The file could not be read to its end, or something that the mapping needs is missing; it can be undone. */
    FAILED,
    /** It is being undone. */
    UNDOING,
    /** What it recorded is withdrawn, and what it superseded is restored. */
    UNDONE
}
