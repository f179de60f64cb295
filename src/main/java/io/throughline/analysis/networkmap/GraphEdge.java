package io.throughline.analysis.networkmap;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ValidityBounds;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.date.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An edge of a map: one membership, several merged memberships, one end of a membership drawn as a node, one leg of a
 * membership drawn as a chain, or what two members share. A value in which its memberships differ is null.
 *
 * @param weight number of memberships it represents, or of organizations shared
 * @param undirected whether it holds in both directions
 * @param role the member's role; null for a leg, whose ends need not have any role in each other
 * @param parallelIndex its index among the edges between the same two nodes, in either direction, from 0
 * @param parallelCount number of edges between the two
 * @param start when it began
 * @param end the first day on which it no longer held
 * @param holds whether it held on the requested day; null without a day
 * @param strength how firmly its sources support it
 * @param via the ids of the partners the membership goes through, in order, starting at the member; or of the
 *     organizations shared
 * @param firstSeen the date of the first claim that saw it in force; of merged memberships, of any of them
 * @param lastSeen the date of the last such claim
 * @param bounds what is certain about when it held; null if it represents several memberships
 * @param sourceIds the sources that state or imply it, each once
 * @param membershipIds the memberships it represents, in order of id
 * @param leg which leg of its chain it is, from 1 at the member; null if it is not part of one
 * @param legCount the number of legs of its chain; null if it is not part of one
 * @param from the source node; null until placed on a map
 * @param to the target node; null until placed on a map
 */
