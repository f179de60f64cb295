package io.throughline.model.membership;

import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.infra.cypher.CypherStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads memberships from their three ends: member, organization and partner. */
@Repository
class MembershipQueries {

    private static final CypherStatement ALL = CypherStatement.in("membership/all-memberships.cypher");
    private static final CypherStatement OF_AGENTS = CypherStatement.in("membership/memberships-of-agents.cypher");
    private static final CypherStatement IN_ORGANIZATIONS =
            CypherStatement.in("membership/members-of-organizations.cypher");
    private static final CypherStatement AS_RECORDED = CypherStatement.in("membership/members-as-recorded.cypher");
    private static final CypherStatement PARTNERS = CypherStatement.in("membership/partners-of-organizations.cypher");
    private static final CypherStatement PARTNERS_AS_RECORDED =
            CypherStatement.in("membership/partners-as-recorded.cypher");
    private static final CypherStatement IN_ORGANIZATIONS_BY_SHORTCUT = byShortcut(IN_ORGANIZATIONS);
    private static final CypherStatement THROUGH_PARTNERS =
            CypherStatement.in("membership/channels-of-organizations.cypher");

    private final ConnectionReader connections;

    MembershipQueries(ConnectionReader connections) {
        this.connections = connections;
    }

    /** All memberships, by id. */
    Connection<Membership> all(ListRequest request) {
        return connections.one(ALL, Map.of(), request, Membership.SELECTED);
    }

    /**
     * The memberships of agents, by name of the organization.
     *
     * @param organizationId only this organization and its tracks; null for any
     */
    Map<String, Connection<Membership>> ofAgents(
            List<String> agentIds,
            @Nullable String organizationId,
            @Nullable List<MembershipRole> roles,
            ListRequest request) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organizationId", organizationId);
        parameters.put("roles", names(roles));
        return connections.each(OF_AGENTS, agentIds, parameters, request, Membership.SELECTED);
    }

    /** The memberships in organizations, by name of the member. */
    Map<String, Connection<Membership>> inOrganizations(
            List<String> organizationIds, @Nullable List<MembershipRole> roles, ListRequest request) {
        var parameters = new HashMap<String, Object>();
        parameters.put("roles", names(roles));
        if (asRecorded(request)) {
            return connections.each(AS_RECORDED, organizationIds, parameters, request, Membership.SELECTED);
        }
        var shortcut = MembershipShortcut.of(request.selection());
        if (shortcut.isEmpty()) {
            return connections.each(IN_ORGANIZATIONS, organizationIds, parameters, request, Membership.SELECTED);
        }
        parameters.put("keys", shortcut.get().keys());
        return connections.each(
                IN_ORGANIZATIONS_BY_SHORTCUT, organizationIds, parameters, request, Membership.SELECTED);
    }

    /**
     * The partners of organizations, by name.
     *
     * @param roles the roles in which an agent is named as a partner
     * @param senses only partners in one of these
     * @param ended whether memberships that have ended count as channels
     */
    Map<String, Connection<Partner>> partners(
            List<String> organizationIds,
            List<MembershipRole> roles,
            List<PartnerSense> senses,
            boolean ended,
            ListRequest request) {
        var keys = Membership.SELECTED.keys(request.selection());
        var parameters = new HashMap<String, Object>();
        parameters.put("roles", names(roles));
        parameters.put("senses", names(senses));
        parameters.put("ended", ended);
        parameters.put("keys", keys);
        return connections.eachComputed(
                asRecorded(request) ? PARTNERS_AS_RECORDED : PARTNERS,
                organizationIds,
                parameters,
                request,
                row -> Partner.of(row, keys));
    }

    /**
     * The memberships via these organizations, by name of the member.
     *
     * @param organizationId only what leads into this one; null for any
     */
    Map<String, Connection<Membership>> through(
            List<String> partnerIds, @Nullable String organizationId, ListRequest request) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organizationId", organizationId);
        return connections.each(THROUGH_PARTNERS, partnerIds, parameters, request, Membership.SELECTED);
    }

    private static CypherStatement byShortcut(CypherStatement statement) {
        return statement.with(slot -> switch (slot.name()) {
            case LOOKUP -> Optional.of("");
            case HOLDER -> Optional.of("link");
            default -> Optional.empty();
        });
    }

    private static boolean asRecorded(ListRequest request) {
        return request.where().get(FilterRegistry.KNOWN_AT) != null;
    }

    private static @Nullable List<String> names(@Nullable List<? extends Enum<?>> words) {
        return words == null
                ? null
                : words.stream().distinct().<String>map(Enum::name).toList();
    }
}
