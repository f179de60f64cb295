package io.throughline.analysis.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The organizations that members share. There are at most 64, so a member is a bit mask and nothing is stored per pair.
 */
final class MemberCoMembership implements CoMembership {

    private final List<String> organizationIds;
    private final long[] memberships;
    private final double[] newman;
    private final ProjectionWeight weight;

    /**
     * Encodes each member as a bit mask.
     *
     * @param members in the order of their numbers
     * @param sizes number of members of each organization, by id, including members that are not nodes; at most 64
     */
    MemberCoMembership(List<ProjectedMember> members, Map<String, Integer> sizes, ProjectionWeight weight) {
        this.weight = weight;
        organizationIds = sizes.keySet().stream().sorted().toList();
        newman = new double[organizationIds.size()];
        var bits = new HashMap<String, Integer>();
        for (var id : organizationIds) {
            // an organization with one member makes no ties
            newman[bits.size()] = 1.0 / Math.max(1, sizes.getOrDefault(id, 0) - 1);
            bits.put(id, bits.size());
        }
        memberships = members.stream()
                .mapToLong(member -> member.organizationIds().stream()
                        .mapToLong(id -> 1L << bits.getOrDefault(id, 0))
                        .reduce(0, (one, other) -> one | other))
                .toArray();
    }

    @Override
    public int nodes() {
        return memberships.length;
    }

    @Override
    public int shared(int a, int b) {
        return Long.bitCount(memberships[a] & memberships[b]);
    }

    @Override
    public double weight(int a, int b) {
        var both = memberships[a] & memberships[b];
        return both == 0
                ? 0
                : weight.of(
                        Long.bitCount(both),
                        Long.bitCount(memberships[a]),
                        Long.bitCount(memberships[b]),
                        newman(both));
    }

    /** The ids of the organizations that two members share, in order. */
    List<String> organizationIds(int a, int b) {
        var ids = new ArrayList<String>();
        for (var left = memberships[a] & memberships[b]; left != 0; left &= left - 1) {
            ids.add(organizationIds.get(Long.numberOfTrailingZeros(left)));
        }
        return ids;
    }

    private double newman(long organizations) {
        if (weight != ProjectionWeight.NEWMAN) {
            return 0;
        }
        var sum = 0.0;
        for (var left = organizations; left != 0; left &= left - 1) {
            sum += newman[Long.numberOfTrailingZeros(left)];
        }
        return sum;
    }
}
