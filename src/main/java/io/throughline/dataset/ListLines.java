package io.throughline.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Turns what is read from the graph into the lines of a list: first claims with their facts, then the entities that these need,
 * sorted by file and id. It keeps only ids and names, so that long lists fit into memory.
 */
final class ListLines {

    private final ListFolder files;
    private final DatasetCells cells = new DatasetCells();

    /** The node ids of claims that have been written, by the ids under which they have been written. */
    private final Map<String, String> claims = new HashMap<>();

    private final Set<String> facts = new HashSet<>();

    /** Entities to be looked up, and all that have been or will be. */
    private final TreeSet<String> unread = new TreeSet<>();

    private final Set<String> needed = new HashSet<>();

    /** Entities that the dataset does not have, by file. */
    private final Map<String, TreeSet<String>> unwritten = new HashMap<>();

    private final TreeMap<String, Map<String, @Nullable Object>> names = new TreeMap<>();
    private final TreeMap<String, Integer> identifiers = new TreeMap<>();
    private final TreeSet<String> otherSources = new TreeSet<>();
    private final TreeSet<String> missing = new TreeSet<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private int merged;
    private int withoutFact;

    ListLines(ListFolder files, List<String> sourceIds) {
        this.files = files;
        sourceIds.forEach(this::need);
    }

    /** Writes what a claim states about a fact, from a row of {@code dataset/claims-to-write.cypher}. */
    void addClaim(Record row) throws IOException {
        var claim = properties(row.get("claim"));
        var fact = properties(row.get("fact"));
        var says = new TreeMap<>(row.get("says").asMap());
        says.remove("origin");
        claim.put("claim", claimId(row.get("claimId").asString(), String.valueOf(claim.get("id"))));
        var table = factTable(row.get("labels").asList(Value::asString), fact);
        if (table != null && table.equals(DatasetTables.MEMBERSHIPS)) {
            addFact(table, fact, says, claim);
            return;
        }
        for (var property : says.isEmpty() ? propertiesWithoutValue(table, fact, claim) : says.keySet()) {
            if (table != null && (property.isEmpty() || property.equals(templateProperty(table, fact)))) {
                addFact(table, fact, says, claim);
            } else if (fact.get("withdrawnAt") != null) {
                withoutFact++;
            } else {
                addStatement(property, fact, says, claim);
            }
        }
    }

    /** A fact that a person or an import recorded has no values with its claim; a claim about the fact itself names a property. */
    private static Set<String> propertiesWithoutValue(
            @Nullable DatasetTable table, Map<String, @Nullable Object> fact, Map<String, @Nullable Object> claim) {
        return table != null && !Objects.equals(claim.get("subjectId"), fact.get("id"))
                ? Set.of("")
                : Set.of(String.valueOf(claim.get("property")));
    }

    private static String templateProperty(DatasetTable table, Map<String, @Nullable Object> fact) {
        var stored = new HashMap<String, Object>();
        for (var column : table.columns()) {
            var value = column.property() == null ? null : fact.get(column.property());
            if (value != null) {
                stored.put(column.name(), value);
            }
        }
        return Objects.requireNonNull(table.claim()).property().apply(new DatasetRow(table, table.files(), 0, stored));
    }

    /** A later version has the id of the first, unless that has been written for another claim. */
    private String claimId(String firstId, String ownId) {
        var id = DatasetCells.id(firstId);
        if (ownId.equals(claims.computeIfAbsent(id, free -> ownId))) {
            return id;
        }
        id = DatasetCells.id(ownId);
        for (var i = 2; !ownId.equals(claims.computeIfAbsent(id, free -> ownId)); i++) {
            id = DatasetCells.id(ownId) + "-" + i;
        }
        return id;
    }

    private void addFact(
            DatasetTable table,
            Map<String, @Nullable Object> fact,
            Map<String, Object> says,
            Map<String, @Nullable Object> claim)
            throws IOException {
        facts.add(String.valueOf(fact.get("id")));
        write(table, column -> {
            if (EvidenceColumns.COLUMNS.contains(column)) {
                return claim.get(column.property() == null ? column.name() : column.property());
            }
            return table.equals(DatasetTables.MEMBERSHIPS) && DatasetTables.STATED_OF_MEMBERSHIP.contains(column.name())
                    ? says.get(column.property())
                    : ownValue(column, fact);
        });
    }

    private void addStatement(
            String property,
            Map<String, @Nullable Object> subject,
            Map<String, Object> says,
            Map<String, @Nullable Object> claim)
            throws IOException {
        write(DatasetTables.STATEMENTS, column -> switch (column.name()) {
            case "subject" -> subject.get("id");
            case "property" -> property;
            // a property that says it all is stored as true
            case "value" ->
                Boolean.TRUE.equals(says.get(property)) ? null : says.getOrDefault(property, claim.get("value"));
            default -> claim.get(column.property() == null ? column.name() : column.property());
        });
    }

    private static @Nullable Object ownValue(DatasetColumn column, Map<String, @Nullable Object> node) {
        return node.get(column.property() == null ? column.name() : column.property());
    }

    /** Writes a member list, from a row of {@code dataset/member-lists-to-write.cypher}. */
    void addMemberList(Record row) throws IOException {
        var list = properties(row.get("list"));
        write(DatasetTables.MEMBER_LISTS, column -> ownValue(column, list));
    }

    boolean hasUnread() {
        return !unread.isEmpty();
    }

    /** The next entities to look up. */
    List<String> unread(int limit) {
        var page = unread.stream().limit(limit).toList();
        page.forEach(unread::remove);
        return page;
    }

