package io.throughline.analysis.projection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.stream.IntStream;

/**
 * A partition of nodes into groups. Groups are numbered from 0, largest first, then by their first node, so that equal
 * partitions have equal numbers.
 *
 * @param groups the group number of each node
 * @param count number of groups
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a list of a million objects would be too large
record NodePartition(int[] groups, int count) {

    /** Groups the nodes with the same label. */
    static NodePartition of(int[] labels) {
        var sizes = new HashMap<Integer, Integer>();
        var firsts = new HashMap<Integer, Integer>();
        for (var node = 0; node < labels.length; node++) {
            sizes.merge(labels[node], 1, Integer::sum);
            firsts.putIfAbsent(labels[node], node);
        }
        var numbers = new HashMap<Integer, Integer>();
        sizes.keySet().stream()
                .sorted(Comparator.<Integer, Integer>comparing(sizes::get)
                        .reversed()
                        .thenComparing(firsts::get))
                .forEach(label -> numbers.put(label, numbers.size()));
        return new NodePartition(
                IntStream.of(labels)
                        .map(label -> numbers.getOrDefault(label, 0))
                        .toArray(),
                numbers.size());
    }
}
