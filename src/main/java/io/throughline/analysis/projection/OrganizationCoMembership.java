package io.throughline.analysis.projection;

import io.throughline.analysis.overlap.StatusCounts;
import java.util.HashMap;
import java.util.List;

/**
 * The members that organizations share. Computed from the counts by membership status, so a million members cost no
 * more than their combinations.
 */
final class OrganizationCoMembership implements CoMembership {

    private final int[][] shared;
    private final double[][] weights;

    /**
     * Counts the shared members of each pair.
     *
     * @param ids the organizations, in the order of their numbers; some or all of those in {@code statusCounts}
     * @param statusCounts counts for all requested organizations
     */
    OrganizationCoMembership(List<String> ids, StatusCounts statusCounts, ProjectionWeight weight) {
        var numbers = new HashMap<String, Integer>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        var nodes = ids.size();
        var largest = statusCounts.counts().keySet().stream()
                .mapToInt(status -> status.in().size())
                .max()
                .orElse(0);
        // shared members by the number of their organizations, so that equal sums are equal to the last digit
        var byDegree = new int[nodes][nodes][largest + 1];
        var sizes = new int[nodes];
        statusCounts.counts().forEach((status, members) -> {
            var in = status.in().stream()
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .sorted()
                    .toArray();
            for (var first = 0; first < in.length; first++) {
                sizes[in[first]] += members;
                for (var second = first + 1; second < in.length; second++) {
                    byDegree[in[first]][in[second]][status.in().size()] += members;
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
