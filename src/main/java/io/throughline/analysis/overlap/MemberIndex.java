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
 * Who is in which organization, as of one version of the graph: for each organization and spell the members as a compressed
 * bitmap (Chambi, Lemire, Kaser and Godin 2016). A member is a number below {@code members}, in the order of lists.
 */
final class MemberIndex {

    /** How many ids lie in one text: so they take some twenty bytes each, and few are read to find one. */
    static final int IDS_A_ROW = 64;

    private final Map<String, Map<MembershipSpell, RoaringBitmap>> organizations;

    /** By the number of the first one, a line each. */
    private final Map<Integer, String> ids;

    private final int members;

    private MemberIndex(
            Map<String, Map<MembershipSpell, RoaringBitmap>> organizations, Map<Integer, String> ids, int members) {
        this.organizations = organizations;
        this.ids = ids;
        this.members = members;
    }

    /** The ids of the first of some members, in the order of lists. */
    List<String> ids(RoaringBitmap numbers, int most) {
        return numbers.stream().limit(most).mapToObj(this::id).toList();
    }

    private String id(int number) {
        var place = number % IDS_A_ROW;
        return Objects.requireNonNull(ids.get(number - place)).split("\n")[place];
    }

    /**
     * These organizations as sets.
     *
     * @param day null for what is recorded today
     */
    MemberSets sets(Collection<String> organizationIds, @Nullable LocalDate day) {
        var in = new LinkedHashMap<String, RoaringBitmap>();
        var unknown = new HashMap<String, RoaringBitmap>();
        for (var id : organizationIds) {
            var spells = organizations.getOrDefault(id, Map.of());
            in.put(id, with(Truth.HOLDS, spells, day));
            unknown.put(id, RoaringBitmap.andNot(with(Truth.UNKNOWN, spells, day), in.get(id)));
        }
        return new MemberSets(in, unknown, members, day);
    }

    private static RoaringBitmap with(
            Truth truth, Map<MembershipSpell, RoaringBitmap> spells, @Nullable LocalDate day) {
        return FastAggregation.or(spells.entrySet().stream()
                .filter(each -> each.getKey().on(day) == truth)
                .map(Map.Entry::getValue)
                .iterator());
    }

    /** Takes the members of one organization and spell after another. */
    static final class Builder {

        private final Map<String, Map<MembershipSpell, RoaringBitmap>> organizations = new HashMap<>();
        private final Map<Integer, String> ids = new HashMap<>();
        private int members;

        /** The ids of the members from this number on. */
        void addIds(int first, List<String> some) {
            ids.put(first, String.join("\n", some));
        }

        /**
         * The next spell.
         *
         * @param numbers of its members, in any order
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
