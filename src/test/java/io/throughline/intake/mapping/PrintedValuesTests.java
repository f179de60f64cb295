package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.tabular.FileFinding;
import io.throughline.intake.tabular.TableRow;
import io.throughline.reference.date.PartialDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interprets the values that a row prints. */
class PrintedValuesTests extends MappedRows {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        people | -12        | NEGATIVE_POPULATION
        people | 12.5       | NOT_A_POPULATION
        people | 1.234      | NOT_A_POPULATION
        people | 1.000      | NOT_A_POPULATION
        people | 1,23,456   | NOT_A_POPULATION
        people | 1,234.567  | NOT_A_POPULATION
        people | ~5000      | NOT_A_POPULATION
        people | 2.5 million | NOT_A_POPULATION
        people | 1.25E+01   | NOT_A_POPULATION
        people | 9E+12      | NOT_A_POPULATION
        people | many       | NOT_A_POPULATION
        lat    | 139.7      | COORDINATES_SWAPPED
        lat    | 999        | NOT_A_POSITION
        lat    | north      | NOT_A_POSITION
        lat    | NA         | HALF_A_POSITION
        kind   | VILLAGE    | NOT_A_WORD
        geo    | 12a        | NOT_AN_IDENTIFIER
        geo    | -3         | NOT_AN_IDENTIFIER
        """)
    void leavesOutAndReportsInvalidPartsOfADescription(String column, String cell, String code) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("name", "Tokyo");
        cells.put("people", "100");
        cells.put("lat", "35.68");
        cells.put("lon", "35.69");
        cells.put("kind", "CITY");
        cells.put("geo", "1850147");
        cells.put(column, cell);
        var mapping = Mapping.read(HEAD + """
                member:
                  name: {column: name}
                  kind: {column: kind}
                  latitude: {column: lat}
                  longitude: {column: lon}
                  population: {column: people}
                  identifiers: {geonames: {column: geo}}
                memberships:
                  - {organization: c40, role: MEMBER}
                """, "my.yaml");

        var stated = (InterpretedRow.Stated) mapping.interpret(new TableRow(7, cells, List.of()));

        assertThat(stated.memberships()).hasSize(1);
        assertThat(stated.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.column()).isIn(column, "lat", "lon");
            assertThat(cell.equals("NA")
                            || finding.message().contains("'%s'".formatted(cell))
                            || finding.message().contains(cell))
                    .isTrue();
        });
        var member = stated.memberships().get(0).member();
        assertThat(member.population() == null).isEqualTo(column.equals("people"));
        assertThat(member.latitude() == null).isEqualTo(column.equals("lat"));
        assertThat(member.longitude() == null).isEqualTo(column.equals("lat"));
        assertThat(member.identifiers().isEmpty()).isEqualTo(column.equals("geo"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        POINT (7.1 50.73)   | 50.73 | -
        point(7.1 50.73)    | 50.73 | -
        POINT (7.1E-3 50.7) | 50.7  | -
        POINT (7,1 50,73)   | -     | NOT_A_POSITION
        POINT (50.73 139.7) | -     | COORDINATES_SWAPPED
        7.1 50.73           | -     | NOT_A_POSITION
        NA                  | -     | -
        """)
    void readsAPointAsLongitudeThenLatitude(String cell, Double latitude, String code) {
        var mapping = HEAD + """
                member: {name: {column: name}, point: {column: at}}
                memberships:
                  - {organization: c40, role: MEMBER}
                """;

        var stated = stated(mapping, "name", "Bonn", "at", cell);

        assertThat(stated.memberships().get(0).member().latitude()).isEqualTo(latitude);
        assertThat(stated.findings()).extracting(FileFinding::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        31/02/2021  | '31/02/2021' is not a valid date (expected d/M/y or a date such as 2021
        20211       | '20211' is not a valid date (expected d/M/y or
        2021-02-30  | '2021-02-30' is not a valid date (expected d/M/y or
        1/1/20211   | '1/1/20211' is not a valid date (expected d/M/y or
        13/13/2021  | '13/13/2021' is not a valid date (expected d/M/y or
        soon        | 'soon' is not a valid date (expected d/M/y or
        """)
    void refusesARowWithAnInvalidDate(String cell, String message) {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, asOf: {column: seen, dates: d/M/y}");

        assertThat(refused(mapping, "name", "Bonn", "seen", cell))
                .singleElement()
                .asString()
                .startsWith("NOT_A_DATE seen: asOf: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "28/02/2021, 2021-02-28",
        "2021, 2021",
        "2021-02, 2021-02",
        "2020-09-07T09:45:19.793, 2020-09-07",
        "2021-11-04 17:30:00, 2021-11-04",
        "2021/2027, 2021/2027",
        "../2021-10-04, ../2021-10-04"
    })
    void readsADateWithThePrecisionPrinted(String cell, String date) {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, asOf: {column: seen, dates: d/M/y}");

        assertThat(one(mapping, "name", "Bonn", "seen", cell).evidence().asOf()).isEqualTo(PartialDate.parse(date));
    }

    @Test
    void refusesAMembershipThatEndsBeforeItStarts() {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, validFrom: {column: from}, validTo: {column: to}");

        assertThat(refused(mapping, "name", "Bonn", "from", "2021", "to", "2020-12"))
                .containsExactly("ENDS_BEFORE_IT_BEGINS to: validTo is before validFrom");
        assertThat(one(mapping, "name", "Bonn", "from", "2021", "to", "2021-06")
                        .statement()
                        .validTo())
                .isEqualTo(PartialDate.parse("2021-06"));
    }

    @Test
    void marksAMembershipAsInferredOnlyIfItDependsOnACorrection() {
        var mapping = HEAD + """
                member: {name: {column: name}, country: {column: iso}}
                corrections:
                  - {where: {name: Patù, iso: BRA}, set: {iso: ITA}, reason: It is in Apulia}
                  - {where: {name: Bonn, by: Cologne}, set: {by: A}, reason: Renamed}
                memberships:
                  - {organization: c40, role: MEMBER, via: {column: by, values: {A: a}}, printed: "{name} {iso} {by}"}
                """;

        var patu = stated(mapping, "name", "Patù", "iso", "BRA", "by", "A");
        assertThat(patu.findings()).extracting(FileFinding::code).containsExactly("CORRECTED");
        assertThat(patu.memberships()).singleElement().satisfies(stated -> {
            assertThat(stated.member().country()).isEqualTo("ITA");
            assertThat(stated.evidence().printed())
                    .as("as printed, not as corrected")
                    .isEqualTo("Patù BRA A");
            assertThat(stated.evidence().inferred()).isFalse();
            assertThat(stated.evidence().note()).isEqualTo("Column iso: printed 'BRA', read as 'ITA'. It is in Apulia");
        });

        var bonn = one(mapping, "name", "Bonn", "iso", "DEU", "by", "Cologne");
        assertThat(bonn.statement().viaIds()).containsExactly("a");
        assertThat(bonn.evidence().inferred()).isTrue();

        assertThat(one(mapping, "name", "Bonn", "iso", "DEU", "by", "A")
                        .evidence()
                        .note())
                .isNull();
    }

    @Test
    void usesOtherwiseIfACellIsEmptyOrDoesNotMatch() {
        var mapping = HEAD + """
                member:
                  name: {column: city, otherwise: {column: body}}
                  state: {column: body, pattern: ".+, ([A-Z]{2})", otherwise: null}
                memberships:
                  - {organization: c40, role: MEMBER}
                """;

        assertThat(one(mapping, "city", "", "body", "City of Boston, MA").member())
                .satisfies(member -> assertThat(member.name()).isEqualTo("City of Boston, MA"))
                .satisfies(member -> assertThat(member.state()).isEqualTo("MA"));
        assertThat(one(mapping, "city", "Boston", "body", "City of Boston").member())
                .satisfies(member -> assertThat(member.name()).isEqualTo("Boston"))
                .satisfies(member -> assertThat(member.state()).isNull());
    }

    @Test
    void refusesARowWhoseNameDoesNotMatchThePattern() {
        var mapping = PLAIN.replace("{column: name}", "{column: name, pattern: \"(.+) City\"}");

        assertThat(one(mapping, "name", "Mexico City").member().name()).isEqualTo("Mexico");
        assertThat(refused(mapping, "name", "Boston"))
                .containsExactly("NOT_LIKE_PATTERN name: 'Boston' does not match the pattern (.+) City");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        7737002      | 7737002
        7,737,002    | 7737002
        7.737.002    | 7737002
        7 737 002    | 7737002
        7\u202F737\u202F002 | 7737002
        7'737'002    | 7737002
        12,345       | 12345
        1193605.0    | 1193605
        1,193,605.00 | 1193605
        0            | 0
        1.00E+05     | 100000
        1,50E+05     | 150000
        1.193605e6   | 1193605
        """)
    void readsAPopulationAsPeoplePrintIt(String cell, long people) {
        var mapping = Mapping.read(HEAD + """
                member:
                  name: {column: name}
                  population: {column: people}
                memberships:
                  - {organization: c40, role: MEMBER}
                """, "my.yaml");

        var stated = (InterpretedRow.Stated)
                mapping.interpret(new TableRow(7, Map.of("name", "Lima", "people", cell), List.of()));

        assertThat(stated.memberships().get(0).member().population()).isEqualTo(people);
        assertThat(stated.findings())
                .extracting(FileFinding::code)
                .isEqualTo(cell.toUpperCase(Locale.ROOT).contains("E") ? List.of("ROUNDED_POPULATION") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"x, true", "X, true", "YES, true", "Straße, true", "STRASSE, true", "no, false", "'', false"})
    void comparesAFlagInAnyCase(String cell, boolean holds) {
        var mapping = Mapping.read(HEAD + """
                member:
                  name: {column: name}
                memberships:
                  - {organization: c40, role: MEMBER, where: {flag: {anyCase: [x, Yes, straße]}}}
                """, "my.yaml");

        var row = mapping.interpret(new TableRow(7, Map.of("name", "Lima", "flag", cell), List.of()));

        assertThat(row instanceof InterpretedRow.Stated).isEqualTo(holds);
    }
}
