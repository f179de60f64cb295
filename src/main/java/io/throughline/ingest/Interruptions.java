package io.throughline.ingest;

import io.throughline.cypher.GraphWriter;
import io.throughline.store.StoreReady;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** At every start, notes which imports were broken off by the end of the program that ran them. */
@Component
class Interruptions {

    private static final long WHOEVER = -1;

    private final GraphWriter graph;
    private final ImportSettings settings;
    private final boolean embedded;

    Interruptions(GraphWriter graph, ImportSettings settings, @Value("${spring.neo4j.uri:embedded}") String uri) {
        this.graph = graph;
        this.settings = settings;
        this.embedded = uri.equals("embedded");
    }

    /** To the database in this process nobody else can write, so whatever says that it runs does not. */
    @EventListener(StoreReady.class)
    void note() {
        Imports.interrupt(graph.write(transaction -> RunWrites.interrupt(
                transaction, embedded ? WHOEVER : settings.patience().toSeconds())));
    }
}
