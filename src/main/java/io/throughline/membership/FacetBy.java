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
    ROLE("role");

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
        if (this != ORGANIZATION && this != ROLE) {
            return of(agent);
        }
        return membership == null
                ? Cypher.raw(
                        "COLLECT { MATCH ($E)-[link:MEMBER_OF]->() WHERE %s RETURN DISTINCT link.%s }"
                                .formatted(this == ROLE ? "true" : MemberOf.COUNTS.replace("$E", "link"), property),
                        agent.name())
                : of(membership);
    }

    private Expression of(Subject subject) {
        return Cypher.raw(
                "CASE WHEN $E IS NULL THEN [] ELSE [$E] END", subject.property(property), subject.property(property));
    }
}
