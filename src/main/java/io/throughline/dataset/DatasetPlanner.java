package io.throughline.dataset;

import io.throughline.reference.date.PartialDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the rows of a dataset are consistent. It reads them one by one and keeps some 70 bytes for each id. Only rows that
 * complete each other are kept, once all others have been read.
 */
final class DatasetPlanner {

    /** The columns that belong to the node of a row, by the files of its table; a figure has the date of its claim. */
    private static final Map<String, List<DatasetColumn>> NODE_COLUMNS = DatasetTables.ALL.stream()
            .collect(Collectors.toMap(
                    DatasetTable::files,
                    table -> table.columns().stream()
                            .filter(column -> DatasetMapper.belongsToNode(table, column)
                                    || table.allLabels().contains("Figure")
                                            && column.name().equals("as_of"))
                            .toList()));

    private record Reference(String file, long line, DatasetColumn column, String id) {}

    private final DatasetFiles files;
    private final DatasetThings things;
    /** Hashes of the cells that belong to the node in the first row of each thing. */
    private final LongArrayList contents = new LongArrayList();

    private final FirstLines claims;
    /** Hashes of the evidence, the subject and what is supported in the first row of each claim. */
    private final LongArrayList evidence = new LongArrayList();

    private final LongArrayList subjects = new LongArrayList();
    private final LongArrayList supported = new LongArrayList();
    private final BitSet claimsAboutSeveral = new BitSet();
    /** What the later rows of claims support. */
    private final FirstLines laterSupports;

    /** The keys of rows that complete each other. */
    private final Set<String> groupKeys = new HashSet<>();
    /** What is not known yet when it is referred to. */
    private final List<Reference> open = new ArrayList<>();

    private final Map<String, String> largerPlaces = new HashMap<>();
    private final Map<String, PartialDate> published = new HashMap<>();
    private final Map<String, PartialDate> lastSeen = new HashMap<>();
    private final Map<String, Long> rowCounts = new HashMap<>();

    private DatasetPlanner(DatasetFiles files) {
        this.files = files;
        this.things = new DatasetThings(files);
        this.claims = new FirstLines(files);
        this.laterSupports = new FirstLines(files);
    }

    /**
     * Checks a dataset.
     *
     * @throws InvalidDatasetException at the first error
     */
    static DatasetPlan plan(DatasetFiles files) {
        files.checkNames();
        files.dataset();
        var planner = new DatasetPlanner(files);
        files.each(DatasetTables.ALL, planner::add);
        var mapper = new DatasetMapper(planner.largerPlaces, planner.lastSeen);
        var groups = planner.groups();
        groups.forEach((key, rows) -> checkGroup(key, rows, mapper));
        planner.checkOpenReferences();
        return new DatasetPlan(
                planner.things, planner.claims, planner.claimsAboutSeveral, groups, mapper, planner.rowCounts);
    }

    private void add(DatasetRow row) {
        rowCounts.merge(row.table().files(), 1L, Long::sum);
        var id = row.id();
        if (id != null) {
            addThing(row, id);
        }
        if (row.table().hasEvidence()) {
            addClaim(row);
            noteSeen(row);
        }
        addReferences(row);
        if (row.table().equals(DatasetTables.PLACES) && row.text("part_of") != null) {
            largerPlaces.put(row.required("id"), row.required("part_of"));
        }
        if (row.cells().get("stated_at") instanceof PartialDate date) {
            published.put(row.required("id"), date);
        }
    }

    /** An id belongs to one row of a table of entities, or to the rows of one table of facts. */
    private void addThing(DatasetRow row, String id) {
        var claim = claims.find(id);
        if (claim != FirstLines.NONE) {
            throw alreadyAnId(row, id, claims.place(claim));
        }
        var content =
                hash(row, Objects.requireNonNull(NODE_COLUMNS.get(row.table().files())));
        if (things.add(id, row)) {
            contents.add(content);
            return;
        }
        var number = things.lines().find(id);
        if (!row.table().hasEvidence() || !things.table(number).equals(row.table())) {
            throw alreadyAnId(row, id, things.lines().place(number));
        }
        if (contents.get(number) != content) {
            groupKeys.add(id);
        }
    }

    private static InvalidDatasetException alreadyAnId(DatasetRow row, String id, String place) {
        return row.invalid(row.table().columns().get(0).name(), "'%s' is already an id in %s".formatted(id, place));
    }

    /** Equal for rows that have the same in these columns. */
    private static long hash(DatasetRow row, Collection<DatasetColumn> columns) {
        return FirstLines.hash(
                columns.stream().map(column -> written(row.cell(column))).collect(Collectors.joining("\n")));
    }

