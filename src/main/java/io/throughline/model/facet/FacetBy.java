package io.throughline.model.facet;

import io.throughline.graphql.connection.FilterTarget;
import io.throughline.model.membership.MemberOfCriterion;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/** The dimensions by which the entries of a list of agents, memberships or pledges can be counted. */
enum FacetBy {
    COUNTRY("countryId"),
    STATE("stateId"),
    WORLD_REGION("worldRegionId"),
    POPULATION_CLASS("populationClass"),
    KIND("kind"),
    ORGANIZATION("organizationId"),
    PARTNER("viaIds"),
    ROLE("role"),
    START_YEAR("validFromEarliest"),
    TARGET_YEAR("targetYear"),
    TARGET_KIND("kind"),
    PLEDGED_UNDER("underId"),
    SOURCE("sourceIds"),
    STRENGTH("strength");

    private final String property;

    FacetBy(String property) {
        this.property = property;
    }

    /** Whether the values are ids. */
    boolean ofEntities() {
        return property.endsWith("Id") || property.endsWith("Ids");
    }

    /**
     * The values of an entry, as a list.
     *
     * @param membership the membership, in a list of memberships; otherwise null
     * @param pledge the pledge, in a list of pledges; otherwise null
     */
    Expression values(FilterTarget agent, @Nullable FilterTarget membership, @Nullable FilterTarget pledge) {
        return switch (this) {
            case TARGET_YEAR, TARGET_KIND, PLEDGED_UNDER -> pledge == null ? ofPledges(agent) : of(pledge);
            case ORGANIZATION, PARTNER, ROLE, START_YEAR, SOURCE, STRENGTH ->
                membership == null ? ofMemberships(agent) : of(membership);
            default -> of(agent);
        };
    }

    private Expression of(FilterTarget subject) {
        return switch (this) {
            case PARTNER, SOURCE -> Cypher.raw("coalesce($E, [])", subject.property(property));
            default -> {
                var value = value(subject);
                yield Cypher.raw("CASE WHEN $E IS NULL THEN [] ELSE [$E] END", value, value);
            }
        };
    }

    private Expression ofMemberships(FilterTarget agent) {
        var link = new FilterTarget("link", "membershipId");
        return Cypher.raw(
                "COLLECT { MATCH ($E)-[link:MEMBER_OF]->() WHERE %s UNWIND $E AS value RETURN DISTINCT value }"
                        .formatted(this == ROLE ? "true" : MemberOfCriterion.COUNTS.replace("$E", "link")),
                agent.name(),
                of(link));
    }

    private Expression ofPledges(FilterTarget agent) {
        var value = value(new FilterTarget("promise", "id"));
        return Cypher.raw(
                "COLLECT { MATCH ($E)<-[:ABOUT]-(promise:Pledge) WHERE $E IS NOT NULL RETURN DISTINCT $E }",
                agent.name(),
                value,
                value);
    }

    private Expression value(FilterTarget subject) {
        return switch (this) {
            case START_YEAR -> startYear(subject);
            case TARGET_YEAR -> Cypher.raw("toString($E)", subject.property(property));
            default -> subject.property(property);
        };
    }

    /** Null for a start that could be in either of two years. */
    private static Expression startYear(FilterTarget membership) {
        var earliest = membership.property("validFromEarliest");
        return Cypher.raw(
                "CASE WHEN $E.year = $E.year THEN toString($E.year) END",
                earliest,
                membership.property("validFromLatest"),
                earliest);
    }
}
