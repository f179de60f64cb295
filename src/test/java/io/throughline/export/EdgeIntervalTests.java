package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.membership.ValidityBounds;
import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import java.util.List;
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
                .bounds(new ValidityBounds(null, null, null, notFrom, List.of()))
                .build();
        assertThat(EdgeInterval.of(edge)).isEqualTo(new EdgeInterval(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        // from the first sighting to the last
        ", 2007-05-01, 2024-11-06, 2007-05-01, 2024-11-07, 2007-05-01, 2024-11-06",
        // only the certain part of months
        ", 2021-10, 2024-11, 2021-10-31, 2024-11-02, 2021-10-31, 2024-11-01",
        // seen on some day of a year: all its days
        ", 2022, 2022, 2022-12-31, 2022-01-02, 2022-01-01, 2022-12-31",
        ", 2023-09-28/.., 2023-09-28/.., , 2023-09-29, 2023-09-28, ",
        // a complete list without it in between: only what was seen since
        ", 2007-05-01, 2024-11-06, 2019-06-01, 2024-11-07, 2019-06-01, 2024-11-06",
        // a stated date comes first
        "1992-01-17, 2018, 2018, 1992-01-17, 2018-01-02, , ",
        // never seen
        ", , , , , , "
    })
    void aSpellCoversWhatWasSeenIfNothingIsStated(
            @Nullable String from,
            @Nullable String firstSeen,
            @Nullable String lastSeen,
            @Nullable LocalDate surelyFrom,
            @Nullable LocalDate surelyUntil,
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
                .validFrom(PartialDate.parseNullable(from))
                .bounds(new ValidityBounds(surelyFrom, surelyUntil, null, null, List.of()))
                .firstSeen(PartialDate.parseNullable(firstSeen))
                .lastSeen(PartialDate.parseNullable(lastSeen))
                .build();
        assertThat(EdgeInterval.observed(edge))
                .isEqualTo(start == null && end == null ? null : new EdgeInterval(start, end));
    }
}
