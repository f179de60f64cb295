package io.throughline.dataset;

import io.throughline.model.agent.PopulationClass;
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

/** Turns the lines of the files into nodes and relationships, and checks that they fit together. */
final class DatasetPlanner {

    private record Reference(DatasetRow row, DatasetColumn column, String id) {}

    /** Dates that come from the claims of a node and not from a cell of its own. */
    private static final DatasetColumn SEEN = DatasetColumn.date("seen");

    private static final DatasetColumn AS_OF = DatasetColumn.date("as_of");

    private final DatasetPlan plan = new DatasetPlan();
    private final List<Reference> references = new ArrayList<>();
    /** The first line of each node that is no claim, by id. */
    private final Map<String, DatasetRow> owners = new HashMap<>();

    private final Map<String, DatasetRow> claims = new HashMap<>();
    private final Map<List<String>, DatasetRow> supports = new HashMap<>();

    /**
     * The graph of a dataset.
     *
     * @throws InvalidDatasetException at the first thing that is wrong
     */
    static DatasetPlan plan(DatasetFiles files) {
        files.checkNames();
        var planner = new DatasetPlanner();
        for (var table : DatasetTables.ALL) {
            var rows = files.rows(table);
            if (rows.isEmpty()) {
                throw new InvalidDatasetException(table.files(), "the file is missing, or has no line below the first");
            }
            rows.forEach(planner::add);
        }
        planner.checkReferences();
        planner.addWhenSeen();
        return planner.plan;
    }

    private void add(DatasetRow row) {
        var id = row.table().id() == null ? null : row.table().id().apply(row);
        if (id != null) {
            addNode(row, id);
        }
        if (row.table().hasEvidence()) {
            addClaim(row, id == null ? row.required("subject") : id);
        }
        if (id != null && plan.has(id, "Figure") && row.cells().get("as_of") != null) {
            plan.set(id, "asOf", row.cells().get("as_of"));
        }
    }

