package io.throughline.model.membership;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two time axes by which memberships are selected: when they held, and when that was recorded.
 *
 * @param asOf the day on which they held; null for any
 * @param undated what to do with those for which that is unknown; no effect without a day
 * @param knownAt the moment by which they had been recorded; null for now
 */
public record MembershipTime(
        @Nullable LocalDate asOf, Undated undated, @Nullable OffsetDateTime knownAt) {

    /** At any time, as recorded now. */
    public static final MembershipTime NONE = new MembershipTime(null, Undated.INCLUDE, null);

    /** What to do with memberships when it is unknown whether they held on the day. */
    public enum Undated {
        INCLUDE,
        EXCLUDE
    }

    /** Reads the arguments of the field being fetched. */
    static MembershipTime of(DataFetchingEnvironment environment) {
        String undated = environment.getArgument("undated");
        return new MembershipTime(
                environment.getArgument("asOf"),
                undated == null ? Undated.INCLUDE : Undated.valueOf(undated),
                environment.getArgument("knownAt"));
    }

    /** The request with these conditions added. */
    ListRequest on(ListRequest request) {
        return request.and("holds", asOf == null ? null : Map.of("on", asOf, "is", truths()))
                .and(FilterRegistry.KNOWN_AT, knownAt);
    }

    /** Reads the fields of an input object. */
    static MembershipTime of(Map<String, Object> arguments) {
        return new MembershipTime(
                (LocalDate) arguments.get("asOf"),
                arguments.get("undated") == null
                        ? Undated.INCLUDE
                        : Undated.valueOf(arguments.get("undated").toString()),
                null);
    }

    /** The fields of a {@code MembershipFilter} for the day; empty without a day. */
    Map<String, Object> filter() {
        return asOf == null ? Map.of() : Map.of("holds", Map.of("on", asOf, "is", truths()));
    }

    /** Whether all these memberships can have held on the day. */
    public boolean allows(List<Membership> all) {
        return asOf == null
                || all.stream()
                        .allMatch(each -> truths().contains(each.holdsAt(asOf).name()));
    }

    /** The names of the {@link Truth} values to select on the day. */
    List<String> truths() {
        return undated == Undated.EXCLUDE
                ? List.of(Truth.HOLDS.name())
                : List.of(Truth.HOLDS.name(), Truth.UNKNOWN.name());
    }
}