    private void addClaim(DatasetRow row) {
        var id = row.required("claim");
        var thing = things.lines().find(id);
        if (thing != FirstLines.NONE) {
            throw row.invalid(
                    "claim",
                    "'%s' is already the id of something else in %s"
                            .formatted(id, things.lines().place(thing)));
        }
        var subject = FirstLines.hash(
                row.required(Objects.requireNonNull(row.table().claim()).subject()));
        var supports = FirstLines.hash(row.supported());
        var evidenceHere = hash(row, EvidenceColumns.COLUMNS);
        if (claims.add(id, row)) {
            evidence.add(evidenceHere);
            subjects.add(subject);
            supported.add(supports);
            return;
        }
        var number = claims.find(id);
        if (evidence.get(number) != evidenceHere) {
            checkSameEvidence(row, firstRow(number));
        }
        if (subjects.get(number) != subject) {
            claimsAboutSeveral.set(number);
        }
        var key = DatasetPlan.supportKey(row);
        if (supported.get(number) == supports || !laterSupports.add(key, row)) {
            groupKeys.add(key);
        }
    }

    /** Reads the first row of a claim again. */
    private DatasetRow firstRow(int claim) {
        var file = claims.file(claim);
        var table = DatasetTables.ALL.stream()
                .filter(each -> each.holds(file))
                .findFirst()
                .orElseThrow();
        return files.row(table, file, claims.line(claim));
    }

    private static void checkSameEvidence(DatasetRow row, DatasetRow earlier) {
        for (var column : EvidenceColumns.COLUMNS) {
            var there = earlier.cell(column);
            if (!Objects.equals(row.cell(column), there)) {
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

    /** Notes when a set of criteria was last seen: the publication date of the latest source that lists it. */
    private void noteSeen(DatasetRow row) {
        var canBeAboutCriteria =
                row.table().allLabels().contains("CriteriaSet") || row.table().id() == null;
        var date = published.get(row.required("source"));
        if (canBeAboutCriteria && date != null && things.has(row.supported(), "CriteriaSet")) {
            lastSeen.merge(row.supported(), date, (earlier, later) -> isLater(later, earlier) ? later : earlier);
        }
    }

    private static boolean isLater(PartialDate date, PartialDate than) {
        return date.earliest() != null
                && than.earliest() != null
                && date.earliest().isAfter(than.earliest());
    }

    private void addReferences(DatasetRow row) {
        for (var column : row.table().columns()) {
            if (column.reference() != null) {
                for (var id : row.ids(column.name())) {
                    if (!has(id, column.reference().label())) {
                        open.add(new Reference(row.file(), row.line(), column, id));
                    }
                }
            }
        }
    }

    private boolean has(String id, String label) {
        return things.has(id, label) || label.equals("Entity") && claims.find(id) != FirstLines.NONE;
    }

    private void checkOpenReferences() {
        for (var reference : open) {
            var label = Objects.requireNonNull(reference.column().reference()).label();
            if (!has(reference.id(), label)) {
                throw new InvalidDatasetException(
                        reference.file(),
                        reference.line(),
                        reference.column().name(),
                        has(reference.id(), "Entity")
                                ? "'%s' is not %s".formatted(reference.id(), withArticle(label))
                                : "unknown id '%s'".formatted(reference.id()));
            }
        }
    }

    private static String withArticle(String label) {
        return ("AEIOU".indexOf(label.charAt(0)) < 0 ? "a " : "an ")
                + label.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Reads the rows that complete each other: rows of one fact that differ, and rows in which one claim supports one thing. */
    private Map<String, List<DatasetRow>> groups() {
        var groups = new HashMap<String, List<DatasetRow>>();
        if (groupKeys.isEmpty()) {
            return groups;
        }
        var tables =
                DatasetTables.ALL.stream().filter(DatasetTable::hasEvidence).toList();
        files.each(tables, row -> {
            for (var key : new String[] {row.id(), DatasetPlan.supportKey(row)}) {
                if (key != null && groupKeys.contains(key)) {
                    groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
                }
            }
        });
        return groups;
    }

    private static void checkGroup(String key, List<DatasetRow> rows, DatasetMapper mapper) {
        if (key.equals(rows.get(0).id())) {
            var graph = new DatasetGraph();
            rows.forEach(row -> mapper.addNode(row, key, graph));
        } else {
            checkStatedOnce(rows);
        }
    }

    /** Whether a claim states each property of a thing once. */
    private static void checkStatedOnce(List<DatasetRow> rows) {
        var stated = new HashMap<String, DatasetRow>();
        for (var row : rows) {
            var template = Objects.requireNonNull(row.table().claim());
            var earlier =
                    stated.putIfAbsent(row.id() == null ? template.property().apply(row) : "", row);
            if (earlier != null) {
                throw row.invalid(
                        "claim",
                        "'%s' already states this in %s, line %d"
                                .formatted(row.required("claim"), earlier.file(), earlier.line()));
            }
        }
    }
}
