package io.throughline.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file: its columns, and the node each of its lines becomes.
 *
 * @param files the file, or the folder with several, below {@code dataset/}
 * @param labels those of the node of a line, besides {@code Entity}
 * @param allLabels every label that a line of this kind can get, for taking off those it no longer has
 * @param id of the node of a line; {@code null} when a line makes no node of its own
 * @param about what the claim of a line speaks about; {@code null} in files of things, which hold no claims
 */
record DatasetTable(
        String files,
        List<DatasetColumn> columns,
        Function<DatasetRow, List<String>> labels,
        List<String> allLabels,
        @Nullable Function<DatasetRow, String> id,
        @Nullable About about) {

    /**
     * What the claim of a line says.
     *
     * @param subject column with the id of what it speaks about
     * @param property what is said, e.g. the role of a membership
     * @param value column with the value, if there is one
     */
    record About(
            String subject,
            Function<DatasetRow, String> property,
            @Nullable String value) {}

    /** A file of things, with a column {@code id}. */
    static DatasetTable things(String file, String label, DatasetColumn... columns) {
        return new DatasetTable(
                file, withId(columns), row -> List.of(label), List.of(label), DatasetTable::ownId, null);
    }

    /** A file of facts, with a column {@code id} and the evidence. */
    static DatasetTable facts(String file, String label, About about, DatasetColumn... columns) {
        return new DatasetTable(
                file, withEvidence(withId(columns)), row -> List.of(label), List.of(label), DatasetTable::ownId, about);
    }

    /** A file of facts whose id is made of what they are. */
    static DatasetTable facts(
            String file, String label, About about, Function<DatasetRow, String> id, DatasetColumn... columns) {
        return new DatasetTable(file, withEvidence(List.of(columns)), row -> List.of(label), List.of(label), id, about);
    }

    /** The same with labels that depend on the line. */
    DatasetTable labelled(Function<DatasetRow, List<String>> by, String... all) {
        return new DatasetTable(files, columns, by, List.of(all), id, about);
    }

    /** Whether a file, named below {@code dataset/}, is of this kind. */
    boolean holds(String file) {
        return file.equals(files) || file.startsWith(files + "/");
    }

    /** Whether its lines end in the evidence columns. */
    boolean hasEvidence() {
        return about != null;
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
