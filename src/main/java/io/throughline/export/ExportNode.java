package io.throughline.export;

import io.throughline.analysis.networkmap.GraphNode;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.agent.LocalGovernment;
import io.throughline.model.agent.Organization;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A node of an export. A value that the selection lacks or that is not recorded is null.
 *
 * @param kind a value of {@code GraphNodeKind}, or {@code PERSON}
 * @param bipartite 0 for members, 1 for organizations, as in {@code GraphNode.bipartite}
 * @param country id of the country, an ISO 3166-1 code
 * @param state id of the state, an ISO 3166-2 code
 * @param population inhabitants
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 * @param weight as in {@code GraphNode.weight}
 * @param degree as in {@code GraphNode.degree}
 * @param distance as in {@code GraphNode.distance}
 */
@StagedBuilder
record ExportNode(
        String id,
        String label,
        String kind,
        int bipartite,
        @Nullable String country,
        @Nullable String state,
        @Nullable Integer population,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable Double weight,
        @Nullable Integer degree,
        @Nullable Integer distance) {

    static final List<GraphAttribute<ExportNode>> ATTRIBUTES = List.of(
            new GraphAttribute<>("kind", GraphAttribute.Type.STRING, ExportNode::kind),
            new GraphAttribute<>("bipartite", GraphAttribute.Type.INTEGER, ExportNode::bipartite),
            new GraphAttribute<>("country", GraphAttribute.Type.STRING, ExportNode::country),
            new GraphAttribute<>("state", GraphAttribute.Type.STRING, ExportNode::state),
            new GraphAttribute<>("population", GraphAttribute.Type.INTEGER, ExportNode::population),
            new GraphAttribute<>("longitude", GraphAttribute.Type.DOUBLE, ExportNode::longitude),
            new GraphAttribute<>("latitude", GraphAttribute.Type.DOUBLE, ExportNode::latitude),
            new GraphAttribute<>("weight", GraphAttribute.Type.DOUBLE, ExportNode::weight),
            new GraphAttribute<>("degree", GraphAttribute.Type.INTEGER, ExportNode::degree),
            new GraphAttribute<>("distance", GraphAttribute.Type.INTEGER, ExportNode::distance));

    static ExportNode of(GraphNode node) {
        return ExportNodeBuilder.builder()
                .id(node.id())
                .label(node.label())
                .kind(node.kind().name())
                .bipartite(node.bipartite())
                .country(node.countryId())
                .state(node.stateId())
                .population(node.population())
                .longitude(node.longitude())
                .latitude(node.latitude())
                .weight(node.weight())
                .degree(node.degree())
                .distance(node.distance())
                .build();
    }

    /** The node of an agent from the database. */
    static ExportNode of(org.neo4j.driver.types.Node agent) {
        if (agent.hasLabel("LocalGovernment")) {
            var government = LocalGovernment.of(agent);
            return ExportNodeBuilder.builder()
                    .id(government.id())
                    .label(government.name())
                    .kind(government.typeName().toUpperCase(Locale.ROOT))
                    .bipartite(0)
                    .country(government.countryId())
                    .state(government.stateId())
                    .population(government.population())
                    .longitude(government.longitude())
                    .latitude(government.latitude())
                    .build();
        }
        var organization = Organization.of(agent);
        return ExportNodeBuilder.builder()
                .id(organization.id())
                .label(organization.name())
                .kind(organization.typeName().toUpperCase(Locale.ROOT))
                .bipartite(1)
                .country(organization.countryId())
                .build();
    }
}
