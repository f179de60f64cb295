package io.throughline.dataset;

import io.throughline.model.agent.PopulationClass;
import io.throughline.model.campaign.TargetKind;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.name.NameProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Values;

/** Turns rows into nodes and relationships. */
final class DatasetMapper {

    /** Dates of a node that come from its claims, not from a cell of its own. */
    private static final DatasetColumn SEEN = DatasetColumn.date("seen");

    private static final DatasetColumn AS_OF = DatasetColumn.date("as_of");

    /** The larger place of each place that is part of one. */
    private final Map<String, String> largerPlaces;

    /** When each set of criteria was last seen. */
    private final Map<String, PartialDate> lastSeen;

    DatasetMapper(Map<String, String> largerPlaces, Map<String, PartialDate> lastSeen) {
        this.largerPlaces = largerPlaces;
        this.lastSeen = lastSeen;
    }

    /**
     * Adds the node that a row becomes, with its relationships.
     *
     * @throws InvalidDatasetException if it contradicts another row of the same node
     */
    void addNode(DatasetRow row, String id, DatasetGraph graph) {
        var table = row.table();
        var properties = new LinkedHashMap<String, @Nullable Object>();
        for (var column : table.columns()) {
            if (belongsToNode(table, column)) {
                DatasetGraph.put(properties, column, row.cell(column));
                addLinks(row, column, id, graph);
            }
        }
        if (table.allLabels().contains("CriteriaSet")) {
            DatasetGraph.put(properties, SEEN, lastSeen.get(id));
        }
        if (table.allLabels().contains("Figure")) {
            DatasetGraph.put(properties, AS_OF, null);
        }
        if (properties.get("name") instanceof String name) {
            properties.put("sortName", NameProperties.sortName(name));
            properties.putAll(NameProperties.keys(name));
        }
        if (properties.get("title") instanceof String title && table.allLabels().contains("Source")) {
            properties.putAll(NameProperties.keys(title));
        }
        if (table.equals(DatasetTables.NAMES)) {
            properties.put("folded", NameProperties.sortName(row.required("name")));
            properties.putAll(NameProperties.keys(row.required("name")));
            graph.link(row.required("subject"), "HAS_NAME", id, Map.of());
        }
        try {
            graph.node(id, table.labels().apply(row), table.allLabels(), properties);
        } catch (DatasetGraph.ContradictionException e) {
            throw row.invalid(columnOf(table, e.property()), String.valueOf(e.getMessage()));
        }
        addDerivedProperties(row, id, graph);
    }

    private static String columnOf(DatasetTable table, String property) {
        return table.columns().stream()
                .filter(column -> property.equals(column.property()))
                .map(DatasetColumn::name)
                .findFirst()
                .orElse(property);
    }

    /**
     * Whether a cell belongs to the node of its row. What a claim states about a membership, apart from its identity, stays with
     * the claim.
     */
    static boolean belongsToNode(DatasetTable table, DatasetColumn column) {
        return !(table.hasEvidence() && EvidenceColumns.COLUMNS.contains(column))
                && !(table.equals(DatasetTables.MEMBERSHIPS)
                        && column.reference() == null
                        && DatasetTables.STATED_OF_MEMBERSHIP.contains(column.name()));
    }

    private static void addLinks(DatasetRow row, DatasetColumn column, String from, DatasetGraph graph) {
        var reference = column.reference();
        if (reference == null || reference.relationship() == null) {
            return;
        }
        var ids = row.ids(column.name());
        var areOrdered =
                ids.size() > 1 || column.property() != null && column.property().endsWith("Ids");
        for (var i = 0; i < ids.size(); i++) {
            graph.link(from, reference.relationship(), ids.get(i), areOrdered ? Map.of("position", i + 1) : Map.of());
        }
    }

