package io.throughline.intake.ingest;

import java.time.Instant;

/** Runs that are in no database. */
public final class ImportRuns {

    private ImportRuns() {}

    /** A run in this state; the other values do not matter. */
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
