package io.throughline.analysis.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.cypher.TimeLimitExceededException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tests with four nodes, all tied: 0–1 by 5, 0–2 by 3, 0–3 by 3, 1–2 by 1, 1–3 by 2, 2–3 by 1. */
class EdgeThresholdTests {

    private static final double[][] WEIGHTS = {{0, 5, 3, 3}, {5, 0, 1, 2}, {3, 1, 0, 1}, {3, 2, 1, 0}};

    @Test
    void keepsEveryTieHeaviestFirst() {
        var all = EdgeThreshold.of(new Given(WEIGHTS), 0, null, 100);
        assertThat(all.edges())
                .extracting(WeightedEdge::a, WeightedEdge::b, WeightedEdge::weight)
                .containsExactly(
                        tuple(0, 1, 5.0),
                        tuple(0, 2, 3.0),
                        tuple(0, 3, 3.0),
                        tuple(1, 3, 2.0),
                        tuple(1, 2, 1.0),
                        tuple(2, 3, 1.0));
        assertThat(all.leftOut()).isZero();
    }

    @Test
    void leavesOutLighterTiesWithoutCountingThemAsCutOff() {
        var heavy = EdgeThreshold.of(new Given(WEIGHTS), 3, null, 100);
        assertThat(heavy.edges()).hasSize(3);
        assertThat(heavy.leftOut()).isZero();
        assertThat(EdgeThreshold.of(new Given(WEIGHTS), 5.1, null, 100).edges()).isEmpty();
    }

    @Test
    void keepsATieAmongTheHeaviestOfEitherEnd() {
        assertThat(ends(1)).containsExactly("0-1", "0-2", "0-3");
        // the second tie of 2 leads to 1, since 1 comes before 3; that of 3 leads to 1
        assertThat(ends(2)).containsExactly("0-1", "0-2", "0-3", "1-3", "1-2");
        assertThat(ends(3)).hasSize(6).isEqualTo(ends(4)).isEqualTo(ends(5000));
    }

    @Test
    void keepsTheHeaviestOfTooManyAndCountsTheRest() {
        var cut = EdgeThreshold.of(new Given(WEIGHTS), 0, null, 2);
        assertThat(cut.edges()).extracting(WeightedEdge::a, WeightedEdge::b).containsExactly(tuple(0, 1), tuple(0, 2));
        assertThat(cut.leftOut()).isEqualTo(4);
    }

    @Test
    void numbersComponentsFromTheLargest() {
        var partition = NodePartition.of(new int[] {7, 3, 3, 9, 9, 1, 3});
        assertThat(partition.groups()).containsExactly(2, 0, 0, 1, 1, 3, 0);
        assertThat(partition.count()).isEqualTo(4);
        assertThat(NodePartition.of(new int[0]).count()).isZero();
    }

    @Test
    void findsTwoTrianglesJoinedByABridge() {
        var links = List.of(
                new WeightedEdge(0, 1, 1, 1),
                new WeightedEdge(0, 2, 1, 1),
                new WeightedEdge(1, 2, 1, 1),
                new WeightedEdge(2, 3, 1, 1),
                new WeightedEdge(3, 4, 1, 1),
                new WeightedEdge(3, 5, 1, 1),
                new WeightedEdge(4, 5, 1, 1));
        var network = new WeightedNetwork(7, links);
        assertThat(network.components().groups()).containsExactly(0, 0, 0, 0, 0, 0, 1);
        var communities = CommunityDetection.of(network);
        assertThat(communities.partition().groups()).containsExactly(0, 0, 0, 1, 1, 1, 2);
        // 2 (3/7 − (7/14)²)
        assertThat(communities.modularity()).isEqualTo(2 * (3.0 / 7 - 0.25));
        // 2 is on the paths from 0 and 1 to 3, 4 and 5: 6 of 15 pairs of others
        assertThat(BetweennessScores.of(network).values()).containsExactly(0, 0, 0.4, 0.4, 0, 0, 0);
    }

    @Test
    void findsNothingInAnEmptyNetwork() {
        var empty = new WeightedNetwork(0, List.of());
        assertThat(CommunityDetection.of(empty)).satisfies(none -> {
            assertThat(none.modularity()).isNull();
            assertThat(none.partition().count()).isZero();
        });
        assertThat(BetweennessScores.of(empty)).isEqualTo(BetweennessScores.NONE);
        assertThat(BetweennessScores.of(new WeightedNetwork(2, List.of(new WeightedEdge(0, 1, 1, 1)))))
                .isEqualTo(BetweennessScores.NONE);
        assertThat(BetweennessScores.of(new WeightedNetwork(3, List.of())).values())
                .containsOnly(0);
    }

    @Test
    void givesNoBetweennessForMoreShortestPathsThanCanBeCounted() {
        var few = BetweennessScores.of(layers(39));
        assertThat(few.tooManyPaths()).isFalse();
        // each node in the middle of three layers is on a third of the paths of 9 + 3 + 3 pairs, of 28
        assertThat(Objects.requireNonNull(BetweennessScores.of(layers(3)).values())[4])
                .isCloseTo(5 / 28.0, within(1e-12));
        var many = BetweennessScores.of(layers(45));
        assertThat(many.values()).isNull();
        assertThat(many.tooManyPaths()).isTrue();
    }

    @Test
    void stopsWhenTheRequestRunsOutOfTime() {
        var thread = ContextRegistry.getInstance().getThreadLocalAccessors().stream()
                .filter(accessor -> accessor.key().equals(RequestDeadline.KEY))
                .findFirst()
                .orElseThrow();
        @SuppressWarnings("unchecked")
        var deadlines = (ThreadLocalAccessor<RequestDeadline>) thread;
        deadlines.setValue(RequestDeadline.in(Duration.ZERO));
        try {
            assertThatThrownBy(() -> BetweennessScores.of(layers(39))).isInstanceOf(TimeLimitExceededException.class);
        } finally {
            deadlines.setValue();
        }
    }

    /**
     * Layers of three nodes, each tied to all of the next layer: there are 3^(layers - 2) paths from the first layer to
     * the last.
     */
    private static WeightedNetwork layers(int layers) {
        var links = new ArrayList<WeightedEdge>();
        for (var a = 0; a < 3 * (layers - 1); a++) {
            for (var b = 0; b < 3; b++) {
                links.add(new WeightedEdge(a, (a / 3 + 1) * 3 + b, 1, 1));
            }
        }
        return new WeightedNetwork(3 * layers, links);
    }

    @Test
    void communitiesDoNotDependOnTheUnitOfWeights() {
        var one = EdgeThreshold.of(new Given(WEIGHTS), 0, null, 100).edges();
        var other = one.stream()
                .map(link -> new WeightedEdge(link.a(), link.b(), link.shared(), link.weight() / 1024))
                .toList();
        assertThat(CommunityDetection.of(new WeightedNetwork(4, other))
                        .partition()
                        .groups())
                .isEqualTo(CommunityDetection.of(new WeightedNetwork(4, one))
                        .partition()
                        .groups());
    }

    private static List<String> ends(int topK) {
        return EdgeThreshold.of(new Given(WEIGHTS), 0, topK, 100).edges().stream()
                .map(link -> link.a() + "-" + link.b())
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Given(double[][] weights) implements CoMembership {

        @Override
        public int nodes() {
            return weights.length;
        }

        @Override
        public int shared(int a, int b) {
            return 1;
        }

        @Override
        public double weight(int a, int b) {
            return weights[a][b];
        }
    }
}
