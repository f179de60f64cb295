package io.throughline.analysis.projection;

import static java.util.stream.Collectors.toMap;

import io.throughline.analysis.overlap.MembershipStatuses;
import io.throughline.analysis.overlap.OverlapSet;
import io.throughline.analysis.overlap.StatusCounts;
import io.throughline.model.membership.Coverage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes projections. It reads how many members stand in which way, and, for a projection of members, those that become
 * nodes; the ties are worked out here.
 */
@Component
class ProjectionBuilder {

    private static final int MOST_SHOWN = 20_000;

    /** More than all ties of 500 nodes. */
    private static final int MOST_MEASURED = 125_000;

    /** What may become a node. */
    private record Nodes(List<ProjectedMember> nodes, CoMembership sharing, int leftOut) {}

    private final MembershipStatuses standings;
    private final ProjectedMemberQueries members;

    ProjectionBuilder(MembershipStatuses standings, ProjectedMemberQueries members) {
        this.standings = standings;
        this.members = members;
    }

    /**
     * What is asked for.
     *
     * @param coverages of the organizations, by id
     */
    Projection project(ProjectionRequest asked, Map<String, Coverage> coverages) {
        var combinations = standings.of(asked.organizationIds(), asked.where(), asked.asOf());
        var compared = asked.organizationIds().stream()
                .map(id -> new OverlapSet(
                        id, combinations.size(id), combinations.unknown(id), Objects.requireNonNull(coverages.get(id))))
                .toList();
        var found = asked.of() == ProjectionOf.ORGANIZATIONS
                ? organizations(asked, compared, combinations)
                : members(asked, compared, combinations);
        var thinned = EdgeThreshold.of(found.sharing(), asked.minWeight(), asked.topK(), MOST_MEASURED);
        var network = new WeightedNetwork(found.nodes().size(), thinned.links());
        // of a part of the ties it would be a matter of chance who lies between whom
        var whole = thinned.leftOut() == 0;
        var communities = asked.communities() && whole ? CommunityDetection.of(network) : null;
        var betweenness = asked.betweenness() && whole ? BetweennessScores.of(network) : BetweennessScores.NONE;
        var edges = thinned.links().stream()
                .limit(MOST_SHOWN)
                .map(link -> edge(link, found))
                .toList();
        var components = network.components();
        return new Projection(
                compared,
                nodes(compared, found, network, components, communities, betweenness.values()),
                edges,
                new ProjectionStats(
                        network.nodes(),
                        edges.size(),
                        found.leftOut(),
                        network.links().size() - edges.size() + thinned.leftOut(),
                        thinned.leftOut(),
                        (int) IntStream.range(0, network.nodes())
                                .filter(node -> network.degree(node) == 0)
                                .count(),
                        components.count(),
                        communities == null ? null : communities.partition().count(),
                        communities == null ? null : communities.modularity()),
                betweenness.tooManyWays(),
                new ProjectionMethod(asked.weight()),
                asked.asOf());
    }

    private static Nodes organizations(ProjectionRequest asked, List<OverlapSet> compared, StatusCounts combinations) {
        var ids = compared.stream().map(OverlapSet::id).sorted().toList();
        var kept = ids.size() <= asked.maxNodes() ? ids : bestConnected(ids, combinations, asked.maxNodes());
        return new Nodes(
                kept.stream().map(id -> new ProjectedMember(id, List.of(), 0)).toList(),
                new OrganizationCoMembership(kept, combinations, asked.weight()),
                ids.size() - kept.size());
    }

    private Nodes members(ProjectionRequest asked, List<OverlapSet> compared, StatusCounts combinations) {
        var sizes = compared.stream().collect(toMap(OverlapSet::id, OverlapSet::size));
        var found = new ArrayList<>(members.bestConnected(sizes, asked.where(), asked.asOf(), asked.maxNodes()));
        found.sort(Comparator.comparing(ProjectedMember::id));
        var all = combinations.count(standing -> !standing.in().isEmpty());
        return new Nodes(found, new MemberCoMembership(found, sizes, asked.weight()), all - found.size());
    }

    /** Those tied to the most others, then those that share the most members, in order of id. */
    private static List<String> bestConnected(List<String> ids, StatusCounts combinations, int most) {
        var sharing = new OrganizationCoMembership(ids, combinations, ProjectionWeight.COUNT);
        var whole = new WeightedNetwork(
                ids.size(),
                EdgeThreshold.of(sharing, 0, null, Integer.MAX_VALUE).links());
        return IntStream.range(0, ids.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(whole::degree)
                        .thenComparingDouble(whole::strength)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .map(ids::get)
                .sorted()
                .toList();
    }

    private static List<ProjectionNode> nodes(
            List<OverlapSet> compared,
            Nodes found,
            WeightedNetwork network,
            NodePartition components,
            @Nullable CommunityDetection communities,
            double @Nullable [] betweenness) {
        var byId = compared.stream().collect(toMap(OverlapSet::id, set -> set));
        var nodes = new ArrayList<ProjectionNode>();
        for (var number = 0; number < network.nodes(); number++) {
            var node = found.nodes().get(number);
            var set = byId.get(node.id());
            nodes.add(new ProjectionNode(
                    node.id(),
                    set == null ? node.organizationIds().size() : set.size(),
                    set == null ? node.unknown() : set.unknown(),
                    network.degree(number),
                    network.strength(number),
                    components.groups()[number],
                    communities == null ? null : communities.partition().groups()[number],
                    betweenness == null ? null : betweenness[number]));
        }
        nodes.sort(Comparator.comparingInt(ProjectionNode::degree)
                .thenComparingDouble(ProjectionNode::strength)
                .reversed()
                .thenComparing(ProjectionNode::id));
        return Collections.unmodifiableList(nodes);
    }

    private static ProjectionEdge edge(WeightedEdge link, Nodes found) {
        return new ProjectionEdge(
                found.nodes().get(link.a()).id(),
                found.nodes().get(link.b()).id(),
                link.weight(),
                link.shared(),
                found.sharing() instanceof MemberCoMembership shared
                        ? shared.organizationIds(link.a(), link.b())
                        : null);
    }
}
