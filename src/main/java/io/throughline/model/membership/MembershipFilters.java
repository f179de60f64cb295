package io.throughline.model.membership;

import static io.throughline.graphql.connection.StandardCriteria.date;
import static io.throughline.graphql.connection.StandardCriteria.id;
import static io.throughline.graphql.connection.StandardCriteria.name;
import static io.throughline.graphql.connection.StandardCriteria.neighbour;
import static io.throughline.graphql.connection.StandardCriteria.property;
import static io.throughline.graphql.connection.StandardCriteria.someOrNone;
import static io.throughline.graphql.connection.StandardCriteria.source;

import io.throughline.graphql.connection.FilterCompiler;
import io.throughline.graphql.connection.FilterCriterion;
import io.throughline.graphql.connection.FilterRegistry;
import io.throughline.graphql.connection.FilterTarget;
import io.throughline.graphql.connection.FilterType;
import io.throughline.graphql.connection.IndexSeek;
import io.throughline.graphql.connection.OrderType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters and orders of {@code graphql/membership.graphqls}, and what they add to those of agents. */
@Configuration(proxyBeanMethods = false)
class MembershipFilters {

    private static final Map<String, FilterCriterion> OF_ORGANIZATIONS = Map.of(
            "members",
            someOrNone(
                    "members", "MembershipFilter", "EXISTS { MATCH ($E)<-[:ORGANIZATION]-($E:Membership) WHERE $E }"),
            "memberCount",
            new MembershipCount("memberCount", MembershipCount.MEMBERS),
            "channelCount",
            new MembershipCount("channelCount", MembershipCount.CHANNELS));

    private final MemberOfCriterion memberOf;
    private final Map<String, FilterCriterion> ofAgents;

    MembershipFilters(TrackIndex tracks) {
        this.memberOf = new MemberOfCriterion(tracks);
        this.ofAgents = Map.of(
                "memberOf",
                memberOf,
                "memberships",
                someOrNone(
                        "memberships", "MembershipFilter", "EXISTS { MATCH ($E)<-[:MEMBER]-($E:Membership) WHERE $E }"),
                "membershipCount",
                new MembershipCount("membershipCount", MembershipCount.ORGANIZATIONS));
    }

    @Bean
    FilterType membershipFilter() {
        return new FilterType(
                "MembershipFilter",
                Map.ofEntries(
                        Map.entry("id", id()),
                        Map.entry("member", neighbour("memberId", "AgentFilter", "MEMBER")),
                        Map.entry("organization", neighbour("organizationId", "OrganizationFilter", "ORGANIZATION")),
                        Map.entry("role", property("role")),
                        Map.entry("via", neighbour("viaIds", "OrganizationFilter")),
                        Map.entry("viaStatus", property("viaStatus")),
                        Map.entry("directness", property("directness")),
                        Map.entry("status", property("status")),
                        Map.entry("validFrom", date("validFrom")),
                        Map.entry("validTo", date("validTo")),
                        Map.entry("holds", MembershipFilters::holds),
                        Map.entry("strength", property("strength")),
                        Map.entry("source", source()),
                        Map.entry("sourceCount", property("sourceCount")),
                        Map.entry("newestEvidence", date("newestEvidence")),
                        Map.entry(FilterRegistry.KNOWN_AT, MembershipFilters::knownAt),
                        Map.entry(AT_PUBLICATION, MembershipFilters::atPublication),
                        Map.entry(LAST_RECORDED, MembershipFilters::lastRecorded)));
    }

    /** Not fields of the schema: the points in time of {@code changes}. */
    static final String AT_PUBLICATION = "atPublication";

    static final String LAST_RECORDED = "lastRecorded";

    @Bean
    FilterType secretariatFilter() {
        return new FilterType(
                "SecretariatFilter",
                Map.of(
                        "id", id(),
                        "name", name(),
                        "organization", neighbour("organizationId", "OrganizationFilter"),
                        "covers", neighbour("coversId", "PlaceFilter")));
    }

    @Bean
    FilterType membershipsOfCities() {
        return new FilterType("CityFilter", ofAgents);
    }

    @Bean
    FilterType membershipsOfRegions() {
        return new FilterType("RegionFilter", ofAgents);
    }

    @Bean
    FilterType membershipsOfAgents() {
        return new FilterType("AgentFilter", ofAgents);
    }

    @Bean
    FilterType membershipsOfOrganizations() {
        return new FilterType("OrganizationFilter", ofAgents);
    }

    @Bean
    FilterType membersOfOrganizations() {
        return new FilterType("OrganizationFilter", OF_ORGANIZATIONS);
    }

    @Bean
    IndexSeek throughOrganizations() {
        return memberOf::candidates;
    }

    @Bean
    OrderType membershipOrder() {
        return new OrderType(
                "MembershipOrder",
                Map.of(
                        "MEMBER", OrderType.property("sortName"),
                        "ORGANIZATION", OrderType.property("organizationSortName"),
                        "ROLE", OrderType.property("role"),
                        "VALID_FROM", OrderType.date("validFrom"),
                        "VALID_TO", OrderType.date("validTo"),
                        "STRENGTH", OrderType.property("strength"),
                        "SOURCE_COUNT", OrderType.property("sourceCount"),
                        "NEWEST_EVIDENCE", OrderType.date("newestEvidence")));
    }

