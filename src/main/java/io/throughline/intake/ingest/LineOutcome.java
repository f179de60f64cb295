package io.throughline.intake.ingest;

/**
 * What becomes of a line, or of one of the memberships it states. A line with several memberships has the first of
 * their outcomes in this order: what needs a person comes first, then what changes most.
 */
public enum LineOutcome {
    /** Cannot be used; a finding says why. */
    REJECTED('R'),
    /** A person has to decide who the member is; it waits in the review queue. */
    WAITING('W'),
    /** The source said something else about this membership before; that is superseded. */
    CHANGED('C'),
    /** The source did not mention this membership before. */
    NEW('N'),
    /** The source said the same before, on an earlier line or in an earlier file. */
    SAME('S'),
    /** States no membership, according to a rule of the mapping. */
    LEFT_OUT('L');

    private final char letter;

    LineOutcome(char letter) {
        this.letter = letter;
    }

    /** The letter that stands for it in stored batches. */
    char letter() {
        return letter;
    }

    static LineOutcome of(char letter) {
        for (var outcome : values()) {
            if (outcome.letter == letter) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("unknown letter of a line outcome: " + letter);
    }
}
