package io.throughline.writing.ledger;

/**
 * What became of a claim that was to be recorded.
 *
 * @param claimId the claim that says so now: a new one, or the one that said so before
 */
public record RecordedClaim(String claimId, String membershipId, Change change) {

    /** How the graph changed. */
    public enum Change {
        /** No claim of this source spoke of this membership. */
        NEW,
        /** A claim of this source said something else of it, and is superseded. */
        CHANGED,
        /** A claim of this source says the same. */
        SAME
    }
}
