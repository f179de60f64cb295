package io.throughline.dataset;

import io.throughline.dataset.DatasetTable.ClaimTemplate;
import io.throughline.model.agent.PopulationClass;
import io.throughline.model.campaign.TargetKind;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.name.NameProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Values;

/** Turns the rows of the files into nodes and relationships, and checks that they are consistent. */
final class DatasetPlanner {

    private record Owner(DatasetTable table, DatasetRow row) {}

    private record Reference(DatasetRow row, DatasetColumn column, String id) {}

    /** Dates of a node that come from its claims, not from a cell of its own. */
    private static final DatasetColumn SEEN = DatasetColumn.date("seen");

    private static final DatasetColumn AS_OF = DatasetColumn.date("as_of");

    private final DatasetPlan plan = new DatasetPlan();
    private final List<Reference> references = new ArrayList<>();
    /** The first row of each node other than a claim, by id. */
    private final Map<String, Owner> owners = new HashMap<>();

    private final Map<String, DatasetRow> claims = new HashMap<>();
    private final Map<List<String>, DatasetRow> supports = new HashMap<>();

    /**
     * Plans the graph of a dataset.
     *
     * @throws InvalidDatasetException at the first error
     */
    static DatasetPlan plan(DatasetFiles files) {
        files.checkNames();
        files.checkDataset();
        var planner = new DatasetPlanner();
        for (var table : DatasetTables.ALL) {
            files.rows(table).forEach(row -> planner.add(table, row));
        }
        planner.checkReferences();
        planner.addLastSeen();
        return planner.plan;
    }

    private void add(DatasetTable table, DatasetRow row) {
        var id = table.id() == null ? null : table.id().apply(row);
        if (id != null) {
            addNode(table, row, id);
        }
        if (table.hasEvidence()) {
            addClaim(table, row, id == null ? row.required("subject") : id);
        }
        if (id != null && plan.has(id, "Figure") && row.cells().get("as_of") != null) {
            plan.set(id, "asOf", row.cells().get("as_of"));
        }
    }

    private void addNode(DatasetTable table, DatasetRow row, String id) {
        checkOwner(table, row, id);
        var properties = new LinkedHashMap<String, @Nullable Object>();
        for (var column : table.columns()) {
            if (belongsToNode(table, column)) {
                DatasetPlan.put(properties, column, row.cells().get(column.name()));
                addReferences(row, column, id);
            }
        }
        if (table.allLabels().contains("CriteriaSet")) {
            DatasetPlan.put(properties, SEEN, null);
        }
        if (table.allLabels().contains("Figure")) {
            DatasetPlan.put(properties, AS_OF, null);
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
            plan.link(row.required("subject"), "HAS_NAME", id, Map.of());
        }
        try {
            plan.node(id, table.labels().apply(row), table.allLabels(), properties);
        } catch (DatasetPlan.ContradictionException e) {
            throw row.invalid(columnOf(table, e.property()), String.valueOf(e.getMessage()));
        }
        addDerivedProperties(table, row, id);
    }

    /** An id belongs to one row of a table of entities, or to the rows of one table of facts. */
    private void checkOwner(DatasetTable table, DatasetRow row, String id) {
        var owner = owners.putIfAbsent(id, new Owner(table, row));
        if (owner != null && table.hasEvidence() && owner.table().equals(table)) {
            return;
        }
        var earlier = owner == null ? claims.get(id) : owner.row();
        if (earlier != null) {
            throw row.invalid(
                    table.columns().get(0).name(),
                    "'%s' is already an id in %s, line %d".formatted(id, earlier.file(), earlier.line()));
        }
    }

    private static String columnOf(DatasetTable table, String property) {
        return table.columns().stream()
                .filter(column -> property.equals(column.property()))
                .map(DatasetColumn::name)
                .findFirst()
                .orElse(property);
    }

