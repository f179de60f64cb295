package io.throughline.membership;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.agent.Organization;
import io.throughline.agent.Place;
import io.throughline.connection.Connection;
import io.throughline.connection.Page;
import io.throughline.entity.Entity;
import io.throughline.entity.EntityLoader;
import io.throughline.entity.FieldLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
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
            @Nullable String organization, @Nullable List<MembershipRole> role, Page page) {}

    private final EntityLoader entities;
    private final FieldLoader<Arguments, Connection<Membership>> memberships;
    private final FieldLoader<Arguments, Connection<Membership>> members;
    private final FieldLoader<Arguments, Connection<Membership>> channels;

    MembershipController(MembershipQueries queries, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.entities = entities;
        this.memberships = new FieldLoader<>(
                "Agent.memberships",
                loaders,
                (ids, asked) -> queries.ofAgents(ids, asked.organization(), asked.role(), asked.page()));
        this.members = new FieldLoader<>(
                "Organization.members",
                loaders,
                (ids, asked) -> queries.inOrganizations(ids, asked.role(), asked.page()));
        this.channels = new FieldLoader<>(
                "Organization.channels",
                loaders,
                (ids, asked) -> queries.through(ids, asked.organization(), asked.page()));
    }

    @SchemaMapping(typeName = "Agent", field = "memberships")
    CompletableFuture<Connection<Membership>> memberships(
            Entity agent,
            @Argument @Nullable String organization,
            @Argument @Nullable List<MembershipRole> role,
            Page page,
            DataFetchingEnvironment environment) {
        return memberships.load(agent.id(), new Arguments(organization, role, page), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "members")
    CompletableFuture<Connection<Membership>> members(
            Organization organization,
            @Argument @Nullable List<MembershipRole> role,
            Page page,
            DataFetchingEnvironment environment) {
        return members.load(organization.id(), new Arguments(null, role, page), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "partners")
    CompletableFuture<Connection<Membership>> partners(
            Organization organization, Page page, DataFetchingEnvironment environment) {
        return members.load(organization.id(), new Arguments(null, PARTNERS, page), environment);
    }

    @SchemaMapping(typeName = "Organization", field = "channels")
    CompletableFuture<Connection<Membership>> channels(
            Organization partner,
            @Argument @Nullable String organization,
            Page page,
            DataFetchingEnvironment environment) {
        return channels.load(partner.id(), new Arguments(organization, null, page), environment);
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
