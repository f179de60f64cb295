package io.throughline.model.source;

import static java.util.stream.Collectors.toMap;

import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

@Repository
class SourceQueries {

    private static final CypherStatement CLAIMS_OF = CypherStatement.in("source/claims-of-entities.cypher");
    private static final CypherStatement CLAIMS_IN = CypherStatement.in("source/claims-in-sources.cypher");
    private static final CypherStatement CLAIMS = CypherStatement.in("source/all-claims.cypher");
    private static final CypherStatement SOURCES = CypherStatement.in("source/all-sources.cypher");

    private static final CypherStatement COUNTS = CypherStatement.in("source/counts-of-sources.cypher");
    private static final CypherStatement STATEMENTS = CypherStatement.in("source/statements-of-claims.cypher");
    private static final CypherStatement SUPPORTED = CypherStatement.in("source/supported-by-claims.cypher");

    private final GraphReader graph;
    private final ConnectionReader connections;

    SourceQueries(GraphReader graph, ConnectionReader connections) {
        this.graph = graph;
        this.connections = connections;
    }

    Map<String, Connection<Claim>> claimsOf(Collection<String> entityIds, ListRequest request) {
        return connections.each(CLAIMS_OF, entityIds, Map.of(), request, Claim::of);
    }

    Map<String, Connection<Claim>> claimsIn(Collection<String> sourceIds, ListRequest request) {
        return connections.each(CLAIMS_IN, sourceIds, Map.of(), request, Claim::of);
    }

    Connection<Claim> claims(ListRequest request) {
        return connections.one(CLAIMS, Map.of(), request, Claim::of);
    }

    /** How much was taken from each source, by id. */
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

    /** The ids of the facts that each claim supports, in order. */
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

    /** Everything that each claim states, by id of the thing, then by property. */
    Map<String, List<ClaimStatement>> statements(Collection<String> claimIds) {
        return graph
                .list(
                        STATEMENTS,
                        Map.of("ids", List.copyOf(claimIds)),
                        row -> Map.entry(row.get("id").asString(), ClaimStatement.all(row)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Connection<Source> sources(ListRequest request) {
        return connections.one(SOURCES, Map.of(), request, Source::of);
    }
}
