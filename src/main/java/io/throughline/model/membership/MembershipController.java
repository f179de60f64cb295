package io.throughline.model.membership;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.model.agent.Organization;
import io.throughline.model.agent.Place;
import io.throughline.model.source.Source;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/**
 * Resolves memberships from their three ends, member, organization and partner, of {@code graphql/membership.graphqls}.
 */
@Controller
class MembershipController {

    /** The roles of those who bring members into an organization or support it. */
    private static final List<MembershipRole> PARTNERS = List.of(
            MembershipRole.OFFICIAL_PARTNER,
            MembershipRole.PARTNER,
            MembershipRole.CO_ORGANISER,
            MembershipRole.SUPPORTER);

    private record PartnerArguments(List<PartnerSense> senses, boolean ended, ListRequest request) {}

    private record Arguments(
            @Nullable String organization, @Nullable List<MembershipRole> roles, ListRequest request) {}

    private final MembershipQueries queries;
    private final EntityLoader entities;
    private final FieldLoader<Arguments, Connection<Membership>> memberships;
    private final FieldLoader<Arguments, Connection<Membership>> members;
    private final FieldLoader<PartnerArguments, Connection<Partner>> partners;
    private final FieldLoader<Arguments, Connection<Membership>> channels;

    MembershipController(MembershipQueries queries, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.queries = queries;
        this.entities = entities;
        this.memberships = new FieldLoader<>(
                "Agent.memberships",
                loaders,
                (ids, arguments) ->
                        queries.ofAgents(ids, arguments.organization(), arguments.roles(), arguments.request()));
        this.members = new FieldLoader<>(
                "Organization.members",
                loaders,
                (ids, arguments) -> queries.inOrganizations(ids, arguments.roles(), arguments.request()));
        this.partners = new FieldLoader<>(
                "Organization.partners",
                loaders,
                (ids, arguments) ->
                        queries.partners(ids, PARTNERS, arguments.senses(), arguments.ended(), arguments.request()));
        this.channels = new FieldLoader<>(
                "Organization.channels",
                loaders,
                (ids, arguments) -> queries.through(ids, arguments.organization(), arguments.request()));
    }

    @QueryMapping("memberships")
    Connection<Membership> allMemberships(ListRequest request, MembershipTime time) {
        return queries.all(time.on(request));
    }

    @SchemaMapping(typeName = "Agent", field = "memberships")
    CompletableFuture<Connection<Membership>> memberships(
            Entity agent,
            @Argument @Nullable String organization,
            @Argument @Nullable List<MembershipRole> roles,
            ListRequest request,
            MembershipTime time,
            DataFetchingEnvironment environment) {
        return memberships.load(agent.id(), new Arguments(organization, roles, time.on(request)), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "members")
    CompletableFuture<Connection<Membership>> members(
            Organization organization,
            @Argument @Nullable List<MembershipRole> roles,
            ListRequest request,
            MembershipTime time,
            DataFetchingEnvironment environment) {
        return members.load(organization.id(), new Arguments(null, roles, time.on(request)), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "partners")
    CompletableFuture<Connection<Partner>> partners(
            Organization organization,
            @Argument @Nullable List<PartnerSense> senses,
            ListRequest request,
            MembershipTime time,
            DataFetchingEnvironment environment) {
        var arguments = new PartnerArguments(
                senses == null ? List.of(PartnerSense.values()) : senses,
                // on an earlier day, what has ended since may have held
                time.asOf() != null,
                time.on(request));
        return partners.load(organization.id(), arguments, environment);
    }

    @SchemaMapping(typeName = "Partner", field = "partner")
    CompletableFuture<@Nullable Entity> partner(Partner partner, DataFetchingEnvironment environment) {
        return entities.one(partner.partnerId(), Entity.class, environment);
    }

    @SchemaMapping(typeName = "Partner", field = "organization")
    CompletableFuture<@Nullable Organization> partnersOrganization(
            Partner partner, DataFetchingEnvironment environment) {
        return entities.one(partner.organizationId(), Organization.class, environment);
    }

    @SchemaMapping(typeName = "Organization", field = "channels")
    CompletableFuture<Connection<Membership>> channels(
            Organization partner,
            @Argument @Nullable String organization,
            ListRequest request,
            MembershipTime time,
            DataFetchingEnvironment environment) {
        return channels.load(partner.id(), new Arguments(organization, null, time.on(request)), environment);
    }

    @SchemaMapping
    Truth holdsAt(Membership membership, @Argument LocalDate date) {
        return membership.holdsAt(date);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Source> startedAfter(Membership membership, DataFetchingEnvironment environment) {
        return entities.one(membership.startedAfterId(), Source.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> member(Membership membership, DataFetchingEnvironment environment) {
        return entities.one(membership.memberId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(Membership membership, DataFetchingEnvironment environment) {
        return entities.one(membership.organizationId(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<List<Organization>> via(Membership membership, DataFetchingEnvironment environment) {
        return entities.all(membership.viaIds(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Secretariat> post(Membership membership, DataFetchingEnvironment environment) {
        return entities.one(membership.postId(), Secretariat.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Place> area(Membership membership, DataFetchingEnvironment environment) {
        return entities.one(membership.areaId(), Place.class, environment);
    }
}
