package io.throughline.reference.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTests {

    @ParameterizedTest
    @CsvSource({
        "2021, 2021-01-01, 2021-12-31, YEAR",
        "2021-10, 2021-10-01, 2021-10-31, MONTH",
        "2024-02, 2024-02-01, 2024-02-29, MONTH",
        "2021-07-08, 2021-07-08, 2021-07-08, DAY",
        "2021/2027, 2021-01-01, 2027-12-31, INTERVAL",
        "../2021-10-04, , 2021-10-04, INTERVAL",
        "2023-09-28/.., 2023-09-28, , INTERVAL"
    })
    void keepsItsTextAndKnowsItsFirstAndLastDay(
            String text, LocalDate earliest, LocalDate latest, PartialDate.Precision precision) {
        assertThat(PartialDate.parse(text)).isEqualTo(new PartialDate(text, earliest, latest, precision));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "21",
                "2021-13",
                "2021-02-30",
                "8 July 2021",
                "../..",
                "2027/2021",
                "2021-1-1",
                "2021/",
                "0000",
                "-2021",
                "12021"
            })
    void rejectsInvalidDates(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(text));
    }
}
