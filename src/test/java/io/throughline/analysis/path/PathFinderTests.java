package io.throughline.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ValidityBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathFinderTests {

    @Test
    void ordersPathsByLengthThenId() {
        assertThat(paths(4, "a-c", "c-z", "a-b", "b-z", "a-z", "b-c")).containsExactly("z", "b z", "c z", "b c z");
    }

    @Test
    void continuesUpwardsBeforeItContinuesDownwards() {
        var found = find(PathDirection.ANY, 200, 2, edges("b-a", "b-z", "c-a", "c-z", "a-y", "z-y"));
        assertThat(names(found)).containsExactly("y z", "b z", "c z");
        assertThat(found.paths().get(0).steps())
                .extracting(Path.Step::direction)
                .containsExactly(StepDirection.UP, StepDirection.DOWN);
        assertThat(found.paths().get(1).steps())
                .extracting(Path.Step::direction)
                .containsExactly(StepDirection.DOWN, StepDirection.UP);
    }

    @Test
    void goesDownOnlyIfAsked() {
        assertThat(names(find(PathDirection.UP, 200, 4, edges("z-a")))).isEmpty();
        assertThat(names(find(PathDirection.ANY, 200, 4, edges("z-a")))).containsExactly("z");
    }

    @Test
    void goesAcrossWhereARoleAppliesInBothDirectionsOrEachBelongsToTheOther() {
        var sibling = List.of(edge("sibling", "z", "a", MembershipRole.SIBLING));
        assertThat(directions(find(PathDirection.UP, 200, 1, sibling))).containsExactly(StepDirection.ACROSS);
        assertThat(directions(find(PathDirection.ANY, 200, 1, edges("a-z", "z-a"))))
                .containsExactly(StepDirection.ACROSS);
        assertThat(directions(find(PathDirection.UP, 200, 1, edges("a-z", "z-a"))))
                .containsExactly(StepDirection.UP);
        var siblingAndMember = List.of(
                edge("member", "a", "z", MembershipRole.MEMBER), edge("sibling", "z", "a", MembershipRole.SIBLING));
        assertThat(directions(find(PathDirection.ANY, 200, 1, siblingAndMember)))
                .containsExactly(StepDirection.UP);
    }

    @Test
    void neverVisitsAnAgentTwice() {
        assertThat(paths(6, "a-b", "b-a", "b-c", "c-b", "c-z", "z-c")).containsExactly("b c z");
    }

    @Test
    void respectsTheMaximumLength() {
        assertThat(paths(2, "a-b", "b-c", "c-z")).isEmpty();
        assertThat(paths(3, "a-b", "b-c", "c-z")).containsExactly("b c z");
    }

    @Test
    void mergesMembershipsBetweenTheSameTwoIntoOneStep() {
        var found = find(
                PathDirection.UP,
                9,
                4,
                List.of(
                        edge("second", "a", "z", MembershipRole.MEMBER),
                        edge("first", "a", "z", MembershipRole.FUNDER),
                        edge("second", "a", "z", MembershipRole.MEMBER)));
        assertThat(found.paths())
                .singleElement()
                .satisfies(path -> assertThat(path.steps())
                        .singleElement()
                        .satisfies(step -> assertThat(step.membershipIds()).containsExactly("first", "second")));
    }

    @Test
    void returnsPathsUpToTheLimitAndReportsTheCut() {
        var edges = edges("a-b", "b-z", "a-c", "c-z");
        assertThat(find(PathDirection.UP, 1, 4, edges))
                .satisfies(found -> assertThat(found.paths()).hasSize(1))
                .satisfies(found -> assertThat(found.cutOff()).isTrue());
        assertThat(find(PathDirection.UP, 2, 4, edges).cutOff()).isFalse();
    }

    @Test
    void givesUpOnADenseNetworkInTime() {
        var edges = new ArrayList<MembershipEdge>();
        for (var from = 0; from < 60; from++) {
            for (var to = 0; to < 60; to++) {
                edges.add(edge(
                        from + "-" + to,
                        from == 0 ? "a" : "n" + from,
                        to == 59 ? "z" : "n" + to,
                        MembershipRole.MEMBER));
            }
        }
        var found = find(PathDirection.UP, 200, 6, edges);
        assertThat(found.paths()).hasSize(200);
        assertThat(found.cutOff()).isTrue();
    }

    private static List<String> paths(int maxLength, String... edges) {
        return names(find(PathDirection.UP, 200, maxLength, edges(edges)));
    }

    private static PathFinder.Found find(
            PathDirection direction, int maxPaths, int maxLength, List<MembershipEdge> edges) {
        var graph = new StepGraph(direction, null);
        edges.forEach(graph::add);
        return PathFinder.find(
                graph, new PathRequest("a", "z", direction, maxLength, maxPaths, Set.of(), null), 1, maxLength);
    }

    private static List<String> names(PathFinder.Found found) {
        return found.paths().stream()
                .map(path -> String.join(
                        " ", path.steps().stream().map(Path.Step::toId).toList()))
                .toList();
    }

    private static List<StepDirection> directions(PathFinder.Found found) {
        return found.paths().get(0).steps().stream().map(Path.Step::direction).toList();
    }

    private static List<MembershipEdge> edges(String... edges) {
        return Stream.of(edges)
                .map(edge -> edge(edge, edge.substring(0, 1), edge.substring(2), MembershipRole.MEMBER))
                .toList();
    }

    private static MembershipEdge edge(String id, String memberId, String organizationId, MembershipRole role) {
        return new MembershipEdge(
                id,
                memberId,
                organizationId,
                role,
                null,
                false,
                new ValidityBounds(null, null, null, null, List.of()),
                null);
    }
}