    /** Notes that an entity is needed, with all that it needs, from a row of {@code dataset/entities-to-write.cypher}. */
    void need(Record row) {
        var id = row.get("id").asString();
        for (var name : row.get("names").asList(ListLines::properties)) {
            names.put(String.valueOf(name.get("id")), name);
            needReferences(DatasetTables.NAMES, column -> ownValue(column, name));
        }
        merged += row.get("merged").asInt();
        if (row.get("builtIn").asBoolean()) {
            return;
        }
        var entity = properties(row.get("entity"));
        var table = entityTable(row.get("labels").asList(Value::asString));
        if (table.isPresent()) {
            unwritten
                    .computeIfAbsent(table.get().files(), file -> new TreeSet<>())
                    .add(id);
            needReferences(table.get(), column -> ownValue(column, entity));
            otherSources.addAll(row.get("otherSourceIds").asList(Value::asString));
        } else if (!facts.contains(id)) {
            missing.add(id);
        }
    }

    /** The next entities to be written, all of one file; empty when all have been. */
    List<String> unwritten(int limit) {
        for (var ids : unwritten.values()) {
            if (!ids.isEmpty()) {
                var page = ids.stream().limit(limit).toList();
                page.forEach(ids::remove);
                return page;
            }
        }
        return List.of();
    }

    /** Writes an entity, from a row of {@code dataset/entities-to-write.cypher}. */
    void addEntity(Record row) throws IOException {
        var table = entityTable(row.get("labels").asList(Value::asString)).orElseThrow();
        var entity = properties(row.get("entity"));
        for (var identifier : row.get("identifiers").asList(ListLines::properties)) {
            var scheme = String.valueOf(identifier.get("scheme"));
            var value = identifier.get("value");
            var column = scheme.equals("iso3166-2") ? "iso" : scheme;
            if (scheme.equals("iso3166-2") && Objects.equals(value, entity.get("stateId"))) {
                continue; // the column state has it
            }
            if (table.columns().stream().anyMatch(each -> each.name().equals(column)) && !entity.containsKey(column)) {
                entity.put(column, value);
            } else {
                identifiers.merge(scheme, 1, Integer::sum);
            }
        }
        write(table, column -> ownValue(column, entity));
    }

    /** Writes the names that the dataset does not have of all these entities. */
    void addNames() throws IOException {
        for (var name : names.values()) {
            write(DatasetTables.NAMES, column -> ownValue(column, name));
        }
    }

    /** Notes what a dataset cannot have, from the row of {@code dataset/left-out-when-written.cypher}. */
    void noteLeftOut(Record row) {
        note(
                undecided,
                row.get("waiting").asInt(),
                "memberships that wait for a decision are not written: %,d (settle them with the command resolve)");
        note(
                undecided,
                row.get("withdrawnBuiltIn").asInt(),
                "claims of the built-in dataset that were withdrawn or superseded here: %,d (the dataset still has them: change"
                        + " them in its files)");
        note(leftOut, row.get("withdrawn").asInt(), "withdrawn claims are not written: %,d");
        note(
                leftOut,
                row.get("decisions").asInt(),
                "decisions about the review queue are not written: %,d (what was recorded by them is)");
        note(leftOut, row.get("editions").asInt(), "other texts of the sources are not written: %,d");
    }

    private static void note(List<String> sentences, int count, String sentence) {
        if (count > 0) {
            sentences.add(sentence.formatted(count));
        }
    }

    /** What has been written, and what has not. */
    WrittenList written(@Nullable String fault) {
        if (!missing.isEmpty()) {
            undecided.add(
                    "what is written refers to what none of these sources states: %s (add the sources that state it)"
                            .formatted(String.join(", ", missing)));
        }
        identifiers.forEach((scheme, count) ->
                note(leftOut, count, "identifiers of the register " + scheme + " are not written: %,d"));
        note(leftOut, merged, "former ids of merged agents are not written: %,d (their names are)");
        note(leftOut, withoutFact, "claims about facts that were withdrawn are not written: %,d");
        if (!otherSources.isEmpty()) {
            leftOut.add("claims of other sources about what is written are not: %s (add --source to write them)"
                    .formatted(String.join(", ", otherSources)));
        }
        cells.lost()
                .forEach((column, count) ->
                        note(leftOut, count, "values that a cell cannot have are not written: %,d in " + column));
        return new WrittenList(files.lines(), List.copyOf(undecided), List.copyOf(leftOut), fault);
    }

    private void write(DatasetTable table, Function<DatasetColumn, @Nullable Object> value) throws IOException {
        needReferences(table, value);
        files.write(table, cells.line(table, value));
    }

    private void needReferences(DatasetTable table, Function<DatasetColumn, @Nullable Object> value) {
        for (var column : table.columns()) {
            var ids = column.reference() == null ? null : value.apply(column);
            if (ids instanceof Collection<?> several) {
                several.forEach(id -> need(String.valueOf(id)));
            } else if (ids != null) {
                need(ids.toString());
            }
        }
    }

    private void need(String id) {
        if (needed.add(id)) {
            unread.add(id);
        }
    }

    /** The table of a fact; null if the node is an entity, about which there are only statements. */
    private static @Nullable DatasetTable factTable(List<String> labels, Map<String, @Nullable Object> fact) {
        // a membership that all its claims deprecate has lost its label
        return fact.get("memberId") != null
                ? DatasetTables.MEMBERSHIPS
                : DatasetTables.ALL.stream()
                        .filter(table -> table.hasEvidence() && table.label() != null && labels.contains(table.label()))
                        .findFirst()
                        .orElse(null);
    }

    private static Optional<DatasetTable> entityTable(List<String> labels) {
        return DatasetTables.ALL.stream()
                .filter(table -> !table.hasEvidence() && table.label() != null && labels.contains(table.label()))
                .findFirst();
    }

    private static Map<String, @Nullable Object> properties(Value value) {
        return new HashMap<>(value.asMap());
    }
}