    private void addNode(DatasetRow row, String id) {
        var table = row.table();
        checkOwner(row, id);
        var properties = new LinkedHashMap<String, @Nullable Object>();
        for (var column : table.columns()) {
            if (isOfNode(table, column)) {
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
            throw row.mistake(columnOf(table, e.property()), String.valueOf(e.getMessage()));
        }
        addIdentifiers(row, id);
    }

    /** An id belongs to one line of a file of things, or to the lines of one kind of fact. */
    private void checkOwner(DatasetRow row, String id) {
        var before = owners.putIfAbsent(id, row);
        if (before == null) {
            before = claims.get(id);
        } else if (row.table().hasEvidence() && before.table().equals(row.table())) {
            return;
        }
        if (before != null) {
            throw row.mistake(
                    row.table().columns().get(0).name(),
                    "'%s' is already an id in %s, line %d".formatted(id, before.file(), before.line()));
        }
    }

    private static String columnOf(DatasetTable table, String property) {
        return table.columns().stream()
                .filter(column -> property.equals(column.property()))
                .map(DatasetColumn::name)
                .findFirst()
                .orElse(property);
    }

    /** What a claim says about a membership beside its identity stays with the claim. */
    private static boolean isOfNode(DatasetTable table, DatasetColumn column) {
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

    private void addIdentifiers(DatasetRow row, String id) {
        if (row.table().equals(DatasetTables.CITIES) || row.table().equals(DatasetTables.REGIONS)) {
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
        var state = row.text("state");
        if (row.table().equals(DatasetTables.REGIONS) && state != null) {
            addIdentifier(id, "iso3166-2", state, null);
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
            throw new IllegalStateException("An identifier is made of its own values", e);
        }
        plan.link(id, "HAS_IDENTIFIER", node, Map.of());
    }

    private void addClaim(DatasetRow row, String supported) {
        var about = Objects.requireNonNull(row.table().about());
        var id = row.required("claim");
        var subject = row.required(about.subject());
        var before = claims.putIfAbsent(id, row);
        if (before == null) {
            var owner = owners.get(id);
            if (owner != null) {
                throw row.mistake(
                        "claim",
                        "'%s' is already the id of something else in %s, line %d"
                                .formatted(id, owner.file(), owner.line()));
            }
            addNewClaim(row, about, id, subject);
        } else {
            checkSameEvidence(row, before);
            if (!subject.equals(plan.property(id, "subjectId"))) {
                // It speaks of several things, none of which is its subject more than the others.
                plan.set(id, "subjectId", null);
            }
        }
        checkSaidOnce(row, about, id, supported);
        plan.link(id, "SUPPORTS", supported, statedOf(row));
    }

    private void checkSaidOnce(DatasetRow row, DatasetTable.About about, String id, String supported) {
        var before = supports.putIfAbsent(
                List.of(
                        id,
                        supported,
                        row.table().id() == null ? about.property().apply(row) : ""),
                row);
        if (before != null) {
            throw row.mistake("claim", "'%s' says the same in %s, line %d".formatted(id, before.file(), before.line()));
        }
    }

    private void addNewClaim(DatasetRow row, DatasetTable.About about, String id, String subject) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        for (var column : EvidenceColumns.COLUMNS) {
            DatasetPlan.put(properties, column, row.cells().get(column.name()));
            addReferences(row, column, id);
        }
        properties.putIfAbsent("strength", Strength.STATED.name());
        properties.putIfAbsent("rank", Rank.NORMAL.name());
        properties.put("subjectId", subject);
        properties.put("property", about.property().apply(row));
        properties.put("value", about.value() == null ? null : row.cells().get(about.value()));
        properties.put("comparator", row.cells().get("comparator"));
        properties.put("unit", row.cells().get("unit"));
        try {
            plan.node(id, List.of("Claim"), List.of("Claim"), properties);
        } catch (DatasetPlan.ContradictionException e) {
            throw new IllegalStateException("The id of a claim was free a moment ago", e);
        }
    }

    /** A claim can speak of several things, so what it says of each stands on its way to that. */
    private static Map<String, @Nullable Object> statedOf(DatasetRow row) {
        var stated = new LinkedHashMap<String, @Nullable Object>();
        if (row.table().equals(DatasetTables.MEMBERSHIPS)) {
            for (var column : row.table().columns()) {
                if (DatasetTables.STATED_OF_MEMBERSHIP.contains(column.name())) {
                    DatasetPlan.put(stated, column, row.cells().get(column.name()));
                }
            }
        } else if (row.table().equals(DatasetTables.STATEMENTS)) {
            stated.put(row.required("property"), row.cells().get("value"));
        }
        return stated;
    }

    private static void checkSameEvidence(DatasetRow row, DatasetRow before) {
        for (var column : EvidenceColumns.COLUMNS) {
            var here = row.cells().get(column.name());
            var there = before.cells().get(column.name());
            if (!Objects.equals(here, there)) {
                throw row.mistake(
                        column.name(),
                        "the same claim has %s here in %s, line %d"
                                .formatted(written(there), before.file(), before.line()));
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
                        .mistake(
                                reference.column().name(),
                                plan.has(reference.id())
                                        ? "'%s' is no %s".formatted(reference.id(), inWords(label))
                                        : "nothing has the id '%s'".formatted(reference.id()));
            }
        }
    }

    private static String inWords(String label) {
        return label.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** When each set of criteria was last seen: the publication of the latest source that lists it. */
    private void addWhenSeen() {
        for (var link : plan.linkRows()) {
            var set = String.valueOf(link.get("to"));
            if (!"SUPPORTS".equals(link.get("type")) || !plan.has(set, "CriteriaSet")) {
                continue;
            }
            var source = plan.property(String.valueOf(link.get("from")), "sourceId");
            var published = source == null ? null : plan.property(source.toString(), "statedAt");
            if (published instanceof PartialDate date && isLater(date, plan.property(set, "seen"))) {
                plan.set(set, "seen", date);
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
