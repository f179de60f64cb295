package io.throughline.model.membership;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.graphql.connection.NewestEvidence;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.VersionedCache;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Repository;

/** Reads the coverage of organizations. The coverage as recorded today is cached until the graph changes. */
@Repository
public class CoverageQueries {

    private static final CypherStatement ALL = CypherStatement.in("membership/coverage-of-all-organizations.cypher");
    private static final CypherStatement ON_A_DAY = CypherStatement.in("membership/coverage-of-organizations.cypher");

    private static final CypherStatement EVIDENCE =
            CypherStatement.in("membership/newest-evidence-of-organizations.cypher");

    private final GraphReader graph;
    private final FilterRegistry filters;
    private final VersionedCache<Map<String, Coverage>> today;

    CoverageQueries(GraphReader graph, GraphVersion version, FilterRegistry filters) {
        this.graph = graph;
        this.filters = filters;
        this.today = new VersionedCache<>(
                version,
                () -> graph.list(ALL, Map.of(), row -> coverage(row, MembershipTime.NONE)).stream()
                        .collect(toUnmodifiableMap(Coverage::organizationId, Function.identity())));
    }

    /** The coverage of these organizations as recorded today, by id; unknown ids are absent. */
    public Map<String, Coverage> of(Collection<String> organizationIds) {
        var known = today.now();
        return organizationIds.stream()
                .distinct()
                .filter(known::containsKey)
                .collect(toMap(Function.identity(), known::get));
    }

    /** The same, counting the members on a day. */
    Map<String, Coverage> of(Collection<String> organizationIds, MembershipTime time) {
        if (time.asOf() == null) {
            return of(organizationIds);
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("ids", List.copyOf(organizationIds));
        return graph
                .list(
                        filters.fill(ON_A_DAY, "MembershipFilter", time.filter(), parameters),
                        parameters,
                        row -> coverage(row, time))
                .stream()
                .collect(toMap(Coverage::organizationId, Function.identity()));
    }

    /** The newest evidence behind the members that coverage counts, by id; absent where nothing is dated. */
    Map<String, NewestEvidence> newestEvidence(Collection<String> organizationIds, MembershipTime time) {
        var parameters = new HashMap<String, Object>();
        parameters.put("ids", List.copyOf(organizationIds));
        parameters.put("lapsed", time.asOf() != null);
        return graph
                .list(
                        filters.fill(EVIDENCE, "MembershipFilter", time.filter(), parameters),
                        parameters,
                        row -> Map.entry(
                                row.get("id").asString(), requireNonNull(NewestEvidence.of(row.get("newest")))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Coverage coverage(Record row, MembershipTime time) {
        var known = row.get("known").asInt(0);
        return new Coverage(
                row.get("id").asString(),
                time,
                known,
                row.get("lists").asList(list -> MemberList.of(list.get("list").asNode())),
                row.get("lists").asList(list -> list.get("members").asInt(-1)).contains(known));
    }
}
