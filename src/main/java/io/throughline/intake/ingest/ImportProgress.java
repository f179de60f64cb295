package io.throughline.intake.ingest;

/** Receives the progress of a running import, once per batch, in the thread that runs it. */
@FunctionalInterface
public interface ImportProgress {

    /** Called with the run as it is now. */
    void onProgress(ImportRun run);
}
