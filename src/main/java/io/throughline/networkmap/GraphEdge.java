package io.throughline.networkmap;

import io.throughline.date.PartialDate;
import io.throughline.date.Truth;
import io.throughline.membership.MembershipRole;
import io.throughline.source.Status;
import io.throughline.source.Strength;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An edge of a map: one membership, several merged into one, or one end of a membership that is drawn as a thing. Values
 * in which merged memberships differ are null.
 *
 * @param weight how many memberships it stands for
 * @param undirected whether it holds both ways
 * @param parallelIndex its place among the edges between the same two nodes, in either direction, from 0
 * @param parallelCount how many edges there are between the two
 * @param start when it began
 * @param end the first day on which it no longer held
 * @param holds whether it held on the day asked for; null when no day is
 * @param strength how firmly its sources say so
 * @param via the ids of the organizations in between, in order from the member on
 * @param sourceCount how many different sources state or imply it
 * @param membershipIds what it stands for, in order of id
 */
public record GraphEdge(
        String id,
        String source,
        String target,
        String label,
        @Nullable MembershipRole role,
        double weight,
        boolean undirected,
        int parallelIndex,
        int parallelCount,
        @Nullable PartialDate start,
        @Nullable PartialDate end,
        @Nullable Status status,
        @Nullable Truth holds,
        @Nullable Strength strength,
        List<String> via,
        int sourceCount,
        List<String> membershipIds) {

    /** An edge that stands for a membership or a part of one. */
    static GraphEdge of(String id, String source, String target, String label, boolean undirected, Tie tie) {
        var membership = tie.membership();
        return new GraphEdge(
                id,
                source,
                target,
                label,
                membership.role(),
                1,
                undirected,
                0,
                1,
                membership.validFrom(),
                membership.validTo(),
                membership.status(),
                tie.holds(),
                membership.strength(),
                membership.viaIds(),
                membership.sourceCount(),
                List.of(membership.id()));
    }

    /**
     * One edge for several memberships of the same member in the same organization.
     *
     * @param ties at least one, in order of id
     */
    static GraphEdge merged(List<Tie> ties) {
        var first = ties.get(0).membership();
        if (ties.size() == 1) {
            return whole(ties.get(0));
        }
        return new GraphEdge(
                first.memberId() + ">" + first.organizationId(),
                first.memberId(),
                first.organizationId(),
                String.join(", ", ties.stream().map(Tie::label).distinct().toList()),
                common(ties, tie -> tie.membership().role()),
                ties.size(),
                ties.stream().allMatch(Tie::isSymmetric),
                0,
                1,
                common(ties, tie -> tie.membership().validFrom()),
                common(ties, tie -> tie.membership().validTo()),
                common(ties, tie -> tie.membership().status()),
                holds(ties),
                common(ties, tie -> tie.membership().strength()),
                ties.stream()
                        .flatMap(tie -> tie.membership().viaIds().stream())
                        .distinct()
                        .toList(),
                (int) ties.stream()
                        .flatMap(tie -> tie.sourceIds().stream())
                        .distinct()
                        .count(),
                ties.stream().map(tie -> tie.membership().id()).toList());
    }

    /** The edge of one membership, from the member to the organization. */
    static GraphEdge whole(Tie tie) {
        var membership = tie.membership();
        return of(
                membership.id(),
                membership.memberId(),
                membership.organizationId(),
                tie.label(),
                tie.isSymmetric(),
                tie);
    }

    GraphEdge parallel(int index, int count) {
        return new GraphEdge(
                id,
                source,
                target,
                label,
                role,
                weight,
                undirected,
                index,
                count,
                start,
                end,
                status,
                holds,
                strength,
                via,
                sourceCount,
                membershipIds);
    }

    /** The same values once more, for libraries that want them below a key of their own. */
    public GraphEdge attributes() {
        return this;
    }

    /** It held when one of them did. */
    private static @Nullable Truth holds(List<Tie> ties) {
        return ties.stream().anyMatch(tie -> tie.holds() == Truth.HOLDS)
                ? Truth.HOLDS
                : ties.get(0).holds();
    }

    private static <T> @Nullable T common(List<Tie> ties, Function<Tie, @Nullable T> value) {
        var first = value.apply(ties.get(0));
        return ties.stream().allMatch(tie -> Objects.equals(value.apply(tie), first)) ? first : null;
    }
}
