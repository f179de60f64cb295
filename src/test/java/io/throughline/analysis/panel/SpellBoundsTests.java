package io.throughline.analysis.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.membership.ValidityBounds;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the days of a membership say of a year: H(olds), N(ot), or a question mark. */
class SpellBoundsTests {

    @Test
    void sureDaysTellOfAllTheirYearsAndOfNoOther() {
        assertThat(from2019("2020-12-31", "2022-01-02", null, null)).isEqualTo("?HHH??");
    }

    @Test
    void theFirstDayBehindTheSureOnesIsNotOne() {
        assertThat(from2019("2020-12-31", "2022-01-01", null, null)).isEqualTo("?HH???");
    }

    @Test
    void knownEndsShutOutTheYearsBeyond() {
        assertThat(from2019("2021-12-31", "2022-01-01", "2021-01-01", "2023-01-01"))
                .isEqualTo("NNH?NN");
    }

    @Test
    void anEndWithinAYearLeavesItsDaysBefore() {
        assertThat(from2019("2021-01-01", "2022-03-01", "2021-01-01", "2022-03-01"))
                .isEqualTo("NNHHNN");
    }

    @Test
    void whatWasSeenWithinAYearHeldInItWhateverTheDay() {
        // seen "2022": last seen on the first of January or later, first seen on the last of December or before
        assertThat(from2019("2022-12-31", "2022-01-02", null, null)).isEqualTo("???H??");
        // seen in November 2024
        assertThat(stay("2024-11-30", "2024-11-02", null, null, null, null).in(2024))
                .isEqualTo(Truth.HOLDS);
    }

    @Test
    void whatWasSeenInOneOfTwoYearsIsSureForNeither() {
        assertThat(from2019("2022-06-30", "2021-07-02", null, null)).isEqualTo("??????");
    }

    @Test
    void anEndCutsWhenItCanHaveBeenSeen() {
        // seen from July 2021 to June 2022, and over with 2021
        assertThat(from2019("2022-06-30", "2021-07-02", null, "2022-01-01")).isEqualTo("??HNNN");
    }

    @Test
    void aStartToTheYearIsAMembershipInIt() {
        var stay = stay("2021-12-31", null, "2021-01-01", null, "2021-01-01", "2021-12-31");
        assertThat(word(stay)).isEqualTo("NNH???");
    }

    @Test
    void aStartInOneOfTwoYearsIsSureForNeither() {
        var stay = stay("2022-12-31", null, "2021-01-01", null, "2021-01-01", "2022-12-31");
        assertThat(word(stay)).isEqualTo("NN????");
    }

    @Test
    void nothingKnownTellsNothing() {
        assertThat(from2019(null, null, null, null)).isEqualTo("??????");
    }

    /** The years 2019 to 2024. */
    private static String from2019(
            @Nullable String surelyFrom,
            @Nullable String surelyUntil,
            @Nullable String notBefore,
            @Nullable String notFrom) {
        return word(stay(surelyFrom, surelyUntil, notBefore, notFrom, null, null));
    }

    private static String word(SpellBounds stay) {
        return IntStream.rangeClosed(2019, 2024)
                .mapToObj(year -> switch (stay.in(year)) {
                    case HOLDS -> "H";
                    case DOES_NOT_HOLD -> "N";
                    case UNKNOWN -> "?";
                })
                .reduce("", String::concat);
    }

    private static SpellBounds stay(@Nullable String... days) {
        var read = new LocalDate[days.length];
        for (var i = 0; i < days.length; i++) {
            read[i] = days[i] == null ? null : LocalDate.parse(days[i]);
        }
        return new SpellBounds(new ValidityBounds(read[0], read[1], read[2], read[3]), read[4], read[5]);
    }
}
