package io.throughline.graphql.entity;

import static java.util.stream.Collectors.toMap;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;
import org.springframework.stereotype.Repository;

@Repository
class EntityQueries {

    private static final CypherStatement BY_ID = CypherStatement.in("entity/entities-by-id.cypher");

    /**
     * A fetched entity.
     *
     * @param cached whether later requests may reuse it
     */
    record Found(Entity entity, boolean cached) {}

    private final GraphReader graph;
    private final Map<String, EntityType> types;
    private final Map<String, SelectedType<?>> selectedTypes;

    EntityQueries(GraphReader graph, List<EntityType> types, List<SelectedType<?>> selectedTypes) {
        this.graph = graph;
        this.types = types.stream().collect(toMap(EntityType::label, type -> type));
        this.selectedTypes = selectedTypes.stream().collect(toMap(SelectedType::label, type -> type));
    }

    /** Entities by id; unknown ids are absent, and the former id of a merged agent gives the survivor. */
    Map<String, Found> byId(Collection<String> ids, FieldSelection selection) {
        var keys = selectedTypes.values().stream().collect(toMap(SelectedType::label, type -> type.keys(selection)));
        var found = new HashMap<String, Found>();
        graph.list(
                        BY_ID,
                        Map.of("ids", List.copyOf(ids), "keys", keys),
                        row -> Map.entry(
                                row.get("id").asString(),
                                row.get("label").isNull()
                                        ? whole(row.get("entity").asNode())
                                        : selected(row.get("label").asString(), row.get("entity"), keys)))
                .forEach(row -> row.getValue().ifPresent(entity -> found.put(row.getKey(), entity)));
        return found;
    }

    private Optional<Found> selected(String label, Value values, Map<String, List<String>> keys) {
        var type = Objects.requireNonNull(selectedTypes.get(label));
        return Optional.of(new Found(type.read(Objects.requireNonNull(keys.get(label)), values), false));
    }

    /** The record of a node; empty if no module exposes it, e.g. a withdrawn fact. */
    private Optional<Found> whole(Node node) {
        for (var label : node.labels()) {
            var type = types.get(label);
            if (type != null) {
                return Optional.ofNullable(type.of().apply(node)).map(entity -> new Found(entity, type.cached()));
            }
        }
        return Optional.empty();
    }
}
