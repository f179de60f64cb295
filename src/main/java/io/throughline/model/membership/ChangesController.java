package io.throughline.model.membership;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.model.agent.Organization;
import io.throughline.model.source.Source;
import io.throughline.reference.date.Truth;
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

/** Resolves {@code changes}, who joined and who left, of {@code graphql/membership.graphqls}. */
@Controller
class ChangesController {

    private static final List<MembershipRole> COUNTED = List.of(MembershipRole.MEMBER, MembershipRole.SIGNATORY);

    private final EntityLoader entities;
    private final FieldLoader<ListRequest, Connection<Membership>> members;

    ChangesController(MembershipQueries queries, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.entities = entities;
        this.members = new FieldLoader<>(
                "MembershipChanges", loaders, (ids, request) -> queries.inOrganizations(ids, COUNTED, request));
    }

    @QueryMapping
    CompletableFuture<MembershipChanges> changes(
            @Argument String organization,
            @Argument @Nullable Map<String, Object> where,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable String sinceSource,
            @Argument @Nullable LocalDate to,
            DataFetchingEnvironment environment) {
        if (from == null && sinceSource == null || from != null && sinceSource != null) {
            throw new InvalidArgumentException(
                    "from", from, "either from (a day) or sinceSource (the id of a source), not both");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidArgumentException("to", to, "a day that is not before from, " + from);
        }
        var changes = new MembershipChanges(
                organization,
                where == null ? Map.of() : where,
                from == null
                        ? new MembershipChanges.Point(
                                MembershipFilters.AT_PUBLICATION, Map.of("source", String.valueOf(sinceSource)))
                        : new MembershipChanges.Point("holds", Map.of("on", from)),
                to == null
                        ? new MembershipChanges.Point(MembershipFilters.LAST_RECORDED, Map.of())
                        : new MembershipChanges.Point("holds", Map.of("on", to)));
        return entities.one(organization, Organization.class, environment)
                .thenCombine(entities.one(sinceSource, Source.class, environment), (found, source) -> {
                    if (found == null) {
                        throw new InvalidArgumentException("organization", organization, "the id of an organization");
                    }
                    if (sinceSource != null && source == null) {
                        throw new InvalidArgumentException("sinceSource", sinceSource, "the id of a source");
                    }
                    return changes;
                });
    }

    @SchemaMapping
    CompletableFuture<Connection<Membership>> added(
            MembershipChanges changes, ListRequest page, DataFetchingEnvironment environment) {
        return load(changes, changes.where(Truth.DOES_NOT_HOLD, Truth.HOLDS, page), environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<Membership>> removed(
            MembershipChanges changes, ListRequest page, DataFetchingEnvironment environment) {
        return load(changes, changes.where(Truth.HOLDS, Truth.DOES_NOT_HOLD, page), environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<Membership>> stayed(
            MembershipChanges changes, ListRequest page, DataFetchingEnvironment environment) {
        return load(changes, changes.where(Truth.HOLDS, Truth.HOLDS, page), environment);
    }

    @SchemaMapping
    CompletableFuture<Connection<Membership>> unknown(
            MembershipChanges changes, ListRequest page, DataFetchingEnvironment environment) {
        return load(changes, changes.unknown(page), environment);
    }

    private CompletableFuture<Connection<Membership>> load(
            MembershipChanges changes, ListRequest request, DataFetchingEnvironment environment) {
        return members.load(changes.organizationId(), request, environment);
    }
}
