package io.throughline.dataset;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.ByteArrayList;

/** The ids of a dataset besides those of claims, each with its first line and the kind of node that it identifies. */
final class DatasetThings {

    /**
     * A kind of node.
     *
     * @param labels besides {@code Entity}
     */
    private record Kind(DatasetTable table, List<String> labels) {}

    private final FirstLines lines;
    /** The number of the kind of each id. */
    private final ByteArrayList kinds = new ByteArrayList();

    private final List<Kind> allKinds = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();

    DatasetThings(DatasetFiles files) {
        this.lines = new FirstLines(files);
    }

    /**
     * Adds the id of a row, unless another row had it.
     *
     * @return whether it was added
     */
    boolean add(String id, DatasetRow row) {
        if (!lines.add(id, row)) {
            return false;
        }
        var kind = kindOf(row);
        kinds.add((byte) kind);
        counts.set(kind, counts.get(kind) + 1);
        return true;
    }

    private int kindOf(DatasetRow row) {
        var labels = row.table().labels().apply(row);
        for (var i = 0; i < allKinds.size(); i++) {
            if (allKinds.get(i).table().equals(row.table())
                    && allKinds.get(i).labels().equals(labels)) {
                return i;
            }
        }
        allKinds.add(new Kind(row.table(), labels));
        counts.add(0L);
        return allKinds.size() - 1;
    }

    FirstLines lines() {
        return lines;
    }

    /** The table that the first line with an id belongs to. */
    DatasetTable table(int number) {
        return kind(number).table();
    }

    private Kind kind(int number) {
        return allKinds.get(kinds.get(number));
    }

    /** Whether a row was the first with its id. */
    boolean isFirst(String id, DatasetRow row) {
        return lines.isFirst(id, row);
    }

    /** Whether an id is that of a node with a label; every node has the label {@code Entity}. */
    boolean has(String id, String label) {
        var number = lines.find(id);
        return number != FirstLines.NONE
                && (label.equals("Entity") || kind(number).labels().contains(label));
    }

    /** How many nodes have a label. */
    long count(String label) {
        var count = 0L;
        for (var i = 0; i < allKinds.size(); i++) {
            if (allKinds.get(i).labels().contains(label)) {
                count += counts.get(i);
            }
        }
        return count;
    }
}
