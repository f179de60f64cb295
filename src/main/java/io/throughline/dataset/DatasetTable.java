package io.throughline.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table of the dataset: its columns, and the node that each row becomes.
 *
 * @param files the file, or the folder with several files, below {@code dataset/}; see {@link #fileOfList} for those of lists
 * @param label by which the nodes of its rows are found; {@code null} when a row does not become a node of its own
 * @param labels the labels of a row's node, besides {@code Entity}
 * @param allLabels every label that a row's node can have, so that labels it no longer has are removed
 * @param id the id of a row's node; {@code null} when a row does not become a node of its own
 * @param claim the claim that a row makes; {@code null} in tables of entities, which make no claims
 */
record DatasetTable(
        String files,
        @Nullable String label,
        List<DatasetColumn> columns,
        Function<DatasetRow, List<String>> labels,
        List<String> allLabels,
        @Nullable Function<DatasetRow, String> id,
        @Nullable ClaimTemplate claim) {

    private static final String SUFFIX = ".csv";

    /**
     * How the claim of a row is made.
     *
     * @param subject the column with the id of the subject
     * @param property what is stated about the subject, e.g. the role of a membership
     * @param value the column with the value; null if there is none
     */
    record ClaimTemplate(
            String subject,
            Function<DatasetRow, String> property,
            @Nullable String value) {}

    /** A table of entities, with a column {@code id}. */
    static DatasetTable entities(String file, String label, DatasetColumn... columns) {
        return new DatasetTable(
                file, label, withId(columns), row -> List.of(label), List.of(label), DatasetTable::ownId, null);
    }

    /** A table of facts, with a column {@code id} and the evidence columns. */
    static DatasetTable facts(String file, String label, ClaimTemplate claim, DatasetColumn... columns) {
        return new DatasetTable(
                file,
                label,
                withEvidence(withId(columns)),
                row -> List.of(label),
                List.of(label),
                DatasetTable::ownId,
                claim);
    }

    /** A table of facts whose ids are derived from other columns. */
    static DatasetTable facts(
            String file, String label, ClaimTemplate claim, Function<DatasetRow, String> id, DatasetColumn... columns) {
        return new DatasetTable(
                file, label, withEvidence(List.of(columns)), row -> List.of(label), List.of(label), id, claim);
    }

    /** This table with labels that depend on the row. */
    DatasetTable labelled(Function<DatasetRow, List<String>> byRow, String... all) {
        return new DatasetTable(files, label, columns, byRow, List.of(all), id, claim);
    }

    /**
     * Whether the file at this path below {@code dataset/} belongs to this table. A list can have files of its own, which
     * belong to the same tables.
     */
    boolean holds(String path) {
        var ofList = DatasetFiles.withinList(path);
        return ofList == null ? path.equals(files) || path.startsWith(files + "/") : ofList.equals(fileOfList());
    }

    /** The name of its file in the folder of a list, where all memberships are in one file; null if a list has none. */
    @Nullable String fileOfList() {
        if (equals(DatasetTables.DATASET)) {
            return null;
        }
        return files.endsWith(SUFFIX) ? files : files + SUFFIX;
    }

    /** Whether its rows end with the evidence columns. */
    boolean hasEvidence() {
        return claim != null;
    }

    static List<DatasetColumn> withEvidence(List<DatasetColumn> columns) {
        var all = new ArrayList<>(columns);
        all.addAll(EvidenceColumns.COLUMNS);
        return all;
    }

    private static List<DatasetColumn> withId(DatasetColumn... columns) {
        var all = new ArrayList<DatasetColumn>();
        all.add(DatasetColumn.id("id"));
        all.addAll(List.of(columns));
        return all;
    }

    private static String ownId(DatasetRow row) {
        return row.required("id");
    }
}
