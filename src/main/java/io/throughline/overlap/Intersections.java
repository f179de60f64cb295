package io.throughline.overlap;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All intersections of organizations that have members, as an UpSet plot shows them (Lex et al. 2014): the largest first,
 * then those of fewer organizations, then in the order asked for.
 */
final class Intersections {

    private final Combinations combinations;
    private final List<String> organizationIds;
    private final int minSize;
    private final int most;

    /**
     * @param minSize at least 1
     * @param most how many intersections may be found
     */
    Intersections(Combinations combinations, List<String> organizationIds, int minSize, int most) {
        this.combinations = combinations;
        this.organizationIds = organizationIds;
        this.minSize = minSize;
        this.most = most;
    }

    /** Every intersection of at least the least size; none if there are too many. */
    Optional<List<Intersection>> of(IntersectionMode mode) {
        var found = mode == IntersectionMode.EXCLUSIVE ? exclusive() : inclusive();
        if (found.size() > most) {
            return Optional.empty();
        }
        found.sort(Comparator.comparingInt(Intersection::size)
                .reversed()
                .thenComparingInt(Intersection::degree)
                .thenComparing(this::order));
        return Optional.of(List.copyOf(found));
    }

    /** Each member is in one of these: that of all organizations it is in. */
    private List<Intersection> exclusive() {
        var found = new ArrayList<Intersection>();
        combinations.counts().entrySet().stream()
                .collect(groupingBy(each -> inOrder(each.getKey()), summingInt(Map.Entry::getValue)))
                .forEach((sets, size) -> {
                    if (!sets.isEmpty() && size >= minSize) {
                        found.add(new Intersection(sets, size));
                    }
                });
        return found;
    }

    /**
     * Each member is in all of these whose organizations it is in. An intersection cannot be larger than one it extends, so
     * only those that are large enough are extended (Agrawal and Srikant 1994).
     */
    private List<Intersection> inclusive() {
        var found = new ArrayList<Intersection>();
        var open = new ArrayDeque<List<String>>();
        open.add(List.of());
        while (!open.isEmpty() && found.size() <= most) {
            var sets = open.remove();
            var next = sets.isEmpty() ? 0 : organizationIds.indexOf(sets.get(sets.size() - 1)) + 1;
            for (var id : organizationIds.subList(next, organizationIds.size())) {
                var extended = new LinkedHashSet<>(sets);
                extended.add(id);
                var size = combinations.count(standing -> standing.in().containsAll(extended));
                if (size >= minSize) {
                    found.add(new Intersection(List.copyOf(extended), size));
                    open.add(List.copyOf(extended));
                }
            }
        }
        return found;
    }

    private List<String> inOrder(Standing standing) {
        return organizationIds.stream().filter(standing::isIn).toList();
    }

    /** Compares by the places of the organizations, e.g. the first and third before the second and third. */
    private String order(Intersection intersection) {
        var places = new StringBuilder();
        intersection.sets().forEach(id -> places.append((char) organizationIds.indexOf(id)));
        return places.toString();
    }
}
