package io.throughline.dataset;

import io.throughline.graphql.entity.SimilarIds;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphStream;
import io.throughline.infra.cypher.RequestDeadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes what sources state, and the built-in dataset does not, as the files of a list: an import that somebody reviewed becomes
 * part of the dataset.
 */
@Component
public class ListFolderWriter {

    private static final CypherStatement SOURCES = CypherStatement.in("dataset/sources-to-write.cypher");
    private static final CypherStatement CLAIMS = CypherStatement.in("dataset/claims-to-write.cypher");
    private static final CypherStatement LISTS = CypherStatement.in("dataset/member-lists-to-write.cypher");
    private static final CypherStatement ENTITIES = CypherStatement.in("dataset/entities-to-write.cypher");
    private static final CypherStatement LEFT_OUT = CypherStatement.in("dataset/left-out-when-written.cypher");

    private static final Duration TIME_LIMIT = Duration.ofHours(1);
    private static final int PAGE_SIZE = 1_000;

    private final GraphReader reader;
    private final GraphStream stream;
    private final SimilarIds similar;
    private final String location;

    ListFolderWriter(
            GraphReader reader,
            GraphStream stream,
            SimilarIds similar,
            @Value("${throughline.dataset:classpath:dataset}") String location) {
        this.reader = reader;
        this.stream = stream;
        this.similar = similar;
        this.location = location;
    }

    /**
     * Writes the files of a list. Equal graphs give equal files.
     *
     * @param folder named like the list; created if it does not exist
     * @param sourceIds the sources whose statements are written
     * @param overwrite whether files of a list that are in the folder are replaced
     * @throws ListNotWrittenException if the folder cannot be used, if a source is unknown, or if there is nothing to write
     */
    public WrittenList write(Path folder, Collection<String> sourceIds, boolean overwrite) throws IOException {
        var ids = List.copyOf(new TreeSet<>(sourceIds));
        requireSources(ids);
        try (var files = new ListFolder(folder, overwrite)) {
            var lines = new ListLines(files, ids);
            read(CLAIMS, Map.of("sourceIds", ids), lines::addClaim);
            read(LISTS, Map.of("sourceIds", ids), lines::addMemberList);
            if (files.lines().isEmpty()) {
                throw new ListNotWrittenException(
                        "NOTHING_RECORDED",
                        "%s: nothing to write (the graph has no claims and lists of %s besides those of the built-in dataset)"
                                .formatted(String.join(", ", ids), ids.size() == 1 ? "this source" : "these sources"));
            }
            while (lines.hasUnread()) {
                read(ENTITIES, Map.of("ids", lines.unread(PAGE_SIZE), "sourceIds", ids), lines::need);
            }
            for (var page = lines.unwritten(PAGE_SIZE); !page.isEmpty(); page = lines.unwritten(PAGE_SIZE)) {
                read(ENTITIES, Map.of("ids", page, "sourceIds", ids), lines::addEntity);
            }
            lines.addNames();
            reader.list(LEFT_OUT, Map.of("sourceIds", ids), row -> row).forEach(lines::noteLeftOut);
            var fault = fault(files);
            files.finish();
            return lines.written(fault);
        }
    }

    private void read(CypherStatement statement, Map<String, Object> parameters, GraphStream.Rows rows)
            throws IOException {
        stream.each(statement, parameters, RequestDeadline.in(TIME_LIMIT), rows);
    }

    private void requireSources(List<String> ids) {
        var unknown = new TreeSet<>(ids);
        reader.list(SOURCES, Map.of("ids", ids), row -> row.get("id").asString())
                .forEach(unknown::remove);
        if (unknown.isEmpty()) {
            return;
        }
        var suggestions = similar.of(unknown);
        throw new ListNotWrittenException(
                "UNKNOWN_ID",
                String.join(
                        "; ",
                        unknown.stream()
                                .map(id -> "%s: no source has this id%s"
                                        .formatted(
                                                id,
                                                suggestions.containsKey(id)
                                                        ? "; did you mean %s?"
                                                                .formatted(String.join(" or ", suggestions.get(id)))
                                                        : ""))
                                .toList()));
    }

    /** Why the dataset would be invalid with these files; null if it is valid. */
    private @Nullable String fault(ListFolder files) throws IOException {
        var sources = new TreeMap<>(DatasetFiles.in(location).sources());
        sources.keySet().removeIf(path -> path.startsWith("lists/%s/".formatted(files.name())));
        sources.putAll(files.sources());
        try {
            DatasetPlanner.plan(new DatasetFiles(sources));
            return null;
        } catch (InvalidDatasetException e) {
            return e.getMessage();
        }
    }
}
