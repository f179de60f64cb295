package io.throughline.model.source;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * One property of one thing, as a claim states it.
 *
 * @param aboutId the fact that the claim supports, or the thing itself; it may have been withdrawn
 * @param property e.g. {@code MEMBER} or {@code classification}
 * @param value a text, a whole number or a list of texts; null when the property alone says it
 */
record ClaimStatement(
        String aboutId, String property, @Nullable Object value) {

    /** Who wrote the relationship, which the claim does not state. */
    private static final String ORIGIN = "origin";

    /** For memberships also the first and last day of a date, which follow from it. */
    private static final Pattern NOT_STATED_OF_MEMBERSHIPS = Pattern.compile(ORIGIN + "|.*(Earliest|Latest)");

    private static final Pattern ID = Pattern.compile("Id$");

    /** Reads a row of {@code statements-of-claims.cypher}: by id of the thing, then by property. */
    static List<ClaimStatement> all(Record row) {
        return row.get("supported").asList(Function.identity()).stream()
                .map(supported -> about(supported, row))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ClaimStatement> about(Value supported, Record claim) {
        var id = supported.get("id").asString();
        var stated = new TreeMap<String, @Nullable Object>();
        var membership = supported.get("membership");
        supported.get("values").keys().forEach(key -> {
            var value = supported.get("values").get(key);
            if (membership.isNull()
                    ? !key.equals(ORIGIN)
                    : !NOT_STATED_OF_MEMBERSHIPS.matcher(key).matches()) {
                stated.put(membership.isNull() ? key : ID.matcher(key).replaceFirst(""), Claim.value(value));
            }
        });
        if (!membership.isNull()) {
            stated.put(
                    membership.get("role").asString(),
                    membership.get("organizationId").asString());
            if (!membership.get("viaIds").isEmpty()) {
                stated.put("via", Claim.value(membership.get("viaIds")));
            }
        }
        if (stated.isEmpty()) {
            stated.put(claim.get("property").asString(), Claim.value(claim.get("value")));
        }
        return stated.entrySet().stream()
                .map(each -> new ClaimStatement(id, each.getKey(), each.getValue()))
                .toList();
    }
}
