package io.throughline.intake.ingest;

import java.time.Instant;

/** Runs that are in no database. */
public final class ImportRuns {

    private ImportRuns() {}

    /** A run in this state; the other values do not matter. */
    public static ImportRun of(ImportState state, boolean dryRun) {
        return ImportRunBuilder.builder()
                .id("run-for-tests")
                .state(state)
                .dryRun(dryRun)
                .sourceId(ImportedLists.SOURCE)
                .mapping(ImportedLists.MAPPING.id())
                .mappingText(ImportedLists.MAPPING.text())
                .fileName("list.csv")
                .sha256("0".repeat(64))
                .size(100)
                .person("maria")
                .startedAt(Instant.EPOCH)
                .linesDone(0)
                .bytesDone(0)
                .counts(ImportCounts.NONE)
                .build();
    }
}