    /** What a claim states about a membership, apart from its identity, stays with the claim. */
    private static boolean belongsToNode(DatasetTable table, DatasetColumn column) {
        return !(table.hasEvidence() && EvidenceColumns.COLUMNS.contains(column))
                && !(table.equals(DatasetTables.MEMBERSHIPS)
                        && column.reference() == null
                        && DatasetTables.STATED_OF_MEMBERSHIP.contains(column.name()));
    }

    private void addReferences(DatasetRow row, DatasetColumn column, String from) {
        var reference = column.reference();
        if (reference == null) {
            return;
        }
        var ids = row.ids(column.name());
        for (var i = 0; i < ids.size(); i++) {
            references.add(new Reference(row, column, ids.get(i)));
            if (reference.relationship() != null) {
                plan.link(
                        from,
                        reference.relationship(),
                        ids.get(i),
                        ids.size() > 1
                                        || column.property() != null
                                                && column.property().endsWith("Ids")
                                ? Map.of("position", i + 1)
                                : Map.of());
            }
        }
    }

    private void addDerivedProperties(DatasetTable table, DatasetRow row, String id) {
        if (table.equals(DatasetTables.CITIES) || table.equals(DatasetTables.REGIONS)) {
            plan.set(id, "position", null);
            var population = row.cells().get("population") instanceof Number number ? number.longValue() : null;
            var populationClass = PopulationClass.of(population);
            plan.set(id, "populationClass", populationClass == null ? null : populationClass.name());
            var country = row.text("country");
            plan.set(id, "worldRegionId", country == null ? null : plan.property(country, "partOfId"));
            var geonames = row.text("geonames");
            if (geonames != null) {
                addIdentifier(id, "geonames", geonames, "https://www.geonames.org/" + geonames);
            }
            if (row.cells().get("latitude") instanceof Double latitude
                    && row.cells().get("longitude") instanceof Double longitude) {
                // SRID 4326 is WGS 84, longitude first
                plan.set(id, "position", Values.point(4326, longitude, latitude));
            }
        }
        if (table.allLabels().contains("Pledge")) {
            plan.set(id, "kind", TargetKind.of(row.required("text")).name());
        }
        if (table.equals(DatasetTables.REGIONS)) {
            // without a code of its own, a region is the subdivision in its column state
            var iso = row.text("iso") == null ? row.text("state") : row.text("iso");
            if (iso != null) {
                addIdentifier(id, "iso3166-2", iso, null);
            }
        }
    }

    private void addIdentifier(String id, String scheme, String value, @Nullable String url) {
        var node = id + "/" + scheme + "/" + value;
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("scheme", scheme);
        properties.put("value", value);
        properties.put("url", url);
        try {
            plan.node(node, List.of("Identifier"), List.of("Identifier"), properties);
        } catch (DatasetPlan.ContradictionException e) {
            throw new IllegalStateException("Identifiers with the same id have the same values", e);
        }
        plan.link(id, "HAS_IDENTIFIER", node, Map.of());
    }

    private void addClaim(DatasetTable table, DatasetRow row, String supported) {
        var template = Objects.requireNonNull(table.claim());
        var id = row.required("claim");
        var subject = row.required(template.subject());
        var earlier = claims.putIfAbsent(id, row);
        if (earlier == null) {
            var owner = owners.get(id);
            if (owner != null) {
                throw row.invalid(
                        "claim",
                        "'%s' is already the id of something else in %s, line %d"
                                .formatted(id, owner.row().file(), owner.row().line()));
            }
            addNewClaim(row, template, id, subject);
        } else {
            checkSameEvidence(row, earlier);
            if (!subject.equals(plan.property(id, "subjectId"))) {
                // The claim is about several entities, none of which is its subject more than the others.
                plan.set(id, "subjectId", null);
            }
        }
        checkStatedOnce(table, row, template, id, supported);
        plan.link(id, "SUPPORTS", supported, statedValues(table, row));
    }

    private void checkStatedOnce(
            DatasetTable table, DatasetRow row, ClaimTemplate template, String id, String supported) {
        var earlier = supports.putIfAbsent(
                List.of(id, supported, table.id() == null ? template.property().apply(row) : ""), row);
        if (earlier != null) {
            throw row.invalid(
                    "claim", "'%s' already states this in %s, line %d".formatted(id, earlier.file(), earlier.line()));
        }
    }

