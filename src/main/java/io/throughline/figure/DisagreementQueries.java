package io.throughline.figure;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import io.throughline.source.Claim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds what sources state differently; three statements, whatever is asked. */
@Repository
class DisagreementQueries {

    private static final Statement FIGURES = Statement.in("figure/figures-with-claims.cypher");
    private static final Statement STATEMENTS = Statement.in("figure/comparable-statements.cypher");
    private static final Statement LISTS = Statement.in("figure/printed-member-lists.cypher");

    private record Stated(Figure figure, List<Claim> claims) {}

    private record Group(
            String aboutId, Metric metric, @Nullable String scopeId, Counted counted) {}

    private record Listed(String aboutId, String role, String memberId, Claim claim) {}

    private record ListKey(String aboutId, String role) {}

    private final GraphReader graph;

    DisagreementQueries(GraphReader graph) {
        this.graph = graph;
    }

    /**
     * Disagreements about some things or about everything: numbers first, then lists of members, then words.
     *
     * @param aboutIds null for everything
     */
    List<Disagreement> about(@Nullable Collection<String> aboutIds) {
        var parameters =
                Collections.<String, Object>singletonMap("aboutIds", aboutIds == null ? null : List.copyOf(aboutIds));
        var all = new ArrayList<Disagreement>();
        all.addAll(figures(parameters));
        all.addAll(lists(parameters));
        all.addAll(statements(parameters));
        return all;
    }

    private List<Disagreement> figures(Map<String, Object> parameters) {
        var groups = graph
                .list(
                        FIGURES,
                        parameters,
                        row -> new Stated(
                                Figure.of(row.get("figure").asNode()),
                                row.get("claims").asList(claim -> Claim.of(claim.asNode()))))
                .stream()
                .collect(groupingBy(
                        stated -> new Group(
                                stated.figure().aboutId(),
                                stated.figure().metric(),
                                stated.figure().scopeId(),
                                Counted.of(stated.figure().unit())),
                        LinkedHashMap::new,
                        toList()));
        var found = new ArrayList<Disagreement>();
        groups.forEach((group, stated) -> {
            var sides = stated.stream()
                    .filter(one ->
                            stated.stream().anyMatch(other -> one.figure().contradicts(other.figure())))
                    .toList();
            if (!sides.isEmpty()) {
                found.add(new Disagreement(
                        group.aboutId(),
                        group.metric(),
                        group.metric().name(),
                        claims(sides.stream()
                                .flatMap(side -> side.claims().stream())
                                .toList()),
                        "Numbers that cannot all be true of one day: "
                                + sides.stream()
                                        .map(side -> side.figure().inWords())
                                        .distinct()
                                        .collect(joining("; ")) + "."));
            }
        });
        return found;
    }

    private List<Disagreement> lists(Map<String, Object> parameters) {
        var groups = graph
                .list(
                        LISTS,
                        parameters,
                        row -> new Listed(
                                row.get("aboutId").asString(),
                                row.get("role").asString(),
                                row.get("memberId").asString(),
                                Claim.of(row.get("claim").asNode())))
                .stream()
                .collect(groupingBy(
                        listed -> new ListKey(listed.aboutId(), listed.role()), LinkedHashMap::new, toList()));
        var found = new ArrayList<Disagreement>();
        groups.forEach((key, listed) -> {
            var bySource = listed.stream()
                    .collect(groupingBy(each -> each.claim().sourceId(), mapping(Listed::memberId, toSet())));
            if (differ(bySource.values())) {
                found.add(new Disagreement(
                        key.aboutId(),
                        null,
                        key.role(),
                        claims(listed.stream().map(Listed::claim).toList()),
                        "Lists that differ; not in all of them: " + String.join(", ", notInAll(bySource.values()))
                                + ". A list that leaves somebody out does not deny them."));
            }
        });
        return found;
    }

    private List<Disagreement> statements(Map<String, Object> parameters) {
        record Compared(String aboutId, String property, List<Claim> claims) {}
        var found = new ArrayList<Disagreement>();
        for (var row : graph.list(
                STATEMENTS,
                parameters,
                each -> new Compared(
                        each.get("aboutId").asString(),
                        each.get("property").asString(),
                        each.get("claims").asList(claim -> Claim.of(claim.asNode()))))) {
            var bySource = row.claims().stream()
                    .collect(groupingBy(Claim::sourceId, flatMapping(claim -> words(claim.value()).stream(), toSet())));
            if (differ(bySource.values())) {
                found.add(new Disagreement(
                        row.aboutId(),
                        null,
                        row.property(),
                        row.claims(),
                        "Sources word it differently: " + String.join(", ", notInAll(bySource.values())) + "."));
            }
        }
        return found;
    }

    private static List<Claim> claims(List<Claim> claims) {
        return claims.stream().sorted(comparing(Claim::id)).distinct().toList();
    }

    private static boolean differ(Collection<Set<String>> sides) {
        return Set.copyOf(sides).size() > 1;
    }

    private static Set<String> notInAll(Collection<Set<String>> sides) {
        var some = new TreeSet<String>();
        sides.forEach(some::addAll);
        some.removeIf(word -> sides.stream().allMatch(side -> side.contains(word)));
        return some;
    }

    private static List<String> words(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
