package io.throughline.export;

import io.throughline.model.membership.Membership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A membership and all that is claimed of it.
 *
 * @param memberName null when the member is not shown any more
 * @param organizationName null when the organization is not shown any more
 * @param postName of the post it is held by; null for none
 * @param claims by id
 */
record ClaimedMembership(
        Membership membership,
        @Nullable String memberName,
        @Nullable String organizationName,
        @Nullable String postName,
        List<Claimed> claims) {

    /**
     * What one source says of a membership; texts, numbers and booleans by the names of the schema, without what is not
     * recorded.
     *
     * @param claim the claim itself
     * @param stated what it says of the membership
     * @param source where it stands; empty when the source is not shown any more
     */
    record Claimed(Map<String, Object> claim, Map<String, Object> stated, Map<String, Object> source) {

        private static Claimed of(Value row) {
            return new Claimed(known(row.get("claim")), known(row.get("stated")), known(row.get("source")));
        }
    }

    /** Reads a row of {@code memberships-with-claims.cypher}. */
    static ClaimedMembership of(Record row) {
        return new ClaimedMembership(
                Membership.of(row.get("membership")),
                text(row.get("member")),
                text(row.get("organization")),
                text(row.get("post")),
                row.get("claims").asList(Claimed::of));
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    private static Map<String, Object> known(Value map) {
        var known = new LinkedHashMap<String, Object>();
        if (!map.isNull()) {
            map.keys().forEach(key -> {
                var value = map.get(key);
                if (!value.isNull()) {
                    known.put(
                            key,
                            key.equals("recordedAt") ? value.asZonedDateTime().toInstant() : value.asObject());
                }
            });
        }
        return known;
    }
}