    private void addNewClaim(DatasetRow row, ClaimTemplate template, String id, String subject) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        for (var column : EvidenceColumns.COLUMNS) {
            DatasetPlan.put(properties, column, row.cells().get(column.name()));
            addReferences(row, column, id);
        }
        properties.putIfAbsent("strength", Strength.STATED.name());
        properties.putIfAbsent("rank", Rank.NORMAL.name());
        properties.put("subjectId", subject);
        properties.put("property", template.property().apply(row));
        properties.put("value", template.value() == null ? null : row.cells().get(template.value()));
        properties.put("comparator", row.cells().get("comparator"));
        properties.put("unit", row.cells().get("unit"));
        try {
            plan.node(id, List.of("Claim"), List.of("Claim"), properties);
        } catch (DatasetPlan.ContradictionException e) {
            throw new IllegalStateException("The id of this claim was free when it was checked", e);
        }
    }

    /** What the claim states about the fact, kept on the relationship because a claim can support several facts. */
    private static Map<String, @Nullable Object> statedValues(DatasetTable table, DatasetRow row) {
        var stated = new LinkedHashMap<String, @Nullable Object>();
        if (table.equals(DatasetTables.MEMBERSHIPS)) {
            for (var column : table.columns()) {
                if (DatasetTables.STATED_OF_MEMBERSHIP.contains(column.name())) {
                    DatasetPlan.put(stated, column, row.cells().get(column.name()));
                }
            }
        } else {
            var template = Objects.requireNonNull(table.claim());
            var value = template.value() == null ? null : row.cells().get(template.value());
            // a property that says it all would otherwise not be stored, as Neo4j has no null properties
            stated.put(template.property().apply(row), value == null ? true : value);
        }
        return stated;
    }

    private static void checkSameEvidence(DatasetRow row, DatasetRow earlier) {
        for (var column : EvidenceColumns.COLUMNS) {
            var here = row.cells().get(column.name());
            var there = earlier.cells().get(column.name());
            if (!Objects.equals(here, there)) {
                throw row.invalid(
                        column.name(),
                        "the same claim has %s in this column in %s, line %d"
                                .formatted(written(there), earlier.file(), earlier.line()));
            }
        }
    }

    private static String written(@Nullable Object cell) {
        if (cell == null) {
            return "nothing";
        }
        var text = cell instanceof PartialDate date ? date.text() : cell.equals(true) ? "YES" : cell;
        return "'%s'".formatted(text);
    }

    private void checkReferences() {
        for (var reference : references) {
            var label = Objects.requireNonNull(reference.column().reference()).label();
            if (!plan.has(reference.id(), label)) {
                throw reference
                        .row()
                        .invalid(
                                reference.column().name(),
                                plan.has(reference.id())
                                        ? "'%s' is not %s".formatted(reference.id(), withArticle(label))
                                        : "unknown id '%s'".formatted(reference.id()));
            }
        }
    }

    private static String withArticle(String label) {
        return ("AEIOU".indexOf(label.charAt(0)) < 0 ? "a " : "an ")
                + label.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Adds when each set of criteria was last seen: the publication date of the latest source that lists it. */
    private void addLastSeen() {
        for (var link : plan.linksTo("CriteriaSet", "SUPPORTS")) {
            var source = plan.property(link.from(), "sourceId");
            var published = source == null ? null : plan.property(source.toString(), "statedAt");
            if (published instanceof PartialDate date && isLater(date, plan.property(link.to(), "seen"))) {
                plan.set(link.to(), "seen", date);
            }
        }
    }

    private static boolean isLater(PartialDate date, @Nullable Object than) {
        return !(than instanceof PartialDate other)
                || date.earliest() != null
                        && other.earliest() != null
                        && date.earliest().isAfter(other.earliest());
    }
}
