package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error names its file, line and column, and says what is replacement. */
class InvalidDatasetTests {

    private static final String FIGURE = "figure-new,c40,MEMBER_COUNT,98,EXACTLY,cities,,,claim-new,c40-2024-11,,,,,,,";

    @Test
    void theRealFilesAreValid() {
        assertThat(DatasetPlanner.plan(DatasetVariants.REAL).rowCount()).isGreaterThan(4_000);
    }

    @Test
    void acceptsAValidNewLine() {
        assertThat(DatasetPlanner.plan(DatasetVariants.adding("figures.csv", FIGURE))
                        .has("figure-new", "Figure"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        98              |             | value        | the cell is empty (a value is required)
        98              | many        | value        | 'many' is not a whole number in plain digits
        98              | 9.5         | value        | '9.5' is not a whole number in plain digits
        98              | 1e3         | value        | '1e3' is not a whole number in plain digits
        98              | +98         | value        | '+98' is not a whole number in plain digits
        98              | 99999999999999999999 | value | '99999999999999999999' is too large a number
        EXACTLY         | exactly     | comparator   | 'exactly' is not one of EXACTLY, MORE_THAN, AT_LEAST, NEARLY, ABOUT, AT_MOST
        c40,MEMBER      | c-40,MEMBER | subject      | unknown id 'c-40'
        c40,MEMBER      | C 40,MEMBER | subject      | 'C 40' is not a valid id (expected lower-case letters and digits joined by - or ., or an ISO code)
        cities,         | cities,c40  | scope        | 'c40' is not a place
        c40-2024-11     | boston      | source       | 'boston' is not a source
        figure-new      | figure new  | id           | 'figure new' is not a valid id (expected lower-case letters and digits joined by - or ., or an ISO code)
        claim-new       |             | claim        | the cell is empty (a value is required)
        """)
    void namesAnInvalidCell(String part, String replacement, String column, String reason) {
        var line = FIGURE.replace(part, replacement == null ? "" : replacement);
        assertInvalid(
                DatasetVariants.adding("figures.csv", line),
                "figures.csv",
                DatasetVariants.nextLine("figures.csv"),
                column,
                reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        2026-13-01 | '2026-13-01' is not a valid date
        8 July     | '8 July' is not a date such as 2021, 2021-10, 2021-07-08, 2021/2027 or ../2021-10-04
        2022/2021  | '2022/2021' ends before it begins
        """)
    void namesAnInvalidDate(String date, String reason) {
        assertInvalid(
                DatasetVariants.adding("figures.csv", FIGURE.replace("c40-2024-11,,,", "c40-2024-11,,," + date)),
                "figures.csv",
                DatasetVariants.nextLine("figures.csv"),
                "as_of",
                reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        abc      | 0     | latitude | 'abc' is not a number in plain digits
        NaN      | 0     | latitude | 'NaN' is not a number in plain digits
        1        | 0x1p3 | longitude | '0x1p3' is not a number in plain digits
        """)
    void namesAnInvalidCoordinate(String latitude, String longitude, String column, String reason) {
        assertInvalid(
                DatasetVariants.adding(
                        "cities.csv", "new-city,New,CITY,,,%s,%s,,,,RESOLVED,".formatted(latitude, longitude)),
                "cities.csv",
                DatasetVariants.nextLine("cities.csv"),
                column,
                reason);
    }

    @Test
    void aListHasAValueOnBothSidesOfEverySemicolon() {
        assertInvalid(
                DatasetVariants.replacing("goals.csv", "states;regions", "states;;regions"),
                "goals.csv",
                3,
                "actors",
                "'states;;regions' has a semicolon without a value on both sides");
    }

    @Test
    void everyStepOfARouteMustExist() {
        assertInvalid(
                DatasetVariants.replacing("entry-routes.csv", "jci;jci-race-to-zero-circle;", "jci;circle;"),
                "entry-routes.csv",
                2,
                "steps",
                "unknown id 'circle'");
    }

    @Test
    void aReferenceToTheWrongKindSaysWhichKindIsExpected() {
        assertInvalid(
                DatasetVariants.replacing("entry-routes.csv", "race-to-zero,r2z-criteria-b", "race-to-zero,boston"),
                "entry-routes.csv",
                2,
                "condition",
                "'boston' is not a criteria set");
    }

    @Test
    void aTimeHasAZone() {
        assertInvalid(
                DatasetVariants.replacing("events.csv", "2020-11-16T07:00:00Z,", "2020-11-16 07:00,"),
                "events.csv",
                3,
                "starts_at",
                "'2020-11-16 07:00' is not a valid time (expected e.g. 2020-11-16T07:00:00Z)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        2026.11.6,  | 2026.11-b,  | version  | '2026.11-b' is not a valid version (expected numbers joined by dots, e.g. 2026.11.1)
        2026-11-30, | 2026-11,    | released | '2026-11' is not a valid day (expected e.g. 2026-11-22)
        """)
    void theRowOfTheDatasetIsCheckedToo(String part, String replacement, String column, String reason) {
        assertInvalid(DatasetVariants.replacing("dataset.csv", part, replacement), "dataset.csv", 2, column, reason);
    }

    static void assertInvalid(DatasetFiles files, String file, long line, String column, String reason) {
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> DatasetPlanner.plan(files))
                .withMessage(
                        "dataset/%s, line %d, column '%s': %s. Correct that line; nothing was written to the database.",
                        file, line, column, reason);
    }
}
