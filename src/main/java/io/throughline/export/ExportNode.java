package io.throughline.export;

import io.throughline.analysis.networkmap.GraphNode;
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
        return new ExportNode(
                node.id(),
                node.label(),
                node.kind().name(),
                node.bipartite(),
                node.countryId(),
                node.stateId(),
                node.population(),
                node.longitude(),
                node.latitude(),
                node.weight(),
                node.degree(),
                node.distance());
    }

    /** The node of an agent from the database. */
    static ExportNode of(org.neo4j.driver.types.Node agent) {
        if (agent.hasLabel("LocalGovernment")) {
            var government = LocalGovernment.of(agent);
            return new ExportNode(
                    government.id(),
                    government.name(),
                    government.typeName().toUpperCase(Locale.ROOT),
                    0,
                    government.countryId(),
                    government.stateId(),
                    government.population(),
                    government.longitude(),
                    government.latitude(),
                    null,
                    null,
                    null);
        }
        var organization = Organization.of(agent);
        return new ExportNode(
                organization.id(),
                organization.name(),
                organization.typeName().toUpperCase(Locale.ROOT),
                1,
                organization.countryId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
