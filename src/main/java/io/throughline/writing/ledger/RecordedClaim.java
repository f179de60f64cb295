package io.throughline.writing.ledger;

/**
 * The outcome of recording a claim.
 *
 * @param claimId the claim that now says so: a new one, or an existing one that already did
 */
public record RecordedClaim(String claimId, String membershipId, Change change) {

    /** How the graph changed. */
    public enum Change {
        /** This source had made no claim on this membership. */
        NEW,
        /** This source had claimed something different, which is now superseded. */
        CHANGED,
        /** This source already claims the same. */
        SAME
    }
}
