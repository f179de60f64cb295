package io.throughline.model.facet;

import java.util.List;
import org.neo4j.driver.Record;

/**
 * The entries of a list, counted by the values of one dimension.
 *
 * @param buckets the most frequent values, most frequent first
 * @param valueCount how many different values there are
 * @param notRecorded entries without a value
 */
record Facet(FacetBy by, List<Bucket> buckets, int valueCount, int notRecorded) {

    /**
     * A value and how many entries have it.
     *
     * @param memberCount how many different agents those entries belong to
     */
    record Bucket(FacetBy by, String value, int count, int memberCount) {}

    static Facet of(Record row) {
        var by = FacetBy.valueOf(row.get("by").asString());
        return new Facet(
                by,
                row.get("buckets")
                        .asList(bucket -> new Bucket(
                                by,
                                bucket.get("value").asString(),
                                bucket.get("count").asInt(),
                                bucket.get("members").asInt())),
                row.get("valueCount").asInt(),
                row.get("notRecorded").asInt());
    }
}
