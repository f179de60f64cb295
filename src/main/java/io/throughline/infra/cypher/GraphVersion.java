package io.throughline.infra.cypher;

import graphql.GraphQLContext;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells whether the graph is the same as before: its version is another one after every write of {@link GraphWriter}. */
@Component
public class GraphVersion {

    /** Its name in the context of a request for which it was read already. */
    public static final String KEY = GraphVersion.class.getName();

    private static final CypherStatement VERSION = CypherStatement.in("cypher/graph-version.cypher");

    /**
     * A state of the graph.
     *
     * @param version another one in every state, a text without an order; empty before the first write
     * @param since when it came to be; null before the first write
     */
    public record State(String version, @Nullable OffsetDateTime since) {

        private static final State EMPTY = new State("", null);

        private static State of(Record row) {
            return new State(row.get("change").asString(), row.get("changedAt").asOffsetDateTime(null));
        }
    }

    /** A state, and after how many writes of this process it was read. */
    private record Known(State state, long writes) {}

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
     * That of a request, read before anything else of the graph: what is read later can be newer, never older. Null for a
     * request that changes the graph or follows its changes, which is of no single version.
     */
    public @Nullable String of(GraphQLContext request) {
        return request.get(KEY);
    }

    /** The {@link State#version()} of now. */
    public String read() {
        return state().version();
    }

    /**
     * The state of now. To the database in this process nobody else writes, so it is read again only after a write; a server
     * is asked each time.
     */
    public State state() {
        var writes = writer.writesWhileQuiet();
        var last = known.get();
        if (last != null && last.writes() == writes) {
            return last.state();
        }
        var state = graph.one(VERSION, Map.of(), State::of).orElse(State.EMPTY);
        if (embedded && writes >= 0 && writer.writesWhileQuiet() == writes) {
            known.set(new Known(state, writes));
        }
        return state;
    }
}