@StagedBuilder
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
        @Nullable PartialDate firstSeen,
        @Nullable PartialDate lastSeen,
        @Nullable ValidityBounds bounds,
        List<String> sourceIds,
        List<String> membershipIds,
        @Nullable Integer leg,
        @Nullable Integer legCount,
        @Nullable GraphNode from,
        @Nullable GraphNode to) {

    /** An edge for a membership or one end of it. */
    static GraphEdge of(String id, String source, String target, String label, boolean undirected, MembershipTie tie) {
        var membership = tie.membership();
        return GraphEdgeBuilder.builder()
                .id(id)
                .source(source)
                .target(target)
                .label(label)
                .weight(1)
                .undirected(undirected)
                .parallelIndex(0)
                .parallelCount(1)
                .via(membership.viaIds())
                .sourceIds(membership.sourceIds())
                .membershipIds(List.of(membership.id()))
                .role(membership.role())
                .start(membership.validFrom())
                .end(membership.validTo())
                .firstSeen(membership.firstSeen())
                .lastSeen(membership.lastSeen())
                .bounds(membership.validityBounds())
                .status(membership.status())
                .holds(tie.holds())
                .strength(membership.strength())
                .build();
    }

    /**
     * One edge for all memberships of a member in an organization.
     *
     * @param ties at least one, in order of id
     */
    static GraphEdge merged(List<MembershipTie> ties) {
        var first = ties.get(0).membership();
        if (ties.size() == 1) {
            return whole(ties.get(0));
        }
        var edge = of(
                first.memberId() + ">" + first.organizationId(),
                first.memberId(),
                first.organizationId(),
                String.join(
                        ", ", ties.stream().map(MembershipTie::label).distinct().toList()),
                ties.size(),
                ties.stream().allMatch(MembershipTie::isSymmetric),
                // It held if one of them did.
                ties.stream().anyMatch(tie -> tie.holds() == Truth.HOLDS)
                        ? Truth.HOLDS
                        : ties.get(0).holds(),
                ties.stream()
                        .flatMap(tie -> tie.membership().viaIds().stream())
                        .distinct()
                        .toList(),
                ties);
        return GraphEdgeBuilder.builder(edge)
                .firstSeen(ties.stream()
                        .flatMap(tie -> Stream.ofNullable(tie.membership().firstSeen()))
                        .min(Comparator.comparing(PartialDate::latest, nullsLast(naturalOrder())))
                        .orElse(null))
                .lastSeen(ties.stream()
                        .flatMap(tie -> Stream.ofNullable(tie.membership().lastSeen()))
                        .max(Comparator.comparing(PartialDate::earliest, nullsFirst(naturalOrder())))
                        .orElse(null))
                .build();
    }

    /**
     * The edge between two members of the same organizations.
     *
     * @param organizations the organizations they share, in order of id; at least one
     * @param ties the memberships of both in these organizations
     */
    static GraphEdge shared(String memberId, String otherId, List<GraphNode> organizations, List<MembershipTie> ties) {
        return of(
                memberId + "+" + otherId,
                memberId,
                otherId,
                String.join(", ", organizations.stream().map(GraphNode::label).toList()),
                organizations.size(),
                true,
                // without a day all are null
                common(ties, MembershipTie::holds, Truth.UNKNOWN),
                organizations.stream().map(GraphNode::id).toList(),
                ties.stream()
                        .sorted(Comparator.comparing(tie -> tie.membership().id()))
                        .toList());
    }

    /** An edge for several memberships, at least one, in order of id. */
    private static GraphEdge of(
            String id,
            String source,
            String target,
            String label,
            double weight,
            boolean undirected,
            @Nullable Truth holds,
            List<String> via,
            List<MembershipTie> ties) {
        return GraphEdgeBuilder.builder()
                .id(id)
                .source(source)
                .target(target)
                .label(label)
                .weight(weight)
                .undirected(undirected)
                .parallelIndex(0)
                .parallelCount(1)
                .via(via)
                .sourceIds(ties.stream()
                        .flatMap(tie -> tie.membership().sourceIds().stream())
                        .distinct()
                        .toList())
                .membershipIds(ties.stream().map(tie -> tie.membership().id()).toList())
                .role(common(ties, tie -> tie.membership().role()))
                .start(common(ties, tie -> tie.membership().validFrom()))
                .end(common(ties, tie -> tie.membership().validTo()))
                .status(common(ties, tie -> tie.membership().status()))
                .holds(holds)
                .strength(common(ties, tie -> tie.membership().strength()))
                .build();
    }

    /** The edge of one membership, from the member to the organization. */
    static GraphEdge whole(MembershipTie tie) {
        var membership = tie.membership();
        return of(
                membership.id(),
                membership.memberId(),
                membership.organizationId(),
                tie.label(),
                tie.isSymmetric(),
                tie);
    }

    /**
     * The edges of one membership from the member through its partners to the organization, in this order. Without partners,
     * the edge from the member to the organization.
     */
    static List<GraphEdge> legs(MembershipTie tie) {
        var membership = tie.membership();
        if (membership.viaIds().isEmpty()) {
            return List.of(whole(tie));
        }
        var stops = new ArrayList<String>();
        stops.add(membership.memberId());
        stops.addAll(membership.viaIds());
        stops.add(membership.organizationId());
        var legs = new ArrayList<GraphEdge>();
        for (var leg = 1; leg < stops.size(); leg++) {
            var edge = of(membership.id() + "#leg-" + leg, stops.get(leg - 1), stops.get(leg), "via", false, tie);
            legs.add(GraphEdgeBuilder.builder(edge)
                    .role(null)
                    .leg(leg)
                    .legCount(stops.size() - 1)
                    .build());
        }
        return legs;
    }

    /** The same edge, placed among those of a map. */
    GraphEdge placed(int index, int count, GraphNode newFrom, GraphNode newTo) {
        return GraphEdgeBuilder.builder(this)
                .parallelIndex(index)
                .parallelCount(count)
                .from(newFrom)
                .to(newTo)
                .build();
    }

    /** The number of different sources that state or imply it. */
    public int sourceCount() {
        return sourceIds.size();
    }

    /** Whether both its ends have coordinates. */
    boolean isArc() {
        return from != null && from.coordinates() != null && to != null && to.coordinates() != null;
    }

    /** The same values again, for libraries that expect them under a key {@code attributes}. */
    public GraphEdge attributes() {
        return this;
    }

    private static <T> @Nullable T common(List<MembershipTie> ties, Function<MembershipTie, @Nullable T> value) {
        return common(ties, value, null);
    }

    private static <T> @Nullable T common(
            List<MembershipTie> ties, Function<MembershipTie, @Nullable T> value, @Nullable T whenTheyDiffer) {
        var first = value.apply(ties.get(0));
        return ties.stream().allMatch(tie -> Objects.equals(value.apply(tie), first)) ? first : whenTheyDiffer;
    }
}
