package io.throughline.dataset;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A dataset that was checked: which of its rows become nodes and relationships. It has some 50 bytes for each id, and reads the
 * rows again when they are written. Can be used by several threads.
 */
final class DatasetPlan {

    private final DatasetThings things;
    private final FirstLines claims;
    private final BitSet claimsAboutSeveral;
    private final Map<String, List<DatasetRow>> groups;
    private final DatasetMapper mapper;
    private final Map<String, Long> rowCounts;

    /**
     * Collects what is known after a check.
     *
     * @param claimsAboutSeveral the numbers of the claims about several entities
     * @param groups rows that complete each other, by the id of the node or by the key of the relationship
     * @param rowCounts how many rows each table has, by its files
     */
    DatasetPlan(
            DatasetThings things,
            FirstLines claims,
            BitSet claimsAboutSeveral,
            Map<String, List<DatasetRow>> groups,
            DatasetMapper mapper,
            Map<String, Long> rowCounts) {
        this.things = things;
        this.claims = claims;
        this.claimsAboutSeveral = claimsAboutSeveral;
        this.groups = groups;
        this.mapper = mapper;
        this.rowCounts = rowCounts;
    }

    /** How many rows all files have together. */
    long rowCount() {
        return rowCounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many rows the files of a table have together. */
    long rowCount(DatasetTable table) {
        return rowCounts.getOrDefault(table.files(), 0L);
    }

    /** How many nodes have a label, besides identifiers. */
    long count(String label) {
        return label.equals("Claim") ? claims.size() : things.count(label);
    }

    /** Whether there is a node with this id and label. */
    boolean has(String id, String label) {
        return things.has(id, label) || label.equals("Claim") && claims.find(id) != FirstLines.NONE;
    }

    /** The nodes and relationships that some rows become; those that several rows become belong to the first of them. */
    DatasetGraph graph(List<DatasetRow> rows) {
        var graph = new DatasetGraph();
        for (var row : rows) {
            var id = row.id();
            if (id != null && things.isFirst(id, row)) {
                groups.getOrDefault(id, List.of(row)).forEach(each -> mapper.addNode(each, id, graph));
            }
            if (row.table().hasEvidence()) {
                addClaim(row, graph);
            }
        }
        return graph;
    }

    private void addClaim(DatasetRow row, DatasetGraph graph) {
        var id = row.required("claim");
        if (claims.isFirst(id, row)) {
            mapper.addClaim(row, claimsAboutSeveral.get(claims.find(id)), graph);
        }
        var group = groups.getOrDefault(supportKey(row), List.of(row));
        if (group.get(0).equals(row)) {
            group.forEach(each -> mapper.addSupport(each, graph));
        }
    }

    /** What identifies the relationship from the claim of a row to what it supports; never an id. */
    static String supportKey(DatasetRow row) {
        return row.required("claim") + " " + row.supported();
    }

    /** The ids of the nodes that some rows of a table become. */
    Collection<String> ids(List<DatasetRow> rows) {
        var ids = new LinkedHashSet<String>();
        for (var row : rows) {
            var id = row.id();
            if (id != null && things.isFirst(id, row)) {
                ids.add(id);
            }
        }
        return ids;
    }
}
