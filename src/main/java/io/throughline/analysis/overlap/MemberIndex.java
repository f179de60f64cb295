package io.throughline.analysis.overlap;

import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who is in which organization, for one version of the graph: for each organization and spell, the members as a
 * compressed bitmap (Chambi, Lemire, Kaser and Godin 2016). Members are numbered from 0 up to {@code members}, in list
 * order.
 */
final class MemberIndex {

    /** Number of ids per string: about twenty bytes per id, and few to split to find one. */
    static final int IDS_PER_ROW = 64;

    private final Map<String, Map<MembershipSpell, RoaringBitmap>> organizations;

    /** By the number of the first member, one id per line. */
    private final Map<Integer, String> ids;

    private final int members;

    private MemberIndex(
            Map<String, Map<MembershipSpell, RoaringBitmap>> organizations, Map<Integer, String> ids, int members) {
        this.organizations = organizations;
        this.ids = ids;
        this.members = members;
    }

    /** The ids of the first {@code limit} of these members, in list order. */
    List<String> ids(RoaringBitmap numbers, int limit) {
        return numbers.stream().limit(limit).mapToObj(this::id).toList();
    }

    private String id(int number) {
        var place = number % IDS_PER_ROW;
        return Objects.requireNonNull(ids.get(number - place)).split("\n")[place];
    }

    /**
     * Returns the organizations as sets of members.
     *
     * @param day null for what is recorded today
     */
    MemberSets sets(Collection<String> organizationIds, @Nullable LocalDate day) {
        var in = new LinkedHashMap<String, RoaringBitmap>();
        var unknown = new HashMap<String, RoaringBitmap>();
        for (var id : organizationIds) {
            var spells = organizations.getOrDefault(id, Map.of());
            in.put(id, membersWith(Truth.HOLDS, spells, day));
            unknown.put(id, RoaringBitmap.andNot(membersWith(Truth.UNKNOWN, spells, day), in.get(id)));
        }
        return new MemberSets(in, unknown, members, day);
    }

    private static RoaringBitmap membersWith(
            Truth truth, Map<MembershipSpell, RoaringBitmap> spells, @Nullable LocalDate day) {
        return FastAggregation.or(spells.entrySet().stream()
                .filter(each -> each.getKey().on(day) == truth)
                .map(Map.Entry::getValue)
                .iterator());
    }

    /** Collects the members of each organization and spell. */
    static final class Builder {

        private final Map<String, Map<MembershipSpell, RoaringBitmap>> organizations = new HashMap<>();
        private final Map<Integer, String> ids = new HashMap<>();
        private int members;

        /** Adds the ids of the members numbered from {@code first}. */
        void addIds(int first, List<String> some) {
            ids.put(first, String.join("\n", some));
        }

        /**
         * Adds a spell.
         *
         * @param numbers the numbers of its members, in any order
         */
        void add(String organizationId, MembershipSpell spell, Value numbers) {
            var bitmap = new RoaringBitmap();
            for (var number : numbers.values()) {
                bitmap.add(number.asInt());
                members = Math.max(members, number.asInt() + 1);
            }
            bitmap.runOptimize();
            organizations.computeIfAbsent(organizationId, id -> new HashMap<>()).put(spell, bitmap);
        }

        MemberIndex build() {
            return new MemberIndex(organizations, ids, members);
        }
    }
}
