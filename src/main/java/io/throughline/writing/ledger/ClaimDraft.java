package io.throughline.writing.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A claim of a list as it is written.
 *
 * @param membershipId the membership it is about
 * @param properties of the claim, without its id
 * @param said what stands on its way to the membership
 */
record ClaimDraft(
        MembershipKey membership, String membershipId, Map<String, Object> properties, Map<String, Object> said) {

    /** What of a claim's own properties is content; where it stands and what editors note is not. */
    private static final List<String> CONTENT = List.of("printed", "asOf", "strength", "rank");

    /** What a claim can say of a membership. */
    private static final List<String> SAID =
            List.of("viaStatus", "directness", "validFrom", "validTo", "status", "postId", "areaId", "position");

    static ClaimDraft of(MembershipClaim claim) {
        var evidence = claim.evidence();
        var membership = MembershipKey.of(claim);
        return new ClaimDraft(
                membership,
                membership.id(),
                new NodeProperties()
                        .put("sourceId", evidence.sourceId())
                        .put("locator", evidence.locator())
                        .put("printed", evidence.printed())
                        .put("asOf", evidence.asOf())
                        .put("strength", evidence.strength())
                        .put("rank", evidence.rank())
                        .put("inferred", evidence.inferred() ? true : null)
                        .put("note", evidence.note())
                        .put("subjectId", claim.memberId())
                        .put("property", claim.role())
                        .put("value", claim.organizationId())
                        .properties(),
                new NodeProperties()
                        .put("viaStatus", claim.viaStatus())
                        .put("directness", claim.directness())
                        .put("validFrom", claim.validFrom())
                        .put("validTo", claim.validTo())
                        .put("status", claim.status())
                        .put("postId", claim.postId())
                        .put("areaId", claim.areaId())
                        .put("position", claim.position())
                        .properties());
    }

    String sourceId() {
        return String.valueOf(properties.get("sourceId"));
    }

    /** The id of the first claim of its source on its membership. */
    String firstId() {
        return sourceId() + "." + membershipId;
    }

    Map<String, Object> content() {
        return content(properties, said);
    }

    /** What a claim says, to be compared: two claims with the same say the same. */
    static Map<String, Object> content(Map<String, Object> properties, Map<String, Object> said) {
        var content = new HashMap<String, Object>();
        CONTENT.forEach(name -> content.put(name, properties.get(name)));
        content.put("inferred", Boolean.TRUE.equals(properties.get("inferred")));
        SAID.forEach(name -> content.put(name, said.get(name)));
        content.values().removeIf(value -> value == null);
        return content;
    }
}
