package io.throughline.membership;

import java.util.List;

/**
 * How much of an organization's list of members is known.
 *
 * @param known agents recorded as member or signatory, each counted once
 * @param lists the lists the members were taken from
 */
public record Coverage(String organizationId, int known, List<MemberList> lists) {

    /** Complete when one of the lists is; not complete when all that say so are not. */
    public Completeness complete() {
        if (lists.stream().anyMatch(list -> list.complete() == Completeness.YES)) {
            return Completeness.YES;
        }
        return lists.stream().anyMatch(list -> list.complete() == Completeness.NO)
                ? Completeness.NO
                : Completeness.UNKNOWN;
    }
}
