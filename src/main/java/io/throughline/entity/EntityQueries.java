package io.throughline.entity;

import static java.util.stream.Collectors.toMap;

import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** Entities by id; an unknown id is absent. */
    Map<String, Entity> byId(Collection<String> ids) {
        return graph
                .list(
                        BY_ID,
                        Map.of("ids", List.copyOf(ids)),
                        row -> read(row.get("entity").asNode()))
                .stream()
                .flatMap(entity -> entity == null ? java.util.stream.Stream.of() : java.util.stream.Stream.of(entity))
                .collect(toMap(Entity::id, entity -> entity));
    }

    /** The record of a node; null for one that no feature shows, such as a fact that was withdrawn. */
    private @Nullable Entity read(Node node) {
        for (var label : node.labels()) {
            var type = types.get(label);
            if (type != null) {
                return type.of().apply(node);
            }
        }
        return null;
    }
}
