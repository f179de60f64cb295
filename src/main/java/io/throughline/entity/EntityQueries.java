package io.throughline.entity;

import static java.util.stream.Collectors.toMap;

import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.types.Node;
import org.springframework.stereotype.Repository;

@Repository
class EntityQueries {

    private static final Statement BY_ID = Statement.in("entity/entities-by-id.cypher");

    private final GraphReader graph;
    private final Map<String, EntityType> types;

    EntityQueries(GraphReader graph, List<EntityType> types) {
        this.graph = graph;
        this.types = types.stream().collect(toMap(EntityType::label, type -> type));
    }

    /** Entities by id; an unknown id is absent, that of an agent which was merged gives the survivor. */
    Map<String, Entity> byId(Collection<String> ids) {
        var found = new HashMap<String, Entity>();
        graph.list(
                        BY_ID,
                        Map.of("ids", List.copyOf(ids)),
                        row -> Map.entry(
                                row.get("id").asString(), read(row.get("entity").asNode())))
                .forEach(row -> row.getValue().ifPresent(entity -> found.put(row.getKey(), entity)));
        return found;
    }

    /** The record of a node; none for one that no feature shows, such as a fact that was withdrawn. */
    private Optional<Entity> read(Node node) {
        for (var label : node.labels()) {
            var type = types.get(label);
            if (type != null) {
                return Optional.ofNullable(type.of().apply(node));
            }
        }
        return Optional.empty();
    }
}
