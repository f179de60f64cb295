package io.throughline.membership;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.connection.BadArgument;
import io.throughline.connection.Connection;
import io.throughline.connection.Listing;
import io.throughline.date.Truth;
import io.throughline.entity.FieldLoader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Who came and who left, in {@code graphql/membership.graphqls}. */
@Controller
class ChangesController {

    private static final List<MembershipRole> COUNTED = List.of(MembershipRole.MEMBER, MembershipRole.SIGNATORY);

    private final FieldLoader<Listing, Connection<Membership>> members;

    ChangesController(MembershipQueries queries, BatchLoaderRegistry loaders) {
        this.members = new FieldLoader<>(
                "MembershipChanges", loaders, (ids, listing) -> queries.inOrganizations(ids, COUNTED, listing));
    }

    @QueryMapping
    MembershipChanges changes(
            @Argument String organization,
            @Argument @Nullable Map<String, Object> where,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable String since,
            @Argument @Nullable LocalDate to) {
        if (from == null && since == null || from != null && since != null) {
            throw new BadArgument("from", from, "either a day as from, or a source as since");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadArgument("to", to, "a day that is not before from, " + from);
        }
        return new MembershipChanges(
                organization,
                where == null ? Map.of() : where,
                from == null
                        ? new MembershipChanges.Point(
                                MembershipFilters.AT_PUBLICATION, Map.of("source", String.valueOf(since)))
                        : new MembershipChanges.Point("holds", Map.of("on", from)),
                to == null
                        ? new MembershipChanges.Point(MembershipFilters.LAST_RECORDED, Map.of())
                        : new MembershipChanges.Point("holds", Map.of("on", to)));
    }

    @SchemaMapping
    CompletableFuture<Connection<Membership>> added(
            MembershipChanges changes, Listing page, DataFetchingEnvironment environment) {
        return load(changes, changes.both(Truth.DOES_NOT_HOLD, Truth.HOLDS, page), environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<Membership>> removed(
            MembershipChanges changes, Listing page, DataFetchingEnvironment environment) {
        return load(changes, changes.both(Truth.HOLDS, Truth.DOES_NOT_HOLD, page), environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<Membership>> stayed(
            MembershipChanges changes, Listing page, DataFetchingEnvironment environment) {
        return load(changes, changes.both(Truth.HOLDS, Truth.HOLDS, page), environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<Membership>> unknown(
            MembershipChanges changes, Listing page, DataFetchingEnvironment environment) {
        return load(changes, changes.unknown(page), environment);
    }

    private CompletableFuture<Connection<Membership>> load(
            MembershipChanges changes, Listing listing, DataFetchingEnvironment environment) {
        return members.load(changes.organizationId(), listing, environment);
    }
}
