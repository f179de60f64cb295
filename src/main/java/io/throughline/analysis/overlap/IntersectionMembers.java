package io.throughline.analysis.overlap;

import static java.util.stream.Collectors.toMap;

import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.LocalGovernment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is in intersections: who that is says the {@link MemberIndex}, so that the graph need not be walked to find them. */
@Component
class IntersectionMembers {

    private static final CypherStatement MEMBERS = CypherStatement.in("overlap/members-of-intersections.cypher");

    private final MemberIndexes indexes;
    private final ConnectionReader connections;

    IntersectionMembers(MemberIndexes indexes, ConnectionReader connections) {
        this.indexes = indexes;
        this.connections = connections;
    }

    /**
     * The page of each.
     *
     * @param keys {@link Intersection.Key#text}
     * @param day null for what is recorded today
     */
    Map<String, Connection<LocalGovernment>> of(Collection<String> keys, @Nullable LocalDate day, ListRequest listing) {
        var index = indexes.current();
        var intersections = keys.stream().collect(toMap(key -> key, Intersection.Key::parse));
        var sets = index.sets(
                intersections.values().stream()
                        .flatMap(each -> Stream.concat(each.within().stream(), each.without().stream()))
                        .collect(Collectors.toSet()),
                day);
        var members = intersections.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        each -> sets.inAllBut(
                                each.getValue().within(), each.getValue().without())));
        var most = listing.isBeginning() ? listing.page().count() + 1 : Integer.MAX_VALUE;
        return connections.each(
                MEMBERS,
                keys,
                Collections.singletonMap("day", day),
                Map.of(
                        "sizes",
                        members.entrySet().stream()
                                .collect(toMap(
                                        Map.Entry::getKey,
                                        each -> each.getValue().getCardinality())),
                        "memberIds",
                        members.entrySet().stream()
                                .collect(toMap(Map.Entry::getKey, each -> index.ids(each.getValue(), most)))),
                listing,
                LocalGovernment::of);
    }
}