    @Bean
    OrderType secretariatOrder() {
        return new OrderType(
                "SecretariatOrder",
                Map.of("NAME", OrderType.property("sortName"), "ORGANIZATION", OrderType.property("organizationId")));
    }

    @Bean
    OrderType citiesByMemberships() {
        return new OrderType(
                "CityOrder", Map.of("MEMBERSHIP_COUNT", new MembershipCount.Key(MembershipCount.ORGANIZATIONS)));
    }

    @Bean
    OrderType regionsByMemberships() {
        return new OrderType(
                "RegionOrder", Map.of("MEMBERSHIP_COUNT", new MembershipCount.Key(MembershipCount.ORGANIZATIONS)));
    }

    @Bean
    OrderType organizationsByMembers() {
        return new OrderType(
                "OrganizationOrder",
                Map.of(
                        "MEMBERSHIP_COUNT",
                        new MembershipCount.Key(MembershipCount.ORGANIZATIONS),
                        "MEMBER_COUNT",
                        new MembershipCount.Key(MembershipCount.MEMBERS),
                        "CHANNEL_COUNT",
                        new MembershipCount.Key(MembershipCount.CHANNELS)));
    }

    @Bean
    OrderType partnerOrder() {
        return new OrderType(
                "PartnerOrder", Map.of("NAME", ofPartner("sortName"), "CHANNEL_COUNT", ofPartner("channelCount")));
    }

    /** A partner is a row that its statement computes, not what its filter is about. */
    private static OrderType.Key ofPartner(String property) {
        return (target, order, conditions) -> Cypher.property("row", property);
    }

    /** The same as {@link Membership#holdsAt}, in Cypher. */
    private static Condition holds(FilterTarget subject, @Nullable Object value, FilterCompiler conditions) {
        FilterCompiler.given("holds", value);
        var day = conditions.value(FilterCompiler.required(value, "on"));
        var truths = conditions.value(FilterCompiler.required(value, "is"));
        return Cypher.raw(
                        """
                        CASE
                          WHEN coalesce($E < $E, false) OR coalesce($E >= $E, false) THEN 'DOES_NOT_HOLD'
                          WHEN coalesce($E IN $E, false) THEN 'DOES_NOT_HOLD'
                          WHEN NOT coalesce($E <= $E AND $E < $E, false) THEN 'UNKNOWN'
                          WHEN $E = 'NOT_MEMBER' THEN 'DOES_NOT_HOLD'
                          ELSE 'HOLDS'
                        END IN $E""",
                        day,
                        subject.property("notBefore"),
                        day,
                        subject.property("notFrom"),
                        day,
                        subject.property("absentOn"),
                        subject.property("surelyFrom"),
                        day,
                        day,
                        subject.property("surelyUntil"),
                        Cypher.raw("coalesce($E, '')", subject.property("status")),
                        truths)
                .asCondition();
    }

    /** At the publication of a source: what it states held then, unless the source says that it began later. */
    private static Condition atPublication(FilterTarget subject, @Nullable Object value, FilterCompiler conditions) {
        var source = conditions.value(FilterCompiler.required(value, "source"));
        return Cypher.raw(
                        """
                        CASE
                          WHEN $E = $E THEN 'DOES_NOT_HOLD'
                          WHEN EXISTS {
                            MATCH (:Entity {id: $E})<-[stated:SUPPORTS]-(claim:Claim)
                            WHERE claim.sourceId = $E
                              AND claim.rank <> 'DEPRECATED'
                              AND coalesce(stated.status, 'IN_FORCE') = 'IN_FORCE'
                          } THEN 'HOLDS'
                          ELSE 'UNKNOWN'
                        END IN $E""",
                        Cypher.raw("coalesce($E, '')", subject.property("startedAfterId")),
                        source,
                        subject.id(),
                        source,
                        conditions.value(FilterCompiler.required(value, "is")))
                .asCondition();
    }

    /** As last recorded, whatever the day. */
    private static Condition lastRecorded(FilterTarget subject, @Nullable Object value, FilterCompiler conditions) {
        return Cypher.raw(
                        """
                        CASE
                          WHEN $E IN ['ENDED', 'NOT_MEMBER'] OR coalesce($E <= date({timezone: 'UTC'}), false) OR coalesce($E, false) THEN 'DOES_NOT_HOLD'
                          WHEN $E IN ['ANNOUNCED', 'SUSPENDED'] THEN 'UNKNOWN'
                          ELSE 'HOLDS'
                        END IN $E""",
                        Cypher.raw("coalesce($E, '')", subject.property("status")),
                        subject.property("notFrom"),
                        subject.property("lapsed"),
                        Cypher.raw("coalesce($E, '')", subject.property("status")),
                        conditions.value(FilterCompiler.required(value, "is")))
                .asCondition();
    }

    /** Stated by a claim that was known at a moment. */
    private static Condition knownAt(FilterTarget subject, @Nullable Object value, FilterCompiler conditions) {
        var claim = conditions.newTarget("claim");
        return Cypher.raw(
                        "EXISTS { MATCH (:Entity {id: $E})<-[:SUPPORTS]-($E:Claim|Withdrawn) WHERE $E }",
                        subject.id(),
                        claim.name(),
                        MembershipsKnownAt.known(subject, claim, Objects.requireNonNull(value), conditions))
                .asCondition();
    }
}
