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

/** Memberships and their three ends in {@code graphql/membership.graphqls}. */
@Controller
class MembershipController {

    /** The roles by which others come into an organization or that help it along. */
    private static final List<MembershipRole> PARTNERS = List.of(
            MembershipRole.OFFICIAL_PARTNER,
            MembershipRole.PARTNER,
            MembershipRole.CO_ORGANISER,
            MembershipRole.SUPPORTER);

    private record Arguments(
            @Nullable String organization, @Nullable List<MembershipRole> role, ListRequest listing) {}

    private final MembershipQueries queries;
    private final EntityLoader entities;
    private final FieldLoader<Arguments, Connection<Membership>> memberships;
    private final FieldLoader<Arguments, Connection<Membership>> members;
    private final FieldLoader<ListRequest, Connection<Membership>> partners;
    private final FieldLoader<Arguments, Connection<Membership>> channels;

    MembershipController(MembershipQueries queries, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.queries = queries;
        this.entities = entities;
        this.memberships = new FieldLoader<>(
                "Agent.memberships",
                loaders,
                (ids, asked) -> queries.ofAgents(ids, asked.organization(), asked.role(), asked.listing()));
        this.members = new FieldLoader<>(
                "Organization.members",
                loaders,
                (ids, asked) -> queries.inOrganizations(ids, asked.role(), asked.listing()));
        this.partners = new FieldLoader<>(
                "Organization.partners", loaders, (ids, listing) -> queries.partners(ids, PARTNERS, listing));
        this.channels = new FieldLoader<>(
                "Organization.channels",
                loaders,
                (ids, asked) -> queries.through(ids, asked.organization(), asked.listing()));
    }

    @QueryMapping("memberships")
    Connection<Membership> allMemberships(ListRequest listing, MembershipTime time) {
        return queries.all(time.on(listing));
    }

    @SchemaMapping(typeName = "Agent", field = "memberships")
    CompletableFuture<Connection<Membership>> memberships(
            Entity agent,
            @Argument @Nullable String organization,
            @Argument @Nullable List<MembershipRole> role,
            ListRequest listing,
            MembershipTime time,
            DataFetchingEnvironment environment) {
        return memberships.load(agent.id(), new Arguments(organization, role, time.on(listing)), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "members")
    CompletableFuture<Connection<Membership>> members(
            Organization organization,
            @Argument @Nullable List<MembershipRole> role,
            ListRequest listing,
            MembershipTime time,
            DataFetchingEnvironment environment) {
        return members.load(organization.id(), new Arguments(null, role, time.on(listing)), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "partners")
    CompletableFuture<Connection<Membership>> partners(
            Organization organization, ListRequest listing, MembershipTime time, DataFetchingEnvironment environment) {
        return partners.load(organization.id(), time.on(listing), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "channels")
    CompletableFuture<Connection<Membership>> channels(
            Organization partner,
            @Argument @Nullable String organization,
            ListRequest listing,
            MembershipTime time,
            DataFetchingEnvironment environment) {
        return channels.load(partner.id(), new Arguments(organization, null, time.on(listing)), environment);
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
