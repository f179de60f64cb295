package io.throughline.model.membership;

import io.throughline.graphql.connection.ListRequest;
import io.throughline.reference.date.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memberships in an organization at two points in time.
 *
 * @param where a {@code MembershipFilter} that limits them
 */
record MembershipChanges(String organizationId, Map<String, Object> where, Point first, Point last) {

    /** A point in time, as the criterion of a {@code MembershipFilter} that selects what held then. */
    record Point(String criterion, Map<String, Object> value) {

        Map<String, Object> is(Truth truth) {
            var fields = new HashMap<>(value);
            fields.put("is", List.of(truth.name()));
            return Map.of(criterion, fields);
        }
    }

    /** The memberships with this truth at the first point and this one at the last. */
    ListRequest where(Truth atFirst, Truth atLast, ListRequest page) {
        return request(Map.of("and", List.of(where, first.is(atFirst), last.is(atLast))), page);
    }

    /** The memberships that are unknown at one of the two points. */
    ListRequest unknown(ListRequest page) {
        return request(
                Map.of("and", List.of(where), "or", List.of(first.is(Truth.UNKNOWN), last.is(Truth.UNKNOWN))), page);
    }

    private static ListRequest request(Map<String, Object> where, ListRequest page) {
        return new ListRequest(
                page.list(), "MembershipFilter", where, null, List.of(), page.page(), page.fields(), page.selection());
    }
}
