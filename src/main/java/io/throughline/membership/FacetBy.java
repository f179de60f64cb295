package io.throughline.membership;

import io.throughline.connection.Subject;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/** By what the entries of a list of agents or memberships can be counted. */
enum FacetBy {
    COUNTRY("countryId"),
    STATE("stateId"),
    WORLD_REGION("worldRegionId"),
    POPULATION_CLASS("populationClass"),
    KIND("kind"),
    ORGANIZATION("organizationId"),
    ROLE("role"),
    START_YEAR("validFromEarliest");

    private final String property;

    FacetBy(String property) {
        this.property = property;
    }

    /** Whether the values are ids. */
    boolean ofEntities() {
        return property.endsWith("Id");
    }

    /**
     * The list of the values of an entry.
     *
     * @param membership the membership in a list of these; null in a list of agents
     */
    Expression values(Subject agent, @Nullable Subject membership) {
        return switch (this) {
            case ORGANIZATION, ROLE, START_YEAR -> membership == null ? ofAll(agent) : of(membership);
            default -> of(agent);
        };
    }

    private Expression of(Subject subject) {
        var value = value(subject);
        return Cypher.raw("CASE WHEN $E IS NULL THEN [] ELSE [$E] END", value, value);
    }

    private Expression ofAll(Subject agent) {
        var link = new Subject("link", "membershipId");
        return Cypher.raw(
                "COLLECT { MATCH ($E)-[link:MEMBER_OF]->() WHERE %s AND $E IS NOT NULL RETURN DISTINCT $E }"
                        .formatted(this == ROLE ? "true" : MemberOf.COUNTS.replace("$E", "link")),
                agent.name(),
                value(link),
                value(link));
    }

    private Expression value(Subject subject) {
        return this == START_YEAR ? startYear(subject) : subject.property(property);
    }

    /** A start that can lie in two years is in none. */
    private static Expression startYear(Subject membership) {
        var earliest = membership.property("validFromEarliest");
        return Cypher.raw(
                "CASE WHEN $E.year = $E.year THEN toString($E.year) END",
                earliest,
                membership.property("validFromLatest"),
                earliest);
    }
}
