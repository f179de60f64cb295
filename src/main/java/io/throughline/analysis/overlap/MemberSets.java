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
 * @param in by organization, who is in it
 * @param unknown by organization, of whom nobody can tell; none of them is in it
 * @param members how many members there are in the whole graph; the sets hold numbers below
 * @param day null for what is recorded today
 */
record MemberSets(
        Map<String, RoaringBitmap> in,
        Map<String, RoaringBitmap> unknown,
        int members,
        @Nullable LocalDate day) {

    /** Those who are in an organization; not to be changed. */
    RoaringBitmap of(String organizationId) {
        return Objects.requireNonNull(in.get(organizationId));
    }

    int size(String organizationId) {
        return of(organizationId).getCardinality();
    }

    /** Of how many nobody can tell whether they are in. */
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

    /** Those who are in all of some organizations and in none of others. */
    RoaringBitmap inAllBut(Collection<String> within, Collection<String> without) {
        var members = inAll(within);
        for (var id : without) {
            members = RoaringBitmap.andNot(members, of(id));
        }
        return members;
    }

    /** How many members stand in each way that occurs to these organizations, at most 64. */
    StatusCounts combinations() {
        record Choices(long in, long unknown) {}
        var ids = List.copyOf(in.keySet());
        var sure = choicesOfEach(in, ids);
        var doubtful = choicesOfEach(unknown, ids);
        var counts = new HashMap<Choices, Integer>();
        for (var member = 0; member < members; member++) {
            if ((sure[member] | doubtful[member]) != 0) {
                counts.merge(new Choices(sure[member], doubtful[member]), 1, Integer::sum);
            }
        }
        return new StatusCounts(counts.entrySet().stream()
                .collect(toMap(
                        each -> new MembershipStatus(
                                Set.copyOf(chosen(each.getKey().in(), ids)),
                                Set.copyOf(chosen(each.getKey().unknown(), ids))),
                        Map.Entry::getValue)));
    }

    /**
     * How many members are in exactly the same of some organizations, for each such choice that has members.
     *
     * @param organizationIds at most 64
     * @return by choice, as bits: the first organization is the lowest
     */
    Map<Long, Integer> choices(List<String> organizationIds) {
        var counts = new HashMap<Long, Integer>();
        for (var choice : choicesOfEach(in, organizationIds)) {
            if (choice != 0) {
                counts.merge(choice, 1, Integer::sum);
            }
        }
        return counts;
    }

    private long[] choicesOfEach(Map<String, RoaringBitmap> sets, List<String> organizationIds) {
        var chosen = new long[members];
        for (var place = 0; place < organizationIds.size(); place++) {
            var bit = 1L << place;
            Objects.requireNonNull(sets.get(organizationIds.get(place))).forEach((int member) -> chosen[member] |= bit);
        }
        return chosen;
    }

    /** The organizations that are meant by the bits of a choice. */
    static List<String> chosen(long choice, List<String> organizationIds) {
        var ids = new ArrayList<String>();
        for (var place = 0; place < organizationIds.size(); place++) {
            if ((choice >> place & 1) == 1) {
                ids.add(organizationIds.get(place));
            }
        }
        return List.copyOf(ids);
    }
}
