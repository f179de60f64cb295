package io.throughline.source;

import static java.util.stream.Collectors.toMap;

import io.throughline.connection.Connection;
import io.throughline.connection.Connections;
import io.throughline.connection.Listing;
import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

@Repository
class SourceQueries {

    private static final Statement CLAIMS_OF = Statement.in("source/claims-of-entities.cypher");
    private static final Statement CLAIMS_IN = Statement.in("source/claims-in-sources.cypher");
    private static final Statement CLAIMS = Statement.in("source/all-claims.cypher");
    private static final Statement SOURCES = Statement.in("source/all-sources.cypher");

    private static final Statement COUNTS = Statement.in("source/counts-of-sources.cypher");
    private static final Statement SUPPORTED = Statement.in("source/supported-by-claims.cypher");

    private final GraphReader graph;
    private final Connections connections;

    SourceQueries(GraphReader graph, Connections connections) {
        this.graph = graph;
        this.connections = connections;
    }

    Map<String, Connection<Claim>> claimsOf(Collection<String> entityIds, Listing listing) {
        return connections.each(CLAIMS_OF, entityIds, Map.of(), listing, Claim::of);
    }

    Map<String, Connection<Claim>> claimsIn(Collection<String> sourceIds, Listing listing) {
        return connections.each(CLAIMS_IN, sourceIds, Map.of(), listing, Claim::of);
    }

    Connection<Claim> claims(Listing listing) {
        return connections.one(CLAIMS, Map.of(), listing, Claim::of);
    }

    /** How much was taken from each source. */
    Map<String, SourceCounts> counts(Collection<String> sourceIds) {
        return graph
                .list(
                        COUNTS,
                        Map.of("ids", List.copyOf(sourceIds)),
                        row -> Map.entry(
                                row.get("id").asString(),
                                new SourceCounts(
                                        row.get("claims").asInt(),
                                        row.get("counts").asList(KindCount::of))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The ids of what rests on each claim, in order. */
    Map<String, List<String>> supports(Collection<String> claimIds) {
        return graph
                .list(
                        SUPPORTED,
                        Map.of("ids", List.copyOf(claimIds)),
                        row -> Map.entry(
                                row.get("id").asString(), row.get("supported").asList(Value::asString)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Connection<Source> sources(Listing listing) {
        return connections.one(SOURCES, Map.of(), listing, Source::of);
    }
}
