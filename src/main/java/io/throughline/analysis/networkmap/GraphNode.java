package io.throughline.analysis.networkmap;

import io.throughline.graphql.entity.Entity;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.agent.LocalGovernment;
import io.throughline.model.agent.Organization;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A node of a map.
 *
 * @param weight for scaling: an agent's memberships and members in the whole graph; 1 for a membership
 * @param degree number of this map's edges that end at it
 * @param bipartite which of the two node sets it belongs to, 0 or 1
 * @param distance steps from the nearest root; null for a membership
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 * @param countryId the country of a city or region, or the country an organization works in
 * @param population inhabitants
 */
@StagedBuilder
public record GraphNode(
        String id,
        String label,
        GraphNodeKind kind,
        double weight,
        int degree,
        int bipartite,
        @Nullable Integer distance,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable String countryId,
        @Nullable String stateId,
        @Nullable Integer population) {

    /**
     * The node of an agent.
     *
     * @param agent an organization, a city or a region
     */
    static GraphNode of(Entity agent, long weight, int distance) {
        if (agent instanceof LocalGovernment government) {
            var kind = GraphNodeKind.valueOf(government.typeName().toUpperCase(Locale.ROOT));
            return GraphNodeBuilder.builder()
                    .id(government.id())
                    .label(government.name())
                    .kind(kind)
                    .weight((double) weight)
                    .degree(0)
                    .bipartite(0)
                    .distance(distance)
                    .longitude(government.longitude())
                    .latitude(government.latitude())
                    .countryId(government.countryId())
                    .stateId(government.stateId())
                    .population(government.population())
                    .build();
        }
        var organization = (Organization) agent;
        var kind = GraphNodeKind.valueOf(organization.typeName().toUpperCase(Locale.ROOT));
        return GraphNodeBuilder.builder()
                .id(organization.id())
                .label(organization.name())
                .kind(kind)
                .weight((double) weight)
                .degree(0)
                .bipartite(1)
                .distance(distance)
                .countryId(organization.countryId())
                .build();
    }

    /** The node of a membership; all agents then belong to the other set. */
    static GraphNode of(MembershipTie tie) {
        return GraphNodeBuilder.builder()
                .id(tie.membership().id())
                .label(tie.label())
                .kind(GraphNodeKind.MEMBERSHIP)
                .weight(1)
                .degree(0)
                .bipartite(1)
                .build();
    }

    GraphNode with(int newDegree, int newBipartite) {
        return GraphNodeBuilder.builder(this)
                .degree(newDegree)
                .bipartite(newBipartite)
                .build();
    }

    /** Longitude and latitude, in this order; null when either is not recorded. */
    public @Nullable List<Double> coordinates() {
        return longitude == null || latitude == null ? null : List.of(longitude, latitude);
    }

    /** The same values again, for libraries that expect them under a key {@code attributes}. */
    public GraphNode attributes() {
        return this;
    }
}
