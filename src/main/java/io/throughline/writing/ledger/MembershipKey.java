package io.throughline.writing.ledger;

import io.throughline.model.membership.MembershipId;
import io.throughline.model.membership.MembershipRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/**
 * What identifies a membership.
 *
 * @param viaIds partner organizations, in order, starting at the member
 */
record MembershipKey(String memberId, MembershipRole role, String organizationId, List<String> viaIds) {

    static MembershipKey of(MembershipClaim claim) {
        var statement = claim.statement();
        return new MembershipKey(claim.memberId(), statement.role(), statement.organizationId(), statement.viaIds());
    }

    /** Reads the key of a membership in the graph. */
    static MembershipKey of(Value membership) {
        var via = membership.get("viaIds");
        return new MembershipKey(
                membership.get("memberId").asString(),
                MembershipRole.valueOf(membership.get("role").asString()),
                membership.get("organizationId").asString(),
                via.isNull() ? List.of() : via.asList(Value::asString));
    }

    String id() {
        return MembershipId.of(memberId, role, organizationId, viaIds);
    }

    /** This key with agent ids replaced. */
    MembershipKey with(Map<String, String> replacements) {
        return new MembershipKey(
                replacements.getOrDefault(memberId, memberId),
                role,
                replacements.getOrDefault(organizationId, organizationId),
                viaIds.stream().map(id -> replacements.getOrDefault(id, id)).toList());
    }

    Map<String, Object> properties() {
        return new NodeProperties()
                .put("role", role)
                .put("memberId", memberId)
                .put("organizationId", organizationId)
                .put("viaIds", viaIds.isEmpty() ? null : viaIds)
                .properties();
    }

    /** Parameters for linking the membership to its member, organization and partners. */
    Map<String, Object> ends() {
        var via = new ArrayList<Map<String, Object>>();
        for (var id : viaIds) {
            via.add(Map.of("id", id, "position", via.size() + 1));
        }
        return Map.of("id", id(), "memberId", memberId, "organizationId", organizationId, "via", via);
    }
}
