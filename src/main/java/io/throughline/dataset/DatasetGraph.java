package io.throughline.dataset;

import io.throughline.reference.date.PartialDate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nodes and relationships that some rows of a dataset become in the graph, before they are written. Rows of one fact are one
 * node.
 */
final class DatasetGraph {

    /**
     * A node.
     *
     * @param labels besides {@code Entity}
     * @param lost labels that a node of its kind can have but this one does not
     * @param properties a null removes the value of an earlier version
     */
    record PlannedNode(Set<String> labels, Set<String> lost, Map<String, @Nullable Object> properties) {}

    /** A relationship; at most one of a type between two nodes. */
    record PlannedLink(String from, String type, String to) {}

    private final Map<String, PlannedNode> nodes = new LinkedHashMap<>();
    private final Map<PlannedLink, Map<String, @Nullable Object>> links = new LinkedHashMap<>();

    /**
     * Adds a node, or adds to the one that another row has become, which it must not contradict.
     *
     * @param properties all properties that the node can have: a null removes the value of an earlier version
     */
    void node(
            String id,
            Collection<String> labels,
            Collection<String> allLabels,
            Map<String, @Nullable Object> properties)
            throws ContradictionException {
        var lost = new LinkedHashSet<>(allLabels);
        lost.removeAll(labels);
        var node = nodes.putIfAbsent(
                id, new PlannedNode(new LinkedHashSet<>(labels), lost, new LinkedHashMap<>(properties)));
        if (node == null) {
            return;
        }
        for (var property : properties.entrySet()) {
            var value = property.getValue();
            var earlier = node.properties().get(property.getKey());
            if (earlier == null) {
                node.properties().put(property.getKey(), value);
            } else if (value != null && !Objects.equals(earlier, value)) {
                throw new ContradictionException(property.getKey(), earlier, value);
            }
        }
    }

    /** Adds a relationship with its properties. */
    void link(String from, String type, String to, Map<String, @Nullable Object> properties) {
        links.computeIfAbsent(new PlannedLink(from, type, to), link -> new LinkedHashMap<>())
                .putAll(properties);
    }

    /** Adds a property and, for a missing date, the first and the last day to be removed with it. */
    static void put(Map<String, @Nullable Object> properties, DatasetColumn column, @Nullable Object value) {
        var property = column.property();
        if (property == null) {
            return;
        }
        properties.put(property, value);
        if (column.isDate() && value == null) {
            properties.put(property + "Earliest", null);
            properties.put(property + "Latest", null);
        }
    }

    /** Sets a property of a node that has been added. */
    void set(String id, String property, @Nullable Object value) {
        Objects.requireNonNull(nodes.get(id)).properties().put(property, value);
    }

    /**
     * The nodes as parameters of a statement.
     *
     * @param stamp properties that all nodes get
     * @param replacing whether the graph may have values of an earlier version, which a null removes; without them, nulls are
     *     left out, because they would take as long as values
     */
    List<Map<String, Object>> nodeRows(Map<String, Object> stamp, boolean replacing) {
        return nodes.entrySet().stream()
                .map(node -> Map.<String, Object>of(
                        "id", node.getKey(),
                        "labels", List.copyOf(node.getValue().labels()),
                        "lost", List.copyOf(node.getValue().lost()),
                        "properties", nodeProperties(node.getKey(), node.getValue(), stamp, replacing)))
                .toList();
    }

    private static Map<String, @Nullable Object> nodeProperties(
            String id, PlannedNode node, Map<String, Object> stamp, boolean replacing) {
        var properties = stored(node.properties());
        if (!replacing) {
            properties.values().removeIf(Objects::isNull);
        }
        properties.put("id", id);
        properties.putAll(stamp);
        return properties;
    }

    /**
     * The relationships as parameters of a statement, by the node that has them.
     *
     * @param stamp properties that all relationships get
     */
    List<Map<String, Object>> linkRows(Map<String, Object> stamp) {
        var rows = new LinkedHashMap<String, List<Map<String, Object>>>();
        links.forEach((link, values) -> {
            var properties = stored(values);
            properties.putAll(stamp);
            rows.computeIfAbsent(link.from(), from -> new ArrayList<>())
                    .add(Map.of("type", link.type(), "to", link.to(), "properties", properties));
        });
        return rows.entrySet().stream()
                .map(node -> Map.<String, Object>of("id", node.getKey(), "links", node.getValue()))
                .toList();
    }

    /** The properties as stored: a partial date becomes its text, its first and its last day. */
    private static Map<String, @Nullable Object> stored(Map<String, @Nullable Object> properties) {
        var stored = new HashMap<String, @Nullable Object>();
        properties.forEach((name, value) -> {
            if (value instanceof Instant moment) {
                stored.put(name, moment.atZone(ZoneOffset.UTC));
            } else {
                stored.put(name, value);
            }
        });
        // after the others: a line without the date may have set its days to null
        properties.forEach((name, value) -> {
            if (value instanceof PartialDate date) {
                stored.put(name, date.text());
                stored.put(name + "Earliest", date.earliest());
                stored.put(name + "Latest", date.latest());
            }
        });
        return stored;
    }

    /** Two lines contradict each other about one node. */
    static final class ContradictionException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String property;

        ContradictionException(String property, Object earlier, Object value) {
            super("'%s' here but '%s' in another line with the same id".formatted(text(value), text(earlier)));
            this.property = property;
        }

        String property() {
            return property;
        }

        private static Object text(Object value) {
            return value instanceof PartialDate date ? date.text() : value;
        }
    }
}
