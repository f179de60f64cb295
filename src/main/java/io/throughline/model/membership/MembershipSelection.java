package io.throughline.model.membership;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.ListRequest;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of all memberships are requested.
 *
 * @param where a {@code MembershipFilter} that includes the two time axes; empty for all
 * @param asOf the day on which they must have held; null for any
 */
public record MembershipSelection(
        Map<String, Object> where, @Nullable LocalDate asOf) {

    /** Reads the arguments of the field {@code memberships}. */
    public static MembershipSelection of(DataFetchingEnvironment environment) {
        var time = MembershipTime.of(environment);
        return new MembershipSelection(time.on(ListRequest.of(environment)).where(), time.asOf());
    }
}
