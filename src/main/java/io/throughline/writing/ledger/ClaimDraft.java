package io.throughline.writing.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A claim on a membership in the form in which it is stored.
 *
 * @param membershipId the membership it is about
 * @param properties of the claim node, without its id
 * @param values properties of the relationship from the claim to the membership
 * @param pledges properties of the pledges that it states too, by id
 */
record ClaimDraft(
        MembershipKey membership,
        String membershipId,
        Map<String, Object> properties,
        Map<String, Object> values,
        SortedMap<String, Map<String, Object>> pledges) {

    /** The claim properties that make up its content; the place in the source and editors' notes do not count. */
    private static final List<String> EVIDENCE_PROPERTIES = List.of("printed", "asOf", "strength", "rank");

    /** What a claim can state about a membership. */
    private static final List<String> MEMBERSHIP_PROPERTIES =
            List.of("viaStatus", "directness", "validFrom", "validTo", "status", "postId", "areaId", "position");

    static ClaimDraft of(MembershipClaim claim) {
        var statement = claim.statement();
        var evidence = claim.evidence();
        var membership = MembershipKey.of(claim);
        SortedMap<String, Map<String, Object>> pledges = new TreeMap<>();
        claim.pledges()
                .forEach(pledge -> pledges.put(pledge.id(claim.memberId()), pledge.properties(claim.memberId())));
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
                        .put("property", statement.role())
                        .put("value", statement.organizationId())
                        .properties(),
                new NodeProperties()
                        .put("viaStatus", statement.viaStatus())
                        .put("directness", statement.directness())
                        .put("validFrom", statement.validFrom())
                        .put("validTo", statement.validTo())
                        .put("status", statement.status())
                        .put("postId", claim.postId())
                        .put("areaId", claim.areaId())
                        .put("position", claim.position())
                        .properties(),
                pledges);
    }

    String sourceId() {
        return String.valueOf(properties.get("sourceId"));
    }

    /** The id of the first claim that its source made on its membership. */
    String firstId() {
        return sourceId() + "." + membershipId;
    }

    Map<String, Object> content() {
        return content(properties, values, pledges.keySet());
    }

    /** The facts that the claim supports, with the values it gives them. */
    List<NewClaim.Support> supports(boolean membershipIsNew) {
        var supports = new ArrayList<NewClaim.Support>();
        supports.add(new NewClaim.Support(membershipId, values, membershipIsNew ? 1 : 2));
        pledges.forEach(
                (id, pledge) -> supports.add(new NewClaim.Support(id, Map.of("pledge", pledge.get("text")), 1)));
        return supports;
    }

    /** The content of a claim: two claims with equal content say the same. */
    static Map<String, Object> content(
            Map<String, Object> properties, Map<String, Object> values, Collection<String> pledgeIds) {
        var content = new HashMap<String, Object>();
        EVIDENCE_PROPERTIES.forEach(name -> content.put(name, properties.get(name)));
        content.put("inferred", Boolean.TRUE.equals(properties.get("inferred")));
        MEMBERSHIP_PROPERTIES.forEach(name -> content.put(name, values.get(name)));
        content.values().removeIf(value -> value == null);
        content.put("pledgeIds", Set.copyOf(pledgeIds));
        return content;
    }
}
