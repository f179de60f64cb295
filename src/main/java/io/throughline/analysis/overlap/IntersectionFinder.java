package io.throughline.analysis.overlap;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds all non-empty intersections of organizations, as an UpSet plot shows them (Lex et al. 2014). Ordered by size
 * (largest first), then by number of organizations (fewest first), then in request order.
 */
final class IntersectionFinder {

    /** An intersection, with its organizations as a bit mask; the lowest bit is the first organization. */
    private record Found(long mask, int size) {

        int degree() {
            return Long.bitCount(mask);
        }

        /** Sort key: the mask reversed, so that earlier organizations weigh more. */
        long order() {
            return Long.reverse(mask);
        }
    }

    private final MemberSets sets;
    private final List<String> organizationIds;
    private final int minSize;
    private final int limit;
    private final Map<String, Integer> sizes;

    /**
     * @param organizationIds at most 64
     * @param minSize at least 1
     * @param limit maximum number of intersections
     */
    IntersectionFinder(MemberSets sets, List<String> organizationIds, int minSize, int limit) {
        this.sets = sets;
        this.organizationIds = organizationIds;
        this.minSize = minSize;
        this.limit = limit;
        this.sizes = organizationIds.stream().collect(toMap(id -> id, sets::size));
    }

    /** Returns every intersection of at least the minimum size; empty if there are too many. */
    Optional<List<Intersection>> of(IntersectionMode mode) {
        var found = mode == IntersectionMode.EXCLUSIVE ? exclusive() : inclusive();
        if (found.size() > limit) {
            return Optional.empty();
        }
        found.sort(Comparator.comparingInt(Found::size)
                .reversed()
                .thenComparingInt(Found::degree)
                .thenComparing(Found::order, (a, b) -> Long.compareUnsigned(b, a)));
        return Optional.of(
                found.stream().map(each -> toIntersection(each, mode)).toList());
    }

    private Intersection toIntersection(Found found, IntersectionMode mode) {
        var selected = MemberSets.selected(found.mask(), organizationIds);
        return new Intersection(
                selected,
                found.size(),
                selected.stream().sorted(Comparator.comparing(sizes::get)).toList(),
                mode == IntersectionMode.INCLUSIVE ? List.of() : MemberSets.selected(~found.mask(), organizationIds),
                sets.day());
    }

    /** Each member counts once: in the intersection of exactly the organizations it is in. */
    private List<Found> exclusive() {
        var found = new ArrayList<Found>();
        sets.countsByMask(organizationIds).forEach((mask, size) -> {
            if (size >= minSize) {
                found.add(new Found(mask, size));
            }
        });
        return found;
    }

    /** Each member counts in every intersection of organizations it is in. */
    private List<Found> inclusive() {
        var found = new ArrayList<Found>();
        extend(0, 0, null, found);
        return found;
    }

    /**
     * An intersection cannot be larger than the one it extends, so only those that are large enough are extended
     * (Agrawal and Srikant 1994). Depth first, so that few are in memory at a time.
     *
     * @param within the members of all organizations in the mask; null for an empty mask
     */
    private void extend(long mask, int from, @Nullable RoaringBitmap within, List<Found> found) {
        for (var place = from; place < organizationIds.size() && found.size() <= limit; place++) {
            var set = sets.of(organizationIds.get(place));
            var extended = within == null ? set : RoaringBitmap.and(within, set);
            if (extended.getCardinality() >= minSize) {
                var more = mask | 1L << place;
                found.add(new Found(more, extended.getCardinality()));
                extend(more, place + 1, extended, found);
            }
        }
    }
}
