package io.throughline.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
    void isKnownOnlyBetweenWhatIsRecorded(
            @Nullable String from, @Nullable String to, @Nullable String observed, LocalDate day, Truth expected) {
        assertThat(Truth.on(date(from), date(to), date(observed), day)).isEqualTo(expected);
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return text == null ? null : PartialDate.parse(text);
    }
}
