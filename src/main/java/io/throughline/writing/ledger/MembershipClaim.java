package io.throughline.writing.ledger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one membership. Member, role, organization and partners identify the membership; all other fields
 * are what the claim states about it.
 *
 * @param postId the secretariat that the member holds; null for other memberships
 * @param areaId the place that the membership covers; null if the source names none
 * @param position the place of the member in an ordered list, from 1; null if there is no order
 * @param pledges what the claim says that the member has promised
 */
public record MembershipClaim(
        String memberId,
        MembershipStatement statement,
        @Nullable String postId,
        @Nullable String areaId,
        @Nullable Integer position,
        List<PledgeStatement> pledges,
        ClaimEvidence evidence) {

    /** A claim about a membership without post, area, position and pledges. */
    public static MembershipClaim of(String memberId, MembershipStatement statement, ClaimEvidence evidence) {
        return of(memberId, statement, List.of(), evidence);
    }

    /** A claim about a membership without post, area and position. */
    public static MembershipClaim of(
            String memberId, MembershipStatement statement, List<PledgeStatement> pledges, ClaimEvidence evidence) {
        return new MembershipClaim(memberId, statement, null, null, null, pledges, evidence);
    }

    /** This claim with agent ids replaced, such as ids of merged agents by those of their survivors. */
    public MembershipClaim with(Map<String, String> replacements) {
        return new MembershipClaim(
                replacements.getOrDefault(memberId, memberId),
                statement.with(replacements),
                postId,
                areaId,
                position,
                pledges.stream().map(pledge -> pledge.with(replacements)).toList(),
                evidence);
    }
}
