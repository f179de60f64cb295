package io.throughline.writing.ledger;

import io.throughline.model.membership.MembershipId;
import io.throughline.model.membership.MembershipRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/**
 * What makes a membership the one it is.
 *
 * @param viaIds organizations in between, in order from the member on
 */
record MembershipKey(String memberId, MembershipRole role, String organizationId, List<String> viaIds) {

    static MembershipKey of(MembershipClaim claim) {
        return new MembershipKey(claim.memberId(), claim.role(), claim.organizationId(), claim.viaIds());
    }

    /** Reads that of a membership in the graph. */
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

    /** The same with other ids in place of some. */
    MembershipKey with(Map<String, String> ids) {
        return new MembershipKey(
                ids.getOrDefault(memberId, memberId),
                role,
                ids.getOrDefault(organizationId, organizationId),
                viaIds.stream().map(id -> ids.getOrDefault(id, id)).toList());
    }

    Map<String, Object> properties() {
        return new NodeProperties()
                .put("role", role)
                .put("memberId", memberId)
                .put("organizationId", organizationId)
                .put("viaIds", viaIds.isEmpty() ? null : viaIds)
                .properties();
    }

    /** For linking it to its ends. */
    Map<String, Object> ends() {
        var via = new ArrayList<Map<String, Object>>();
        for (var id : viaIds) {
            via.add(Map.of("id", id, "position", via.size() + 1));
        }
        return Map.of("id", id(), "memberId", memberId, "organizationId", organizationId, "via", via);
    }
}
