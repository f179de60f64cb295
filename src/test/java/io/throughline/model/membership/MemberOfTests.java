package io.throughline.model.membership;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.RandomValues;
import io.throughline.SeededTries;
import io.throughline.model.source.Status;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Filters by sets of organizations, compared with one agent and one membership after the other. */
@GraphTest
@Tag(SeededTries.TAG)
class MemberOfTests {

    /** With most members in common, some with tracks, some with lists that close; and one without members. */
    private static final List<String> ORGANIZATIONS = List.of(
            "c40",
            "gcom",
            "iclei",
            "race-to-zero",
            "cities-race-to-zero",
            "race-to-resilience",
            "under2-coalition",
            "climate-mayors",
            "eu-cities-mission",
            "ramcc",
            "uclg",
            "jci");

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    private record Agent(String id, String type) {}

    private record Sets(
            List<String> allOf,
            @Nullable List<String> anyOf,
            List<String> noneOf,
            @Nullable LocalDate asOf,
            boolean undated) {

        private static Sets drawn(RandomValues random) {
            return new Sets(
                    random.list(0, 3, () -> random.of(ORGANIZATIONS)),
                    random.bool() ? null : random.list(0, 3, () -> random.of(ORGANIZATIONS)),
                    random.bool() ? List.of() : random.list(0, 2, () -> random.of(ORGANIZATIONS)),
                    random.bool() ? null : LocalDate.of(random.between(2012, 2025), random.between(1, 12), 28),
                    random.bool());
        }

        private String graphQl() {
            var fields = new ArrayList<String>();
            fields.add("allOf: " + ids(allOf));
            if (anyOf != null) {
                fields.add("anyOf: " + ids(anyOf));
            }
            fields.add("noneOf: " + ids(noneOf));
            if (asOf != null) {
                fields.add("asOf: \"%s\"".formatted(asOf));
            }
            fields.add("undated: " + (undated ? "INCLUDE" : "EXCLUDE"));
            return fields.stream().collect(joining(", ", "{memberOf: {", "}}"));
        }

        private static String ids(List<String> ids) {
            return ids.stream().map("\"%s\""::formatted).collect(joining(", ", "[", "]"));
        }
    }

    @Test
    void findsWhatIsInTheSets() {
        var agents = agents();
        var memberships = memberships();
        var tracks = tracks(memberships.values().stream().flatMap(List::stream).toList());
        var some = new ArrayList<Boolean>();
        SeededTries.fixed(200, 18, random -> {
            var one = Sets.drawn(random);
            var other = Sets.drawn(random);
            var combined = random.of("%s", "{not: %s}", "{or: [%s, %s]}", "{and: [%s, %s]}");
            var type = random.of("cities", "cities", "regions", "organizations");
            var expected = agents.stream()
                    .filter(agent -> agent.type().equals(type))
                    .map(Agent::id)
                    .filter(id -> {
                        var of = memberships.getOrDefault(id, List.of());
                        var first = isIn(of, one, tracks);
                        return switch (combined.substring(1, 2)) {
                            case "n" -> !first;
                            case "o" -> first || isIn(of, other, tracks);
                            case "a" -> first && isIn(of, other, tracks);
                            default -> first;
                        };
                    })
                    .collect(toSet());
            var where = combined.formatted(one.graphQl(), other.graphQl());
            var answer = graphQl.document(
                            "{ at: %s(where: %s, first: 500) { totalCount nodes { id } } }".formatted(type, where))
                    .execute();
            assertThat(answer.path("at.totalCount").entity(Integer.class).get())
                    .as(where)
                    .isEqualTo(expected.size());
            var ids = answer.path("at.nodes[*].id").entityList(String.class).get();
            assertThat(ids).as(where).doesNotHaveDuplicates().hasSize(Math.min(500, expected.size()));
            assertThat(expected).as(where).containsAll(ids);
            some.add(!expected.isEmpty());
        });
        assertThat(some).contains(true);
    }

    private static boolean isIn(List<Membership> memberships, Sets sets, Map<String, Set<String>> tracks) {
        return sets.allOf().stream().allMatch(id -> isIn(memberships, List.of(id), sets, sets.undated(), tracks))
                && (sets.anyOf() == null || isIn(memberships, sets.anyOf(), sets, sets.undated(), tracks))
                // one that may be in is not out
                && !isIn(memberships, sets.noneOf(), sets, true, tracks);
    }

    private static boolean isIn(
            List<Membership> memberships,
            List<String> organizations,
            Sets sets,
            boolean undated,
            Map<String, Set<String>> tracks) {
        return memberships.stream()
                .filter(membership ->
                        Set.of(MembershipRole.MEMBER, MembershipRole.SIGNATORY).contains(membership.role()))
                .filter(membership -> membership.status() != Status.NOT_MEMBER)
                .filter(membership -> organizations.stream()
                        .anyMatch(id -> id.equals(membership.organizationId())
                                || tracks.getOrDefault(id, Set.of()).contains(membership.organizationId())))
                .anyMatch(membership -> {
                    if (sets.asOf() == null) {
                        return !membership.lapsed();
                    }
                    var truth = membership.holdsAt(sets.asOf());
                    return truth == Truth.HOLDS || undated && truth == Truth.UNKNOWN;
                });
    }

    private List<Agent> agents() {
        return driver.executableQuery("""
                        MATCH (agent:City|Region|Organization)
                        RETURN agent.id AS id,
                               CASE WHEN agent:City THEN 'cities' WHEN agent:Region THEN 'regions' ELSE 'organizations' END AS type
                        """).execute().records().stream()
                .map(row -> new Agent(row.get("id").asString(), row.get("type").asString()))
                .toList();
    }

    /** All memberships, by member. */
    private Map<String, List<Membership>> memberships() {
        return driver.executableQuery("MATCH (membership:Membership) RETURN membership").execute().records().stream()
                .map(row -> Membership.of(row.get("membership").asNode()))
                .collect(groupingBy(Membership::memberId));
    }

    /** The tracks of each organization, and the tracks of those. */
    private static Map<String, Set<String>> tracks(List<Membership> all) {
        var direct = all.stream()
                .filter(membership -> membership.role() == MembershipRole.TRACK)
                .filter(membership -> membership.status() != Status.NOT_MEMBER)
                .toList();
        return ORGANIZATIONS.stream().collect(toMap(id -> id, id -> {
            var found = new HashSet<String>();
            IntStream.range(0, 2)
                    .forEach(step -> direct.stream()
                            .filter(track ->
                                    track.organizationId().equals(id) || found.contains(track.organizationId()))
                            .map(Membership::memberId)
                            .toList()
                            .forEach(found::add));
            return found;
        }));
    }
}
