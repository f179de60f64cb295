package io.throughline.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.membership.ValidityBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathFinderTests {

    @Test
    void ordersPathsByLengthThenId() {
        assertThat(paths(4, "a-c", "c-z", "a-b", "b-z", "a-z", "b-c")).containsExactly("z", "b z", "c z", "b c z");
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
        var found = new PathFinder(List.of(step("a", "z", "first"), step("a", "z", "second")), null, 9, 99)
                .find("a", "z", 4);
        assertThat(found.paths())
                .singleElement()
                .satisfies(path -> assertThat(path.steps())
                        .containsExactly(new Path.Step("a", "z", List.of("first", "second"), null)));
    }

    @Test
    void returnsPathsUpToTheLimitAndReportsTheCut() {
        var steps = steps("a-b", "b-z", "a-c", "c-z");
        assertThat(new PathFinder(steps, null, 1, 99).find("a", "z", 4))
                .satisfies(found -> assertThat(found.paths()).hasSize(1))
                .satisfies(found -> assertThat(found.cutOff()).isTrue());
        assertThat(new PathFinder(steps, null, 2, 99).find("a", "z", 4).cutOff())
                .isFalse();
    }

    @Test
    void givesUpOnADenseNetworkInTime() {
        var steps = new ArrayList<PathStep>();
        for (var from = 0; from < 60; from++) {
            for (var to = 0; to < 60; to++) {
                steps.add(step("n" + from, "n" + to, from + "-" + to));
            }
        }
        var found = new PathFinder(steps, null, 200, 100_000).find("n0", "n59", 6);
        assertThat(found.paths()).hasSize(200);
        assertThat(found.cutOff()).isTrue();
    }

    private static List<String> paths(int maxLength, String... steps) {
        return new PathFinder(steps(steps), null, 200, 1_000)
                .find("a", "z", maxLength).paths().stream()
                        .map(path -> String.join(
                                " ", path.steps().stream().map(Path.Step::toId).toList()))
                        .toList();
    }

    private static List<PathStep> steps(String... steps) {
        return Stream.of(steps)
                .map(step -> step(step.substring(0, 1), step.substring(2), step))
                .toList();
    }

    private static PathStep step(String from, String to, String id) {
        return new PathStep(from, to, id, null, false, new ValidityBounds(null, null, null, null, List.of()));
    }
}
