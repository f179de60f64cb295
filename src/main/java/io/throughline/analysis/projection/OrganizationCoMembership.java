package io.throughline.analysis.projection;

import io.throughline.analysis.overlap.StatusCounts;
import java.util.HashMap;
import java.util.List;

/**
 * What organizations share: members. Worked out from how many members stand in which way, so that a million members are
 * as quick as their combinations.
 */
final class OrganizationCoMembership implements CoMembership {

    private final int[][] shared;
    private final double[][] weights;

    /**
     * Counts.
     *
     * @param ids the organizations, in the order of their numbers; a part of those the combinations were read for
     * @param combinations of all organizations asked for
     */
    OrganizationCoMembership(List<String> ids, StatusCounts combinations, ProjectionWeight weight) {
        var numbers = new HashMap<String, Integer>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        var nodes = ids.size();
        var largest = combinations.counts().keySet().stream()
                .mapToInt(standing -> standing.in().size())
                .max()
                .orElse(0);
        // how many shared members are in so many organizations: sums that are equal then are equal to the last digit
        var byDegree = new int[nodes][nodes][largest + 1];
        var sizes = new int[nodes];
        combinations.counts().forEach((standing, members) -> {
            var in = standing.in().stream()
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .sorted()
                    .toArray();
            for (var first = 0; first < in.length; first++) {
                sizes[in[first]] += members;
                for (var second = first + 1; second < in.length; second++) {
                    byDegree[in[first]][in[second]][standing.in().size()] += members;
                }
            }
        });
        shared = new int[nodes][nodes];
        weights = new double[nodes][nodes];
        for (var a = 0; a < nodes; a++) {
            for (var b = a + 1; b < nodes; b++) {
                var count = 0;
                var newman = 0.0;
                for (var degree = 2; degree <= largest; degree++) {
                    count += byDegree[a][b][degree];
                    newman += (double) byDegree[a][b][degree] / (degree - 1);
                }
                if (count > 0) {
                    shared[a][b] = shared[b][a] = count;
                    weights[a][b] = weights[b][a] = weight.of(count, sizes[a], sizes[b], newman);
                }
            }
        }
    }

    @Override
    public int nodes() {
        return shared.length;
    }

    @Override
    public int shared(int a, int b) {
        return shared[a][b];
    }

    @Override
    public double weight(int a, int b) {
        return weights[a][b];
    }
}
