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
 * The two axes of time on which memberships can be asked for: when they held, and when that was on record.
 *
 * @param asOf the day on which they held; null for any
 * @param undated what to do with those of which nobody can tell whether they held then; of no effect without a day
 * @param knownAt the moment by which they had been recorded; null for now
 */
public record MembershipTime(
        @Nullable LocalDate asOf, Undated undated, @Nullable OffsetDateTime knownAt) {

    /** At any time, as recorded now. */
    static final MembershipTime NONE = new MembershipTime(null, Undated.INCLUDE, null);

    /** What to do with memberships of which nobody can tell whether they held on the day asked for. */
    enum Undated {
        INCLUDE,
        EXCLUDE
    }

    /** Reads the arguments of the field that is fetched. */
    static MembershipTime of(DataFetchingEnvironment environment) {
        String undated = environment.getArgument("undated");
        return new MembershipTime(
                environment.getArgument("asOf"),
                undated == null ? Undated.INCLUDE : Undated.valueOf(undated),
                environment.getArgument("knownAt"));
    }

    /** A list with these conditions added. */
    ListRequest on(ListRequest listing) {
        return listing.and("holds", asOf == null ? null : Map.of("on", asOf, "is", truths()))
                .and(FilterRegistry.KNOWN_AT, knownAt);
    }

    /**
     * The time that an input object asks for.
     *
     * @throws BadArgument as the constructor does
     */
    static MembershipTime in(Map<String, Object> asked) {
        return new MembershipTime(
                (LocalDate) asked.get("asOf"),
                asked.get("undated") == null
                        ? Undated.INCLUDE
                        : Undated.valueOf(asked.get("undated").toString()),
                null);
    }

    /** The fields of a {@code MembershipFilter} for the day; none when there is none. */
    Map<String, Object> filter() {
        return asOf == null ? Map.of() : Map.of("holds", Map.of("on", asOf, "is", truths()));
    }

    /** Whether all of some memberships can have held on the day. */
    public boolean allows(List<Membership> all) {
        return asOf == null
                || all.stream()
                        .allMatch(each -> truths().contains(each.holdsAt(asOf).name()));
    }

    /** What may be said of a membership on the day, in words of {@link Truth}. */
    List<String> truths() {
        return undated == Undated.EXCLUDE
                ? List.of(Truth.HOLDS.name())
                : List.of(Truth.HOLDS.name(), Truth.UNKNOWN.name());
    }
}
