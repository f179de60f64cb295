package io.throughline.analysis.overlap;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * Several organizations as sets of members on one day.
 *
 * @param in the members of each organization
 * @param unknown for each organization, those for whom membership is unknown; disjoint from {@code in}
 * @param members number of members in the whole graph; the sets contain smaller numbers
 * @param day null for what is recorded today
 */
record MemberSets(
        Map<String, RoaringBitmap> in,
        Map<String, RoaringBitmap> unknown,
        int members,
        @Nullable LocalDate day) {

    /** The members of an organization; must not be modified. */
    RoaringBitmap of(String organizationId) {
        return Objects.requireNonNull(in.get(organizationId));
    }

    int size(String organizationId) {
        return of(organizationId).getCardinality();
    }

    /** Number of those for whom membership is unknown. */
    int unknown(String organizationId) {
        return Objects.requireNonNull(unknown.get(organizationId)).getCardinality();
    }

    int inBoth(String aId, String bId) {
        return RoaringBitmap.andCardinality(of(aId), of(bId));
    }

    RoaringBitmap inAll(Collection<String> organizationIds) {
        return FastAggregation.and(organizationIds.stream().map(this::of).iterator());
    }

    RoaringBitmap inAny(Collection<String> organizationIds) {
        return FastAggregation.or(organizationIds.stream().map(this::of).iterator());
    }

    /** The members that are in all organizations of {@code within} and in none of {@code without}. */
    RoaringBitmap inAllExcept(Collection<String> within, Collection<String> without) {
        var members = inAll(within);
        for (var id : without) {
            members = RoaringBitmap.andNot(members, of(id));
        }
        return members;
    }

    /** Counts the members by their status in these organizations, at most 64. */
    StatusCounts statusCounts() {
        record Masks(long in, long unknown) {}
        var ids = List.copyOf(in.keySet());
        var sure = masksByMember(in, ids);
        var unsure = masksByMember(unknown, ids);
        var counts = new HashMap<Masks, Integer>();
        for (var member = 0; member < members; member++) {
            if ((sure[member] | unsure[member]) != 0) {
                counts.merge(new Masks(sure[member], unsure[member]), 1, Integer::sum);
            }
        }
        return new StatusCounts(counts.entrySet().stream()
                .collect(toMap(
                        each -> new MembershipStatus(
                                Set.copyOf(selected(each.getKey().in(), ids)),
                                Set.copyOf(selected(each.getKey().unknown(), ids))),
                        Map.Entry::getValue)));
    }

    /**
     * Counts the members by the exact set of organizations they are in; empty sets are omitted.
     *
     * @param organizationIds at most 64
     * @return counts by bit mask; the lowest bit is the first organization
     */
    Map<Long, Integer> countsByMask(List<String> organizationIds) {
        var counts = new HashMap<Long, Integer>();
        for (var mask : masksByMember(in, organizationIds)) {
            if (mask != 0) {
                counts.merge(mask, 1, Integer::sum);
            }
        }
        return counts;
    }

    private long[] masksByMember(Map<String, RoaringBitmap> sets, List<String> organizationIds) {
        var selected = new long[members];
        for (var place = 0; place < organizationIds.size(); place++) {
            var bit = 1L << place;
            Objects.requireNonNull(sets.get(organizationIds.get(place)))
                    .forEach((int member) -> selected[member] |= bit);
        }
        return selected;
    }

    /** The organizations whose bits are set. */
    static List<String> selected(long mask, List<String> organizationIds) {
        var ids = new ArrayList<String>();
        for (var place = 0; place < organizationIds.size(); place++) {
            if ((mask >> place & 1) == 1) {
                ids.add(organizationIds.get(place));
            }
        }
        return List.copyOf(ids);
    }
}
