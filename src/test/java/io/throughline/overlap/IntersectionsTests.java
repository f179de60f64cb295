package io.throughline.overlap;

import static io.throughline.overlap.IntersectionMode.EXCLUSIVE;
import static io.throughline.overlap.IntersectionMode.INCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.GraphTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class IntersectionsTests {

    private static final Combinations THREE = new Combinations(Map.of(
            new Standing(Set.of("a"), Set.of()), 5,
            new Standing(Set.of("a", "b"), Set.of()), 3,
            new Standing(Set.of("a", "b", "c"), Set.of()), 2,
            new Standing(Set.of("b", "c"), Set.of("a")), 3,
            new Standing(Set.of(), Set.of("a")), 7));

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void exclusiveOnesCountEveryMemberOnce() {
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
    void inclusiveOnesCountMembersOfOthersToo() {
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
    void moreThanThereIsRoomForAreNone() {
        var ids = IntStream.range(0, 40).mapToObj(Integer::toString).toList();
        var one = new Combinations(Map.of(new Standing(Set.copyOf(ids), Set.of()), 1));
        assertThat(new Intersections(one, ids, 1, 1_000).of(INCLUSIVE)).isEmpty();
        assertThat(new Intersections(one, ids, 1, 1_000).of(EXCLUSIVE)).isPresent();
    }

    @Test
    void theRecordedIntersectionsAddUpToTheUnion() {
        var answer = graphQl.document(
                        "{ intersections(organizations: [\"c40\", \"gcom\", \"race-to-zero\"]) { sets size degree organizations { id } } }")
                .execute();
        answer.path("intersections[*].size")
                .entityList(Integer.class)
                .satisfies(sizes ->
                        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(268));
        answer.path("intersections[1].organizations[*].id")
                .entityList(String.class)
                .containsExactly("gcom", "race-to-zero");
    }

    @Test
    void refusesLessThanOneMember() {
        graphQl.document("{ intersections(organizations: [\"c40\"], minSize: 0) { size } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains("minSize is 0")));
    }

    private static List<Intersection> of(
            Combinations combinations, List<String> ids, IntersectionMode mode, int minSize) {
        return new Intersections(combinations, ids, minSize, 1_000).of(mode).orElseThrow();
    }
}
