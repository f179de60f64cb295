package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.throughline.CompleteLists;
import io.throughline.ListFiles;
import io.throughline.reference.date.PartialDate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every row of the second round of membership lists is a claim of the dataset, or left out with a reason in
 * {@code memberships-2-exceptions.csv}. The collected rows themselves are next to the project, not in it.
 */
class MembershipFactsAuditTests {

    private static final String MEMBERSHIPS = "memberships-2.csv";
    private static final String DECLARATIONS = "mysociety-climate-emergency-declarations-0.3.12.csv";
    private static final String REFUSAL = "mem-2.mysociety.";
    private static final int ROWS = 2_766;

    /** The lines of the dataset that were carried over, by the id of their claim. */
    private final Map<String, DatasetRow> carried = DatasetVariants.REAL.rows(DatasetTables.MEMBERSHIPS).stream()
            .filter(line -> line.required("claim").startsWith("mem-2."))
            .collect(Collectors.toMap(line -> line.required("claim"), Function.identity()));

    @Test
    void everyRowIsEitherAClaimOrLeftOutWithAReason() throws IOException {
        var rows = new TreeSet<Integer>();
        for (var exception : CollectedFacts.in("memberships-2-exceptions.csv")) {
            assertThat(exception.getField("reason")).as(exception.toString()).hasSizeGreaterThan(20);
            if (exception.getField("file").equals(MEMBERSHIPS)) {
                assertThat(rows.add(Integer.valueOf(exception.getField("row"))))
                        .as(exception.toString())
                        .isTrue();
            } else {
                assertThat(exception.getField("file")).isEqualTo(DECLARATIONS);
            }
        }
        assertThat(carried.keySet().stream().filter(id -> !id.startsWith(REFUSAL)))
                .allSatisfy(id -> assertThat(rows.add(Integer.valueOf(id.substring("mem-2.".length()))))
                        .as("%s is not left out too", id)
                        .isTrue());
        assertThat(rows)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ROWS).boxed().toList());
    }

    @Test
    void aRefusalIsADenialOnTheDayOfTheList() {
        assertThat(carried.values().stream()
                        .filter(line -> line.required("claim").startsWith(REFUSAL)))
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> {
                    assertThat(line.text("status")).isEqualTo("NOT_MEMBER");
                    assertThat(date(line, "as_of")).isEqualTo("2025-07-30");
                    assertThat(date(line, "valid_from")).isEmpty();
                });
    }

    @Test
    void whatIsOnlyInferredIsImplied() {
        assertThat(carried.values())
                .filteredOn(line -> Objects.equals(line.text("strength"), "IMPLIED"))
                .hasSizeGreaterThan(60)
                .extracting(line -> line.required("organization"))
                .containsOnly("eu-cities-mission", "us-climate-alliance");
    }

    @Test
    @CompleteLists
    void aClaimAgreesWithItsRow() throws IOException {
        var countries = countries();
        var row = 0;
        for (var fact : rows(ListFiles.complete("../facts/" + MEMBERSHIPS))) {
            row++;
            var line = carried.get(String.format(Locale.ROOT, "mem-2.%04d", row));
            if (line != null) {
                assertThat(line.required("organization")).as(fact.toString()).isEqualTo(fact.getField("organization"));
                assertThat(line.required("locator"))
                        .as(fact.toString())
                        .contains("\"" + fact.getField("printed") + "\"");
                assertThat(countries.get(line.required("member")))
                        .as(fact.toString())
                        .isEqualTo(fact.getField("country_iso3"));
                assertThat(date(line, "as_of")).as(fact.toString()).isEqualTo(fact.getField("as_of"));
                // a day of welcome or a last possible day is recorded as open on the side of the past
                assertThat(date(line, "valid_from"))
                        .as(fact.toString())
                        .isIn(fact.getField("valid_from"), "../" + fact.getField("valid_from"));
                assertThat(date(line, "valid_to"))
                        .as(fact.toString())
                        .isIn(fact.getField("valid_to"), "../" + fact.getField("valid_to"));
                assertThat(line.text("strength"))
                        .as(fact.toString())
                        .isEqualTo(fact.getField("strength").equals("STATED") ? "STATED" : "IMPLIED");
            }
        }
        assertThat(row).isEqualTo(ROWS);
    }

    @Test
    @CompleteLists
    void everyCouncilWithoutADeclarationIsADenialOrLeftOut() throws IOException {
        var leftOut = CollectedFacts.in("memberships-2-exceptions.csv").stream()
                .filter(exception -> exception.getField("file").equals(DECLARATIONS))
                .map(exception -> Integer.valueOf(exception.getField("row")))
                .collect(Collectors.toSet());
        var row = 0;
        var denials = 0;
        for (var fact : rows(ListFiles.complete(DECLARATIONS))) {
            row++;
            var code = fact.getField("local-authority-code").toLowerCase(Locale.ROOT);
            var line = code.isEmpty() ? null : carried.get(REFUSAL + code);
            var declared = fact.getField("made_declaration").startsWith("Y");
            assertThat(line != null || leftOut.contains(row))
                    .as(fact.toString())
                    .isEqualTo(!declared);
            if (line != null) {
                denials++;
                assertThat(leftOut).doesNotContain(row);
                assertThat(fact.getField("made_declaration")).startsWith("N");
                assertThat(line.text("printed")).isEqualTo(fact.getField("council"));
            }
        }
        assertThat(denials)
                .isEqualTo(carried.keySet().stream()
                        .filter(id -> id.startsWith(REFUSAL))
                        .count());
    }

    /** ISO 3166-1 alpha-3 code of the country of each city and region. */
    private static Map<String, String> countries() {
        var alpha3 = DatasetVariants.alpha3();
        var countries = new HashMap<String, String>();
        for (var table : List.of(DatasetTables.CITIES, DatasetTables.REGIONS)) {
            for (var government : DatasetVariants.REAL.rows(table)) {
                countries.put(
                        government.required("id"),
                        alpha3.getOrDefault(Objects.requireNonNullElse(government.text("country"), ""), ""));
            }
        }
        return countries;
    }

    private static String date(DatasetRow line, String column) {
        return line.cells().get(column) instanceof PartialDate date ? date.text() : "";
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }
}
