package io.throughline.model.membership;

import io.throughline.graphql.entity.FieldSelection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Value;

/**
 * Reads memberships from their shortcut {@code MEMBER_OF}, so that they need not be looked up. This works if the shortcut has
 * all properties that a request selects.
 */
public final class MembershipShortcut {

    /** The properties of a membership that its shortcut has too. */
    private static final Set<String> PROPERTIES = Set.of(
            "id",
            "memberId",
            "organizationId",
            "role",
            "viaIds",
            "viaStatus",
            "directness",
            "status",
            "strength",
            "sourceCount",
            "newestEvidence",
            "newestEvidenceSourceId",
            "validFrom",
            "validTo",
            "startedAfterId",
            "notBefore",
            "notFrom",
            "surelyFrom",
            "surelyUntil",
            "absentOn",
            "lapsed");

    private final List<String> properties;

    private MembershipShortcut(List<String> properties) {
        this.properties = properties;
    }

    /** How to read what a request selects of memberships; empty if the shortcut does not have all of it. */
    public static Optional<MembershipShortcut> of(FieldSelection selection) {
        var properties = Membership.SELECTED.keys(selection);
        return PROPERTIES.containsAll(properties) ? Optional.of(new MembershipShortcut(properties)) : Optional.empty();
    }

    /** The properties of the shortcut to read, for a statement's {@code $keys}. */
    public List<String> keys() {
        return properties.stream()
                .map(key -> key.equals("id") ? "membershipId" : key)
                .toList();
    }

    /** The membership of a shortcut that has these values, in the order of {@link #keys}. */
    public Membership read(Value values) {
        return Membership.SELECTED.read(properties, values);
    }
}
