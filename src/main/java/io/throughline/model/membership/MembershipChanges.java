package io.throughline.model.membership;

import io.throughline.graphql.connection.ListRequest;
import io.throughline.reference.date.Truth;
import java.util.List;
import java.util.Map;

/**
 * The memberships in an organization at two points in time.
 *
 * @param where a {@code MembershipFilter} for those to look at
 */
record MembershipChanges(String organizationId, Map<String, Object> where, Point first, Point last) {

    /** A point in time, as the criterion of a {@code MembershipFilter} that tells what held then. */
    record Point(String criterion, Map<String, Object> value) {

        Map<String, Object> is(Truth truth) {
            var asked = new java.util.HashMap<>(value);
            asked.put("is", List.of(truth.name()));
            return Map.of(criterion, asked);
        }
    }

    /** Those of which one thing is true at the first point and one at the last. */
    ListRequest both(Truth atFirst, Truth atLast, ListRequest page) {
        return listing(Map.of("and", List.of(where, first.is(atFirst), last.is(atLast))), page);
    }

    /** Those of which nobody can tell for one of the points. */
    ListRequest unknown(ListRequest page) {
        return listing(
                Map.of("and", List.of(where), "or", List.of(first.is(Truth.UNKNOWN), last.is(Truth.UNKNOWN))), page);
    }

    private static ListRequest listing(Map<String, Object> where, ListRequest page) {
        return new ListRequest(
                page.list(), "MembershipFilter", where, null, List.of(), page.page(), page.fields(), page.selection());
    }
}
