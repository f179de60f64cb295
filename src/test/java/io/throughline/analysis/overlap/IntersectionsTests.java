package io.throughline.analysis.overlap;

import static io.throughline.analysis.overlap.IntersectionMode.EXCLUSIVE;
import static io.throughline.analysis.overlap.IntersectionMode.INCLUSIVE;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.GraphTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class IntersectionsTests {

    /** a: 0 to 9; b: 5 to 12; c: 8 to 12; for 10 to 19, membership in a is unknown. */
    private static final MemberSets THREE = new MemberSets(
            Map.of("a", bits(0, 10), "b", bits(5, 13), "c", bits(8, 13)),
            Map.of("a", bits(10, 20), "b", bits(0, 0), "c", bits(0, 0)),
            20,
            null);

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private MemberIndexes indexes;

    @Autowired
    private MemberSetQueries queries;

    @Test
    void exclusiveIntersectionsCountEachMemberOnce() {
        assertThat(of(THREE, List.of("a", "b", "c"), EXCLUSIVE, 1))
                .extracting(Intersection::sets, Intersection::size)
                .containsExactly(
                        tuple(List.of("a"), 5),
                        tuple(List.of("a", "b"), 3),
                        tuple(List.of("b", "c"), 3),
                        tuple(List.of("a", "b", "c"), 2));
        assertThat(of(THREE, List.of("c", "a"), EXCLUSIVE, 3))
                .extracting(Intersection::sets, Intersection::size)
                .containsExactly(tuple(List.of("a"), 8), tuple(List.of("c"), 3));
    }

    @Test
    void inclusiveIntersectionsAlsoCountMembersOfFurtherSets() {
        assertThat(of(THREE, List.of("a", "b", "c"), INCLUSIVE, 2))
                .extracting(Intersection::sets, Intersection::size)
                .containsExactly(
                        tuple(List.of("a"), 10),
                        tuple(List.of("b"), 8),
                        tuple(List.of("c"), 5),
                        tuple(List.of("a", "b"), 5),
                        tuple(List.of("b", "c"), 5),
                        tuple(List.of("a", "c"), 2),
                        tuple(List.of("a", "b", "c"), 2));
    }

    @Test
    void returnsNothingAboveTheLimit() {
        var ids = IntStream.range(0, 40).mapToObj(Integer::toString).toList();
        var one = new MemberSets(ids.stream().collect(toMap(id -> id, id -> bits(0, 1))), Map.of(), 1, null);
        assertThat(new IntersectionFinder(one, ids, 1, 1_000).of(INCLUSIVE)).isEmpty();
        assertThat(new IntersectionFinder(one, ids, 1, 1_000).of(EXCLUSIVE)).isPresent();
    }

    @Test
    void recordedIntersectionsAddUpToTheUnion() {
        var answer = graphQl.document(
                        "{ intersections(organizations: [\"c40\", \"gcom\", \"race-to-zero\"]) { sets size degree organizations { id } } }")
                .execute();
        answer.path("intersections[*].size")
                .entityList(Integer.class)
                .satisfies(sizes ->
                        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(9995));
        answer.path("intersections[1].organizations[*].id")
                .entityList(String.class)
                .containsExactly("gcom", "race-to-zero");
    }

    @Test
    void listsTheMembersOfEachIntersection() {
        for (var mode : IntersectionMode.values()) {
            graphQl.document("""
                            query($mode: IntersectionMode!) {
                              intersections(organizations: ["c40", "gcom", "race-to-zero"], mode: $mode) {
                                size members(first: 500) { totalCount nodes { id } facets(by: [COUNTRY]) { valueCount } }
                              }
                            }
                            """)
                    .variable("mode", mode)
                    .execute()
                    .path("intersections")
                    .entityList(new ParameterizedTypeReference<Map<String, Object>>() {})
                    .satisfies(found -> {
                        assertThat(found).hasSize(7);
                        for (var each : found) {
                            var members = (Map<?, ?>) Objects.requireNonNull(each.get("members"));
                            assertThat(members.get("totalCount")).isEqualTo(each.get("size"));
                            assertThat(Set.copyOf((List<?>) Objects.requireNonNull(members.get("nodes"))))
                                    .hasSize(Math.min((Integer) Objects.requireNonNull(each.get("size")), 500));
                        }
                    });
        }
    }

    @Test
    void pagesAndFiltersTheMembers() {
        var answer = graphQl.document("""
                        {
                          intersections(organizations: ["c40", "gcom"], minSize: 60) {
                            sets
                            members(where: {country: {id: {eq: "US"}}}, orderBy: [{by: POPULATION, direction: DESC}], first: 3) {
                              totalCount nodes { name }
                            }
                          }
                        }
                        """).execute();
        answer.path("intersections[*].sets").entityList(List.class).contains(List.of("c40", "gcom"));
        answer.path("intersections[0].members.nodes[*].name")
                .entityList(String.class)
                .hasSize(3);
    }

    @Test
    void continuesAfterTheEndOfAPage() {
        var ofC40 =
                "{ intersections(organizations: [\"c40\"]) { members(%s) { nodes { id } pageInfo { endCursor hasNextPage } } } }";
        var all = nodes(ofC40.formatted("first: 500"));
        assertThat(all).hasSize(97).isEqualTo(nodes(ofC40.formatted("last: 500")));
        var cursor = graphQl.document(ofC40.formatted("first: 40"))
                .execute()
                .path("intersections[0].members.pageInfo.hasNextPage")
                .entity(Boolean.class)
                .isEqualTo(true)
                .path("intersections[0].members.pageInfo.endCursor")
                .entity(String.class)
                .get();
        assertThat(nodes(ofC40.formatted("first: 40"))).isEqualTo(all.subList(0, 40));
        assertThat(nodes(ofC40.formatted("first: 500, after: \"" + cursor + "\"")))
                .isEqualTo(all.subList(40, 97));
    }

    private List<String> nodes(String document) {
        return graphQl.document(document)
                .execute()
                .path("intersections[0].members.nodes[*].id")
                .entityList(String.class)
                .get();
    }

    @Test
    void countsTheSameAsPlainCypher() {
        var ids = List.of(
                "c40", "gcom", "race-to-zero", "race-to-resilience", "under2", "iclei", "uclg", "cities-race-to-zero");
        for (var day :
                Arrays.asList(null, LocalDate.of(2024, 11, 15), LocalDate.of(2021, 7, 1), LocalDate.of(1900, 1, 1))) {
            var sets = indexes.current().sets(ids, day);
            var combinations = queries.statusCounts(ids, Map.of(), day);
            assertThat(sets.statusCounts()).as("on %s", day).isEqualTo(combinations);
            for (var a : ids) {
                assertThat(sets.size(a)).as(a).isEqualTo(combinations.size(a));
                assertThat(sets.unknown(a)).as(a).isEqualTo(combinations.unknown(a));
                for (var b : ids) {
                    assertThat(sets.inBoth(a, b))
                            .isEqualTo(combinations.count(status -> status.isIn(a) && status.isIn(b)));
                }
            }
            assertThat(sets.inAny(ids).getCardinality())
                    .isEqualTo(combinations.count(status -> ids.stream().anyMatch(status::isIn)));
            assertThat(sets.countsByMask(ids).values().stream()
                            .mapToInt(size -> size)
                            .sum())
                    .isEqualTo(sets.inAny(ids).getCardinality());
        }
    }

    @Test
    void rejectsInvalidOrganizations() {
        var many = Collections.nCopies(65, "c40");
        rejects("[\"c40\"], minSize: 0", "minSize is 0");
        rejects("[]", "1 to 64 ids of organizations");
        rejects("[\"" + String.join("\", \"", many) + "\"]", "1 to 64 ids of organizations");
        rejects("[\"c40\", \"c40\"]", "each organization only once");
        rejects("[\"c40\", \"atlantis\"]", "atlantis: no organization has this id");
    }

    @Test
    void oneOrganizationIntersectsWithItselfAndNothingBeforeTheFirstDay() {
        graphQl.document("""
                        {
                          one: intersections(organizations: ["c40"]) { sets size }
                          before: intersections(organizations: ["c40", "gcom"], asOf: "0001-01-01") { size }
                        }
                        """)
                .execute()
                .path("one")
                .entityList(Map.class)
                .containsExactly(Map.of("sets", List.of("c40"), "size", 97))
                .path("before")
                .entityList(Map.class)
                .hasSize(0);
    }

    private void rejects(String organizations, String message) {
        graphQl.document("{ intersections(organizations: %s) { size } }".formatted(organizations))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains(message)));
    }

    private static List<Intersection> of(MemberSets sets, List<String> ids, IntersectionMode mode, int minSize) {
        return new IntersectionFinder(sets, ids, minSize, 1_000).of(mode).orElseThrow();
    }

    private static RoaringBitmap bits(int from, int to) {
        return RoaringBitmap.bitmapOfRange(from, to);
    }
}
