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
 * Builds projections. Reads the counts by membership status and, for a projection of members, the members that become
 * nodes; computes the ties itself.
 */
@Component
class ProjectionBuilder {

    private static final int MAX_SHOWN = 20_000;

    /** More than the number of pairs of 500 nodes. */
    private static final int MAX_MEASURED = 125_000;

    /** The nodes, and what each pair of them shares. */
    private record Nodes(List<ProjectedMember> nodes, CoMembership coMembership, int leftOut) {}

    private final MembershipStatuses statuses;
    private final ProjectedMemberQueries members;

    ProjectionBuilder(MembershipStatuses statuses, ProjectedMemberQueries members) {
        this.statuses = statuses;
        this.members = members;
    }

    /**
     * Builds the requested projection.
     *
     * @param coverages of the organizations, by id
     */
    Projection project(ProjectionRequest request, Map<String, Coverage> coverages) {
        var statusCounts = statuses.of(request.organizationIds(), request.where(), request.asOf());
        var compared = request.organizationIds().stream()
                .map(id -> new OverlapSet(
                        id, statusCounts.size(id), statusCounts.unknown(id), Objects.requireNonNull(coverages.get(id))))
                .toList();
        var found = request.of() == ProjectionOf.ORGANIZATIONS
                ? organizations(request, compared, statusCounts)
                : members(request, compared, statusCounts);
        var threshold = EdgeThreshold.of(found.coMembership(), request.minWeight(), request.topK(), MAX_MEASURED);
        var network = new WeightedNetwork(found.nodes().size(), threshold.edges());
        // with some ties missing, communities and betweenness would depend on which ones
        var whole = threshold.leftOut() == 0;
        var communities = request.communities() && whole ? CommunityDetection.of(network) : null;
        var betweenness = request.betweenness() && whole ? BetweennessScores.of(network) : BetweennessScores.NONE;
        var edges = threshold.edges().stream()
                .limit(MAX_SHOWN)
                .map(edge -> edge(edge, found))
                .toList();
        var components = network.components();
        return new Projection(
                compared,
                nodes(compared, found, network, components, communities, betweenness.values()),
                edges,
                ProjectionStatsBuilder.builder()
                        .nodeCount(network.nodes())
                        .edgeCount(edges.size())
                        .nodesLeftOut(found.leftOut())
                        .edgesLeftOut(network.edges().size() - edges.size() + threshold.leftOut())
                        .tiesNotMeasured(threshold.leftOut())
                        .isolates((int) IntStream.range(0, network.nodes())
                                .filter(node -> network.degree(node) == 0)
                                .count())
                        .components(components.count())
                        .communities(
                                communities == null
                                        ? null
                                        : communities.partition().count())
                        .modularity(communities == null ? null : communities.modularity())
                        .build(),
                betweenness.tooManyPaths(),
                new ProjectionMethod(request.weight()),
                request.asOf());
    }

    private static Nodes organizations(
            ProjectionRequest request, List<OverlapSet> compared, StatusCounts statusCounts) {
        var ids = compared.stream().map(OverlapSet::id).sorted().toList();
        var kept = ids.size() <= request.maxNodes() ? ids : bestConnected(ids, statusCounts, request.maxNodes());
        return new Nodes(
                kept.stream().map(id -> new ProjectedMember(id, List.of(), 0)).toList(),
                new OrganizationCoMembership(kept, statusCounts, request.weight()),
                ids.size() - kept.size());
    }

    private Nodes members(ProjectionRequest request, List<OverlapSet> compared, StatusCounts statusCounts) {
        var sizes = compared.stream().collect(toMap(OverlapSet::id, OverlapSet::size));
        var found = new ArrayList<>(members.bestConnected(sizes, request.where(), request.asOf(), request.maxNodes()));
        found.sort(Comparator.comparing(ProjectedMember::id));
        var all = statusCounts.count(status -> !status.in().isEmpty());
        return new Nodes(found, new MemberCoMembership(found, sizes, request.weight()), all - found.size());
    }

    /**
     * Picks the organizations tied to the most others, then those that share the most members; returns them in order of
     * id.
     */
    private static List<String> bestConnected(List<String> ids, StatusCounts statusCounts, int limit) {
        var coMembership = new OrganizationCoMembership(ids, statusCounts, ProjectionWeight.COUNT);
        var whole = new WeightedNetwork(
                ids.size(),
                EdgeThreshold.of(coMembership, 0, null, Integer.MAX_VALUE).edges());
        return IntStream.range(0, ids.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(whole::degree)
                        .thenComparingDouble(whole::strength)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
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

    private static ProjectionEdge edge(WeightedEdge edge, Nodes found) {
        return new ProjectionEdge(
                found.nodes().get(edge.a()).id(),
                found.nodes().get(edge.b()).id(),
                edge.weight(),
                edge.shared(),
                found.coMembership() instanceof MemberCoMembership shared
                        ? shared.organizationIds(edge.a(), edge.b())
                        : null);
    }
}
