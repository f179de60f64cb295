package io.throughline.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphStream;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.infra.cypher.RequestDeadline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the whole graph to a JSON Lines file, one node per line, and restores a graph from such a file. */
@Component
public class GraphBackup {

    private static final Logger log = LoggerFactory.getLogger(GraphBackup.class);
    private static final CypherStatement EVERYTHING = CypherStatement.in("backup/everything.cypher");
    private static final CypherStatement STATE = CypherStatement.in("backup/state-of-graph.cypher");
    private static final CypherStatement BEGIN = CypherStatement.in("backup/begin-restore.cypher");
    private static final CypherStatement REMOVE = CypherStatement.in("backup/remove-everything.cypher");
    private static final CypherStatement NODES = CypherStatement.in("backup/write-nodes.cypher");
    private static final CypherStatement LINKS = CypherStatement.in("backup/write-links.cypher");
    private static final CypherStatement END = CypherStatement.in("backup/end-restore.cypher");

    /** The first line, by which a backup file is recognized. */
    private static final String FIRST_LINE = "{\"throughline\":\"everything\",\"version\":1}";

    private static final Duration TIME_LIMIT = Duration.ofHours(1);
    private static final int BATCH_SIZE = 2_000;

    private final GraphReader reader;
    private final GraphStream stream;
    private final GraphWriter writer;

    GraphBackup(GraphReader reader, GraphStream stream, GraphWriter writer) {
        this.reader = reader;
        this.stream = stream;
        this.writer = writer;
    }

    /** Whether a file is a backup, judging by its first line. */
    public static boolean isBackup(Path file) throws IOException {
        var expected = (FIRST_LINE + "\n").getBytes(UTF_8);
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(expected.length), expected);
        }
    }

    /** Writes the whole graph; equal graphs give equal bytes. */
    public void write(OutputStream out) throws IOException {
        out.write((FIRST_LINE + "\n").getBytes(UTF_8));
        stream.each(EVERYTHING, Map.of(), RequestDeadline.in(TIME_LIMIT), row -> {
            out.write(BackupNode.of(row).bytes());
            out.write('\n');
        });
    }

    /**
     * Checks every line of a file.
     *
     * @return how many nodes it has
     * @throws BackupRejectedException if a line is not a node
     */
    public static long check(Path file) throws IOException {
        var count = new AtomicLong();
        each(file, nodes -> count.addAndGet(nodes.size()));
        return count.get();
    }

    /**
     * Replaces the graph by that of a file. Until that is done, the graph is marked as incomplete.
     *
     * @return how many nodes the file has
     * @throws BackupRejectedException if the file is not a backup, or the graph was changed since the built-in dataset was written
     */
    public long restore(Path file) throws IOException {
        checkReplaceable();
        var count = check(file);
        write(BEGIN, Map.of());
        while (writer.write(transaction -> transaction
                        .run(REMOVE.text(), Map.of("limit", BATCH_SIZE))
                        .single()
                        .get("removed")
                        .asInt())
                > 0) {}
        each(
                file,
                nodes -> write(
                        NODES,
                        Map.of("nodes", nodes.stream().map(BackupNode::row).toList())));
        each(file, this::link);
        write(END, Map.of());
        return count;
    }

    /**
     * Checks that the graph can be replaced.
     *
     * @throws BackupRejectedException if something in the graph would be lost
     */
    public void checkReplaceable() {
        if (is("isChanged") && !is("isHalf")) {
            throw new BackupRejectedException(
                    "GRAPH_IN_USE",
                    "the graph contains edits or imports, which would be lost; restore into a new database, e.g."
                            + " --throughline.store.directory=FOLDER");
        }
    }

    @EventListener(ApplicationStartedEvent.class)
    void warnIfIncomplete() {
        if (is("isHalf")) {
            log.warn(
                    "The graph is incomplete: restoring a file was interrupted. Restore the file again, or use a new database");
        }
    }

    private boolean is(String state) {
        return reader.one(STATE, Map.of(), row -> row.get(state).asBoolean()).orElse(false);
    }

    private void link(List<BackupNode> nodes) {
        var links = nodes.stream().flatMap(node -> node.linkRows().stream()).toList();
        writer.write(transaction -> {
            var written = transaction
                    .run(LINKS.text(), Map.of("links", links))
                    .single()
                    .get("written")
                    .asInt();
            if (written != links.size()) {
                throw new BackupRejectedException(
                        "LINK_TO_NOTHING",
                        "the file is incomplete: only %2$d of %1$d links lead to a node in it; use the file as it was exported"
                                .formatted(links.size(), written));
            }
            return null;
        });
    }

    private void write(CypherStatement statement, Map<String, Object> parameters) {
        writer.write((TransactionContext transaction) ->
                transaction.run(statement.text(), parameters).consume());
    }

    private static void each(Path file, Consumer<List<BackupNode>> action) throws IOException {
        try (var lines = Files.newBufferedReader(file)) {
            var first = lines.readLine();
            if (!FIRST_LINE.equals(first)) {
                throw new BackupRejectedException(
                        "NOT_EVERYTHING",
                        "'%s' does not start with %s (expected a file written by \"export everything.jsonl\")"
                                .formatted(file.getFileName(), FIRST_LINE));
            }
            each(file, lines, action);
        }
    }

    private static void each(Path file, BufferedReader lines, Consumer<List<BackupNode>> action) throws IOException {
        var nodes = new ArrayList<BackupNode>(BATCH_SIZE);
        var number = 1;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            nodes.add(node(file, number, line));
            if (nodes.size() == BATCH_SIZE) {
                action.accept(nodes);
                nodes.clear();
            }
        }
        action.accept(nodes);
    }

    private static BackupNode node(Path file, int number, String line) {
        try {
            return BackupNode.of(line);
        } catch (RuntimeException e) {
            throw new BackupRejectedException(
                    "NOT_A_NODE",
                    "'%s', line %d is not a node (expected {\"labels\": …, \"properties\": …, \"links\": …})"
                            .formatted(file.getFileName(), number));
        }
    }
}
