package io.throughline.cypher;

import graphql.GraphQLContext;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells whether the graph is the same as before: its version is another one after every write of {@link GraphWriter}. */
@Component
public class GraphVersion {

    /** Its name in the context of a request for which it was read already. */
    public static final String KEY = GraphVersion.class.getName();

    private static final Statement VERSION = Statement.in("cypher/graph-version.cypher");

    /** A version, and after how many writes of this process it was read. */
    private record Known(String version, long writes) {}

    private final GraphReader graph;
    private final GraphWriter writer;
    private final boolean embedded;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    GraphVersion(GraphReader graph, GraphWriter writer, @Value("${spring.neo4j.uri:embedded}") String uri) {
        this.graph = graph;
        this.writer = writer;
        this.embedded = uri.equals("embedded");
    }

    /**
     * That of a request, read once, before anything else of the graph: what is read later can be newer, never older.
     */
    public String of(GraphQLContext request) {
        String version = request.get(KEY);
        return version == null ? request.computeIfAbsent(KEY, key -> read()) : version;
    }

    /**
     * A text without an order. To the database in this process nobody else writes, so its version is read again only
     * after a write; a server is asked each time.
     */
    public String read() {
        var writes = writer.writesWhileQuiet();
        var last = known.get();
        if (last != null && last.writes() == writes) {
            return last.version();
        }
        var version = graph.one(VERSION, Map.of(), row -> row.get("change").asString())
                .orElse("");
        if (embedded && writes >= 0 && writer.writesWhileQuiet() == writes) {
            known.set(new Known(version, writes));
        }
        return version;
    }
}
