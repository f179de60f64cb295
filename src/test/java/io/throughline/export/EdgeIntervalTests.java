package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeIntervalTests {

    @ParameterizedTest
    @CsvSource({
        // recorded to the day: the last day is the one before the recorded end
        "2021-07-08, 2023-01-01, , 2021-07-08, 2022-12-31",
        // only the certain part of a year
        "2021, , , 2021-12-31, ",
        ", 2023, , , 2022-12-31",
        "2021-10, 2021-12, , 2021-10-31, 2021-11-30",
        // nothing is certain: all days on which it may have held
        "2021, 2021, , 2021-01-01, 2021-12-30",
        "2021-07-08, 2021-07-08, , 2021-07-08, 2021-07-08",
        // open on one side
        "../2021-10-04, , , 2021-10-04, ",
        "2023-09-28/.., , , 2023-09-28, ",
        // ended by a day given by a source
        "2020-01-01, , 2022-05-01, 2020-01-01, 2022-04-30",
        "2020-01-01, 2021-01-01, 2022-05-01, 2020-01-01, 2020-12-31",
        ", , , , "
    })
    void neverExceedsTheCertainTime(
            @Nullable String from,
            @Nullable String to,
            @Nullable LocalDate notFrom,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {
        var edge = ExportEdgeBuilder.builder()
                .id("id")
                .source("a")
                .target("b")
                .label("member")
                .weight(1)
                .undirected(false)
                .sourceCount(1)
                .role("MEMBER")
                .validFrom(PartialDate.parseNullable(from))
                .validTo(PartialDate.parseNullable(to))
                .notFrom(notFrom)
                .build();
        assertThat(EdgeInterval.of(edge)).isEqualTo(new EdgeInterval(start, end));
    }
}
