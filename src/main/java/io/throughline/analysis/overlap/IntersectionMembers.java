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

/** Reads the members of intersections. The {@link MemberIndex} says who they are, so the graph need not be searched. */
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
     * Returns one page of members for each intersection.
     *
     * @param keys {@link Intersection.Key#text}
     * @param day null for what is recorded today
     */
    Map<String, Connection<LocalGovernment>> of(Collection<String> keys, @Nullable LocalDate day, ListRequest request) {
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
                        each -> sets.inAllExcept(
                                each.getValue().within(), each.getValue().without())));
        var limit = request.isBeginning() ? request.page().count() + 1 : Integer.MAX_VALUE;
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
                                .collect(toMap(Map.Entry::getKey, each -> index.ids(each.getValue(), limit)))),
                request,
                LocalGovernment::of);
    }
}
