package io.throughline.analysis.overlap;

import io.throughline.reference.date.Truth;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Value;

/**
 * A member's status in several organizations: member, unknown, or otherwise not recorded.
 *
 * @param in the ids of those it is in
 * @param unknown the ids of those in which membership is unknown on the requested day; empty without a day
 */
public record MembershipStatus(Set<String> in, Set<String> unknown) {

    /**
     * Reads the facts of one member. Of several memberships in one organization, a certain one wins.
     *
     * @param facts rows of {@code [organizationId, HOLDS or UNKNOWN]}
     */
    static MembershipStatus of(Value facts) {
        var in = new TreeSet<String>();
        var unknown = new TreeSet<String>();
        for (var fact : facts.values()) {
            (fact.get(1).asString().equals(Truth.HOLDS.name()) ? in : unknown)
                    .add(fact.get(0).asString());
        }
        unknown.removeAll(in);
        return new MembershipStatus(in, unknown);
    }

    boolean isIn(String organizationId) {
        return in.contains(organizationId);
    }

    boolean isUnknown(String organizationId) {
        return unknown.contains(organizationId);
    }
}
