package io.throughline.intake.ingest;

/** Told, while an import runs, how far it is; from the thread that runs it, once a batch. */
@FunctionalInterface
public interface ImportProgress {

    /** The run as it is now. */
    void at(ImportRun run);
}