    private void addDerivedProperties(DatasetRow row, String id, DatasetGraph graph) {
        var table = row.table();
        if (table.equals(DatasetTables.CITIES) || table.equals(DatasetTables.REGIONS)) {
            graph.set(id, "position", null);
            var population = row.cells().get("population") instanceof Number number ? number.longValue() : null;
            var populationClass = PopulationClass.of(population);
            graph.set(id, "populationClass", populationClass == null ? null : populationClass.name());
            var country = row.text("country");
            graph.set(id, "worldRegionId", country == null ? null : largerPlaces.get(country));
            var geonames = row.text("geonames");
            if (geonames != null) {
                addIdentifier(id, "geonames", geonames, "https://www.geonames.org/" + geonames, graph);
            }
            if (row.cells().get("latitude") instanceof Double latitude
                    && row.cells().get("longitude") instanceof Double longitude) {
                // SRID 4326 is WGS 84, longitude first
                graph.set(id, "position", Values.point(4326, longitude, latitude));
            }
        }
        if (table.allLabels().contains("Pledge")) {
            graph.set(id, "kind", TargetKind.of(row.required("text")).name());
        }
        if (table.allLabels().contains("Figure") && row.cell(AS_OF) != null) {
            graph.set(id, "asOf", row.cell(AS_OF));
        }
        if (table.equals(DatasetTables.REGIONS)) {
            // without a code of its own, a region is the subdivision in its column state
            var iso = row.text("iso") == null ? row.text("state") : row.text("iso");
            if (iso != null) {
                addIdentifier(id, "iso3166-2", iso, null, graph);
            }
        }
    }

    private static void addIdentifier(
            String id, String scheme, String value, @Nullable String url, DatasetGraph graph) {
        var node = id + "/" + scheme + "/" + value;
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("scheme", scheme);
        properties.put("value", value);
        properties.put("url", url);
        try {
            graph.node(node, List.of("Identifier"), List.of("Identifier"), properties);
        } catch (DatasetGraph.ContradictionException e) {
            throw new IllegalStateException("Identifiers with the same id have the same values", e);
        }
        graph.link(id, "HAS_IDENTIFIER", node, Map.of());
    }

    /**
     * Adds the claim that a row makes, but not what it supports.
     *
     * @param isAboutSeveral whether the claim is about several entities, none of which is its subject more than the others
     */
    void addClaim(DatasetRow row, boolean isAboutSeveral, DatasetGraph graph) {
        var template = Objects.requireNonNull(row.table().claim());
        var id = row.required("claim");
        var properties = new LinkedHashMap<String, @Nullable Object>();
        for (var column : EvidenceColumns.COLUMNS) {
            DatasetGraph.put(properties, column, row.cell(column));
            addLinks(row, column, id, graph);
        }
        properties.putIfAbsent("strength", Strength.STATED.name());
        properties.putIfAbsent("rank", Rank.NORMAL.name());
        properties.put("subjectId", isAboutSeveral ? null : row.required(template.subject()));
        properties.put("property", template.property().apply(row));
        properties.put("value", template.value() == null ? null : row.cells().get(template.value()));
        properties.put("comparator", row.cells().get("comparator"));
        properties.put("unit", row.cells().get("unit"));
        try {
            graph.node(id, List.of("Claim"), List.of("Claim"), properties);
        } catch (DatasetGraph.ContradictionException e) {
            throw new IllegalStateException("The id of this claim was free when it was checked", e);
        }
    }

    /**
     * Adds what the claim of a row supports, with what it states about that, which is kept on the relationship because a claim can
     * support several facts.
     */
    void addSupport(DatasetRow row, DatasetGraph graph) {
        var table = row.table();
        var stated = new LinkedHashMap<String, @Nullable Object>();
        if (table.equals(DatasetTables.MEMBERSHIPS)) {
            for (var column : table.columns()) {
                if (DatasetTables.STATED_OF_MEMBERSHIP.contains(column.name())) {
                    DatasetGraph.put(stated, column, row.cell(column));
                }
            }
        } else {
            var template = Objects.requireNonNull(table.claim());
            var value = template.value() == null ? null : row.cells().get(template.value());
            // a property that says it all would otherwise not be stored, as Neo4j has no null properties
            stated.put(template.property().apply(row), value == null ? true : value);
        }
        graph.link(row.required("claim"), "SUPPORTS", row.supported(), stated);
    }
}
