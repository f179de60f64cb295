package io.throughline.infra.cypher;

import graphql.GraphQLContext;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Detects changes of the graph: its version changes with every write of {@link GraphWriter}. */
@Component
public class GraphVersion {

    /** The key under which a request's context holds the version once it has been read. */
    public static final String KEY = GraphVersion.class.getName();

    private static final CypherStatement VERSION = CypherStatement.in("cypher/graph-version.cypher");

    /**
     * A state of the graph.
     *
     * @param version different in every state, without an order; empty before the first write
     * @param since when this state began; null before the first write
     */
    public record State(String version, @Nullable OffsetDateTime since) {

        private static final State EMPTY = new State("", null);

        private static State of(Record row) {
            return new State(row.get("change").asString(), row.get("changedAt").asOffsetDateTime(null));
        }
    }

    /** A state, with the number of writes of this process before it was read. */
    private record CachedState(State state, long writes) {}

    private final GraphReader graph;
    private final GraphWriter writer;
    private final boolean embedded;
    private final AtomicReference<@Nullable CachedState> cached = new AtomicReference<>();

    GraphVersion(GraphReader graph, GraphWriter writer, @Value("${spring.neo4j.uri:embedded}") String uri) {
        this.graph = graph;
        this.writer = writer;
        this.embedded = uri.equals("embedded");
    }

    /**
     * The version for a request, read before anything else in the graph: data read later can be newer, never older. Null for a
     * mutation or subscription, which does not belong to a single version.
     */
    public @Nullable String of(GraphQLContext request) {
        return request.get(KEY);
    }

    /** The current {@link State#version()}. */
    public String read() {
        return state().version();
    }

    /**
     * The current state. Nobody else writes to an embedded database, so its state is read again only after a write; a database
     * server is asked each time.
     */
    public State state() {
        var writes = writer.writesWhileQuiet();
        var last = cached.get();
        if (last != null && last.writes() == writes) {
            return last.state();
        }
        var state = graph.one(VERSION, Map.of(), State::of).orElse(State.EMPTY);
        if (embedded && writes >= 0 && writer.writesWhileQuiet() == writes) {
            cached.set(new CachedState(state, writes));
        }
        return state;
    }
}
