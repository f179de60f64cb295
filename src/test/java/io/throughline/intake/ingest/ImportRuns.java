package io.throughline.intake.ingest;

import java.time.Instant;

/** Runs that no database knows of. */
public final class ImportRuns {

    private ImportRuns() {}

    /** One of which nothing is to be seen but how far it is. */
    public static ImportRun of(ImportState state, boolean dryRun) {
        return new ImportRun(
                "run-for-tests",
                state,
                dryRun,
                ImportedLists.SOURCE,
                ImportedLists.MAPPING.id(),
                ImportedLists.MAPPING.text(),
                "list.csv",
                "0".repeat(64),
                100,
                "maria",
                Instant.EPOCH,
                null,
                0,
                0,
                ImportCounts.NONE,
                null,
                null);
    }
}
