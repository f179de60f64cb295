package io.throughline.model.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityBoundsTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, -, 2021-07-08, UNKNOWN",
                "2021-07-08, 2021-07-09, -, -, 2021-07-07, UNKNOWN",
                "2021-07-08, 2021-07-09, -, -, 2021-07-08, HOLDS",
                "2021-07-08, 2021-07-09, -, -, 2021-07-09, UNKNOWN",
                "2021-12-31, 2023-09-29, 2021-01-01, -, 2020-12-31, DOES_NOT_HOLD",
                "2021-12-31, 2023-09-29, 2021-01-01, -, 2021-01-01, UNKNOWN",
                "2021-12-31, 2023-09-29, 2021-01-01, -, 2022-06-01, HOLDS",
                "2019-12-31, 2020-01-01, -, 2020-12-31, 2020-12-30, UNKNOWN",
                "2019-12-31, 2020-01-01, -, 2020-12-31, 2020-12-31, DOES_NOT_HOLD"
            })
    void aMembershipHoldsOnADayOnlyWhenThatIsCertain(
            @Nullable LocalDate surelyFrom,
            @Nullable LocalDate surelyUntil,
            @Nullable LocalDate notBefore,
            @Nullable LocalDate notFrom,
            LocalDate day,
            Truth holds) {
        var bounds = new ValidityBounds(surelyFrom, surelyUntil, notBefore, notFrom, List.of());
        assertThat(bounds.on(day, false)).isEqualTo(holds);
        assertThat(bounds.on(day, true)).isNotEqualTo(Truth.HOLDS);
    }
}
