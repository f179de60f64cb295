package io.throughline.reference.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTests {

    @ParameterizedTest
    @CsvSource({
        // from, to, observed, day, expected
        "2020-12-17, , , 2020-12-16, DOES_NOT_HOLD",
        "2020-12-17, , , 2021-01-01, UNKNOWN",
        "2020-12-17, , 2023-09, 2021-01-01, HOLDS",
        "2020-12-17, 2022-01-01, , 2021-06-01, HOLDS",
        "2020-12-17, 2022-01-01, , 2022-01-01, DOES_NOT_HOLD",
        "2020-12-17, 2022, , 2022-06-01, UNKNOWN",
        "2021, , 2023, 2021-06-01, UNKNOWN",
        ", , 2022-12-20, 2022-12-20, HOLDS",
        ", , 2022-12-20, 2022-12-19, UNKNOWN",
        ", , 2022-12-20, 2022-12-21, UNKNOWN",
        ", , , 2021-01-01, UNKNOWN"
    })
    void isUnknownUnlessTheRecordedDatesDecide(
            @Nullable String from, @Nullable String to, @Nullable String observed, LocalDate day, Truth expected) {
        assertThat(Truth.on(date(from), date(to), date(observed), day)).isEqualTo(expected);
    }

    @Test
    void holdsIfOneOfSeveralObservationsShowsIt() {
        var from = PartialDate.parse("2020");
        var day = LocalDate.parse("2021-06-01");
        var seen = List.of(PartialDate.parse("2021"), PartialDate.parse("2022"));
        assertThat(Truth.on(from, null, seen, day)).isEqualTo(Truth.HOLDS);
        assertThat(Truth.on(from, null, seen.subList(0, 1), day)).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.on(from, null, List.of(), day)).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.on(from, PartialDate.parse("2021-01-01"), seen, day)).isEqualTo(Truth.DOES_NOT_HOLD);
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.parse(text);
    }
}
