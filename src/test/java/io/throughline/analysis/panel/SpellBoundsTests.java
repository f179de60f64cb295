package io.throughline.analysis.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.membership.ValidityBounds;
import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the days of a membership say about each year: H(olds), N(ot), or a question mark. */
class SpellBoundsTests {

    @Test
    void certainDaysDecideTheirYearsOnly() {
        assertThat(from2019("2020-12-31", "2022-01-02", null, null)).isEqualTo("?HHH??");
    }

    @Test
    void excludesTheFirstDayAfterTheCertainDays() {
        assertThat(from2019("2020-12-31", "2022-01-01", null, null)).isEqualTo("?HH???");
    }

    @Test
    void knownEndsExcludeTheYearsBeyond() {
        assertThat(from2019("2021-12-31", "2022-01-01", "2021-01-01", "2023-01-01"))
                .isEqualTo("NNH?NN");
    }

    @Test
    void anEndWithinAYearKeepsTheDaysBeforeIt() {
        assertThat(from2019("2021-01-01", "2022-03-01", "2021-01-01", "2022-03-01"))
                .isEqualTo("NNHHNN");
    }

    @Test
    void anObservationWithinAYearHoldsForThatYear() {
        // seen "2022": last seen on January 1 or later, first seen on December 31 or earlier
        assertThat(from2019("2022-12-31", "2022-01-02", null, null)).isEqualTo("???H??");
        // seen in November 2024
        assertThat(spell("2024-11-30", "2024-11-02", null, null, null, null).in(2024))
                .isEqualTo(Truth.HOLDS);
    }

    @Test
    void anObservationInOneOfTwoYearsIsCertainForNeither() {
        assertThat(from2019("2022-06-30", "2021-07-02", null, null)).isEqualTo("??????");
    }

    @Test
    void anEndNarrowsThePossibleTimeOfAnObservation() {
        // seen between July 2021 and June 2022, and ended with 2021
        assertThat(from2019("2022-06-30", "2021-07-02", null, "2022-01-01")).isEqualTo("??HNNN");
    }

    @Test
    void aStartWithinAYearHoldsForThatYear() {
        var spell = spell("2021-12-31", null, "2021-01-01", null, "2021-01-01", "2021-12-31");
        assertThat(word(spell)).isEqualTo("NNH???");
    }

    @Test
    void aStartInOneOfTwoYearsIsCertainForNeither() {
        var spell = spell("2022-12-31", null, "2021-01-01", null, "2021-01-01", "2022-12-31");
        assertThat(word(spell)).isEqualTo("NN????");
    }

    @Test
    void isUnknownWithoutDates() {
        assertThat(from2019(null, null, null, null)).isEqualTo("??????");
    }

    /** The years 2019 to 2024. */
    private static String from2019(
            @Nullable String surelyFrom,
            @Nullable String surelyUntil,
            @Nullable String notBefore,
            @Nullable String notFrom) {
        return word(spell(surelyFrom, surelyUntil, notBefore, notFrom, null, null));
    }

    private static String word(SpellBounds spell) {
        return IntStream.rangeClosed(2019, 2024)
                .mapToObj(year -> switch (spell.in(year)) {
                    case HOLDS -> "H";
                    case DOES_NOT_HOLD -> "N";
                    case UNKNOWN -> "?";
                })
                .reduce("", String::concat);
    }

    private static SpellBounds spell(@Nullable String... days) {
        var read = new LocalDate[days.length];
        for (var i = 0; i < days.length; i++) {
            read[i] = days[i] == null ? null : LocalDate.parse(days[i]);
        }
        return new SpellBounds(new ValidityBounds(read[0], read[1], read[2], read[3], List.of()), read[4], read[5]);
    }
}
