package io.throughline.model.membership;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Value;

/**
 * A partner of an organization.
 *
 * @param memberships those that name it as a partner, in order of id; empty if no source does
 * @param channelCount the number of memberships in the organization that run via it
 */
record Partner(String organizationId, String partnerId, List<Membership> memberships, int channelCount) {

    /**
     * Reads a row of {@code partners-of-organizations.cypher}.
     *
     * @param keys the properties of a membership that were fetched
     */
    static Partner of(Value row, List<String> keys) {
        return new Partner(
                row.get("organizationId").asString(),
                row.get("partnerId").asString(),
                row.get("memberships").asList(values -> Membership.SELECTED.read(keys, values)),
                row.get("channelCount").asInt());
    }

    /** Tells it apart from all other partners; not the id of an entity. */
    public String id() {
        return partnerId + ">" + organizationId;
    }

    /** In which senses it is a partner; at least one. */
    public List<PartnerSense> senses() {
        var senses = new ArrayList<PartnerSense>();
        if (!memberships.isEmpty()) {
            senses.add(PartnerSense.NAMED);
        }
        if (channelCount > 0) {
            senses.add(PartnerSense.CHANNEL);
        }
        return senses;
    }
}
