package io.throughline.intake.ingest;

import io.throughline.writing.ledger.MembershipClaim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line states about a membership, in 64 bits: words exactly, dates as 16 bits of a hash, pledges as 10. Its spelling and its
 * {@code asOf} are left out: two lines that differ only in these state the same.
 */
final class StatedValues {

    /** For a line of an import that did not record its values. */
    static final long UNKNOWN = 0;

    private static final int WORD_BITS = 4;
    private static final int DATE_BITS = 16;
    private static final int PLEDGE_BITS = 10;

    /** The values in the order of their bits, lowest first, by their names in the schema. */
    private enum StatedValue {
        VIA_STATUS("viaStatus", WORD_BITS),
        DIRECTNESS("directness", WORD_BITS),
        STATUS("status", WORD_BITS),
        STRENGTH("strength", WORD_BITS),
        RANK("rank", WORD_BITS),
        INFERRED("inferred", 1),
        VALID_FROM("validFrom", DATE_BITS),
        VALID_TO("validTo", DATE_BITS),
        PLEDGES("pledge", PLEDGE_BITS);

        private final String field;
        private final int bits;

        StatedValue(String field, int bits) {
            this.field = field;
            this.bits = bits;
        }
    }

    private StatedValues() {}

    /** The values of a claim; never {@link #UNKNOWN}. */
    static long of(MembershipClaim claim) {
        var statement = claim.statement();
        var evidence = claim.evidence();
        var packed = 1L; // above the 63 bits of the values
        packed = packed << PLEDGE_BITS | hash(claim.pledges().isEmpty() ? null : claim.pledges(), PLEDGE_BITS);
        packed = packed << DATE_BITS | hash(statement.validTo(), DATE_BITS);
        packed = packed << DATE_BITS | hash(statement.validFrom(), DATE_BITS);
        packed = packed << 1 | (evidence.inferred() ? 1 : 0);
        packed = packed << WORD_BITS | number(evidence.rank());
        packed = packed << WORD_BITS | number(evidence.strength());
        packed = packed << WORD_BITS | number(statement.status());
        packed = packed << WORD_BITS | number(statement.directness());
        return packed << WORD_BITS | number(statement.viaStatus());
    }

    @SuppressWarnings("EnumOrdinal") // compared with values of the same run only
    private static long number(@Nullable Enum<?> word) {
        return word == null ? 0 : word.ordinal() + 1L;
    }

    private static long hash(@Nullable Object value, int bits) {
        return value == null ? 0 : TextFingerprint.of(value.toString()) >>> (Long.SIZE - bits);
    }

    /** The fields of the schema in which two differ; empty if they agree or one is unknown. */
    static List<String> differences(long one, long other) {
        var fields = new ArrayList<String>();
        if (one == UNKNOWN || other == UNKNOWN) {
            return fields;
        }
        var from = 0;
        for (var value : StatedValue.values()) {
            var mask = (1L << value.bits) - 1;
            if ((one >>> from & mask) != (other >>> from & mask)) {
                fields.add(value.field);
            }
            from += value.bits;
        }
        return fields;
    }
}
