package io.throughline.export;

import io.throughline.agent.LocalGovernment;
import io.throughline.agent.Organization;
import io.throughline.export.Attribute.Type;
import io.throughline.networkmap.GraphNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A node of an export. What a selection does not know, or what is not recorded, is null.
 *
 * @param kind a word of {@code GraphNodeKind}, or {@code PERSON}
 * @param bipartite 0 for who belongs, 1 for what is belonged to, as in {@code GraphNode.bipartite}
 * @param country its id, an ISO 3166-1 code
 * @param state its id, an ISO 3166-2 code
 * @param population inhabitants
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 * @param weight as in {@code GraphNode.weight}
 * @param degree as in {@code GraphNode.degree}
 * @param distance as in {@code GraphNode.distance}
 */
record Node(
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

    static final List<Attribute<Node>> ATTRIBUTES = List.of(
            new Attribute<>("kind", Type.STRING, Node::kind),
            new Attribute<>("bipartite", Type.INTEGER, Node::bipartite),
            new Attribute<>("country", Type.STRING, Node::country),
            new Attribute<>("state", Type.STRING, Node::state),
            new Attribute<>("population", Type.INTEGER, Node::population),
            new Attribute<>("longitude", Type.DOUBLE, Node::longitude),
            new Attribute<>("latitude", Type.DOUBLE, Node::latitude),
            new Attribute<>("weight", Type.DOUBLE, Node::weight),
            new Attribute<>("degree", Type.INTEGER, Node::degree),
            new Attribute<>("distance", Type.INTEGER, Node::distance));

    static Node of(GraphNode node) {
        return new Node(
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

    /** Of an agent as the database has it. */
    static Node of(org.neo4j.driver.types.Node agent) {
        if (agent.hasLabel("LocalGovernment")) {
            var government = LocalGovernment.of(agent);
            return new Node(
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
        return new Node(
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
