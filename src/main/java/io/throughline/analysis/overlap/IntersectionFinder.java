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
 * All intersections of organizations that have members, as an UpSet plot shows them (Lex et al. 2014): the largest first,
 * then those of fewer organizations, then in the order asked for.
 */
final class IntersectionFinder {

    /** An intersection of the organizations that the bits of a choice mean, the first one being the lowest. */
    private record Found(long choice, int size) {

        int degree() {
            return Long.bitCount(choice);
        }

        /** The organizations of the choice read from the first on, so that earlier ones come first. */
        long order() {
            return Long.reverse(choice);
        }
    }

    private final MemberSets sets;
    private final List<String> organizationIds;
    private final int minSize;
    private final int most;
    private final Map<String, Integer> sizes;

    /**
     * @param organizationIds at most 64
     * @param minSize at least 1
     * @param most how many intersections may be found
     */
    IntersectionFinder(MemberSets sets, List<String> organizationIds, int minSize, int most) {
        this.sets = sets;
        this.organizationIds = organizationIds;
        this.minSize = minSize;
        this.most = most;
        this.sizes = organizationIds.stream().collect(toMap(id -> id, sets::size));
    }

    /** Every intersection of at least the least size; none if there are too many. */
    Optional<List<Intersection>> of(IntersectionMode mode) {
        var found = mode == IntersectionMode.EXCLUSIVE ? exclusive() : inclusive();
        if (found.size() > most) {
            return Optional.empty();
        }
        found.sort(Comparator.comparingInt(Found::size)
                .reversed()
                .thenComparingInt(Found::degree)
                .thenComparing(Found::order, (a, b) -> Long.compareUnsigned(b, a)));
        return Optional.of(found.stream().map(each -> shown(each, mode)).toList());
    }

    private Intersection shown(Found found, IntersectionMode mode) {
        var chosen = MemberSets.chosen(found.choice(), organizationIds);
        return new Intersection(
                chosen,
                found.size(),
                chosen.stream().sorted(Comparator.comparing(sizes::get)).toList(),
                mode == IntersectionMode.INCLUSIVE ? List.of() : MemberSets.chosen(~found.choice(), organizationIds),
                sets.day());
    }

    /** Each member is in one of these: that of all organizations it is in. */
    private List<Found> exclusive() {
        var found = new ArrayList<Found>();
        sets.choices(organizationIds).forEach((choice, size) -> {
            if (size >= minSize) {
                found.add(new Found(choice, size));
            }
        });
        return found;
    }

    /** Each member is in all of these whose organizations it is in. */
    private List<Found> inclusive() {
        var found = new ArrayList<Found>();
        extend(0, 0, null, found);
        return found;
    }

    /**
     * An intersection cannot be larger than one it extends, so only those that are large enough are extended (Agrawal and
     * Srikant 1994), one after another, so that few are held at a time.
     *
     * @param within who is in all of the choice; null for an empty one
     */
    private void extend(long choice, int from, @Nullable RoaringBitmap within, List<Found> found) {
        for (var place = from; place < organizationIds.size() && found.size() <= most; place++) {
            var set = sets.of(organizationIds.get(place));
            var extended = within == null ? set : RoaringBitmap.and(within, set);
            if (extended.getCardinality() >= minSize) {
                var more = choice | 1L << place;
                found.add(new Found(more, extended.getCardinality()));
                extend(more, place + 1, extended, found);
            }
        }
    }
}
