package io.throughline.intake.ingest;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.intake.tabular.FileFinding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * One import of one file, or a dry run of it.
 *
 * @param dryRun whether nothing is recorded
 * @param mappingText the mapping as it was at the time, in YAML
 * @param sha256 of the file, in lower case hexadecimal
 * @param size of the file in bytes
 * @param person who is responsible for it
 * @param linesDone lines of the file that are finished, not counting blank ones and the header
 * @param bytesDone about how many bytes of the file that is
 * @param message why it did not end as DONE; null if it did or has not ended
 * @param fileFindings about the file as a whole; null for a run that began before they were recorded
 * @param undoId the activity that undoes it; null until an undo has begun
 */
@StagedBuilder
public record ImportRun(
        String id,
        ImportState state,
        boolean dryRun,
        String sourceId,
        String mapping,
        String mappingText,
        String fileName,
        String sha256,
        long size,
        String person,
        Instant startedAt,
        @Nullable Instant endedAt,
        long linesDone,
        long bytesDone,
        ImportCounts counts,
        @Nullable String message,
        @Nullable List<FileFinding> fileFindings,
        @Nullable String undoId)
        implements Entity {

    static ImportRun of(Node node) {
        var run = NodeReader.of(node);
        return ImportRunBuilder.builder()
                .id(run.id())
                .state(run.requiredWord("state", ImportState.class))
                .dryRun(run.yes("dryRun"))
                .sourceId(run.required("sourceId"))
                .mapping(run.required("mapping"))
                .mappingText(run.required("mappingText"))
                .fileName(run.required("fileName"))
                .sha256(run.required("sha256"))
                .size(node.get("size").asLong(0))
                .person(run.required("person"))
                .startedAt(node.get("startedAt").asZonedDateTime().toInstant())
                .linesDone(node.get("linesDone").asLong(0))
                .bytesDone(node.get("bytesDone").asLong(0))
                .counts(ImportCounts.of(node))
                .endedAt(run.instant("endedAt"))
                .message(run.text("message"))
                .fileFindings(FileFindingProperties.read(run))
                .undoId(run.text("undoId"))
                .build();
    }

    /** The same run with new progress. */
    ImportRun withProgress(long lines, long bytes, ImportCounts soFar) {
        return ImportRunBuilder.builder(this)
                .linesDone(lines)
                .bytesDone(bytes)
                .counts(soFar)
                .build();
    }
}
