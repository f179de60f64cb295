package io.throughline.export;

import io.throughline.model.membership.Membership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * A membership with all its claims.
 *
 * @param memberName null if the member is no longer visible
 * @param organizationName null if the organization is no longer visible
 * @param postName name of the post the member holds; null for none
 * @param claims in order of id
 */
record ClaimedMembership(
        Membership membership,
        @Nullable String memberName,
        @Nullable String organizationName,
        @Nullable String postName,
        List<Claimed> claims) {

    /**
     * What one source says about a membership: text, numbers and booleans under the names of the schema, without values
     * that are not recorded.
     *
     * @param claim the claim itself
     * @param stated what it says about the membership
     * @param source its source; empty if the source is no longer visible
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
