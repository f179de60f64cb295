package io.throughline.intake.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.ListFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The samples have the oddities of the files that {@link RealFilesTests} reads. */
class SampleFilesTests {

    private static PublishedFile open(String name) throws UnreadableFileException {
        return PublishedFile.open(ListFiles.sample(name), name, ReadOptions.detect());
    }

    private static List<TableRow> rows(PublishedFile file) {
        var lines = PublishedFiles.lines(file);
        assertThat(lines).allSatisfy(line -> assertThat(line).isInstanceOf(TableRow.class));
        return lines.stream().map(TableRow.class::cast).toList();
    }

    private static TableRow row(List<TableRow> rows, Predicate<TableRow> which) {
        return rows.stream().filter(which).findFirst().orElseThrow();
    }

    private static String cell(TableRow row, String column) {
        return row.cells().getOrDefault(column, "");
    }

    @Test
    void climActorHasBytesOnOneLineThatAreNotUtf8() throws Exception {
        var file = open("climactor-2022-12.csv");
        var rows = rows(file);

        assertThat(rows).hasSize(28);
        assertThat(file.dialect())
                .isEqualTo(new FileDialect(FileFormat.CSV, StandardCharsets.UTF_8, true, ',', '"', 1, null));
        assertThat(file.header()).hasSize(14).startsWith("name", "iso", "entity_type");
        assertThat(file.findings()).isEmpty();
        assertThat(rows.stream().filter(row -> !row.findings().isEmpty()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.number()).isEqualTo(19);
                    assertThat(row.findings())
                            .extracting(FileFinding::code, FileFinding::column)
                            .containsExactly(
                                    tuple("INVALID_BYTE", "state"),
                                    tuple("INVALID_BYTE", "admin_1"),
                                    tuple("INVALID_BYTE", "region"));
                    assertThat(row.cells()).containsEntry("state", "Kanagawa\\xCAPrefecture");
                });
        assertThat(row(rows, row -> cell(row, "name").equals("Zürich")).cells())
                .containsEntry("state", "NA")
                .containsEntry("initiatives_committed", "NAZCA2020;;CDPCities2022");
    }

    @Test
    void cdpHasSeveralValuesAndPointsInACell() throws Exception {
        var rows = rows(open("cdp-cities-disclosing-2020.csv"));

        assertThat(rows).hasSize(8);
        assertThat(rows.get(1).cells())
                .containsEntry("City", "Recife")
                .containsEntry("Reporting Authority", "CDP Cities,ICLEI - Local Governments for Sustainability")
                .containsEntry("City Location", "POINT (-34.9 -8.05)");
        assertThat(rows.get(2).cells()).containsEntry("City", "Malmö").containsEntry("City Location", "");
    }

    @Test
    void theCovenantHasAMemberOnALineForEachCoordinator() throws Exception {
        var rows = rows(open("eu-covenant-coordinators-2022.csv"));

        assertThat(rows).hasSize(12);
        assertThat(rows.stream().filter(row -> cell(row, "name").equals("Leuven")))
                .extracting(row -> cell(row, "coordinator_name"))
                .containsExactly(
                        "Provincie Vlaams-Brabant",
                        "Interleuven",
                        "Association of Flemish Cities and Municipalities, BE");
    }

    @Test
    void raceToResilienceHasWindowsLineEnds() throws Exception {
        var rows = rows(open("race-to-resilience-members-2023.csv"));

        assertThat(rows).hasSize(19);
        assertThat(rows.get(18).number()).isEqualTo(20);
        assertThat(rows).noneMatch(row -> row.cells().values().stream().anyMatch(cell -> cell.contains("\r")));
    }

    @Test
    void theNetZeroTrackerIsAWorkbook() throws Exception {
        var file = open("net-zero-tracker-2022-12-20.xlsx");
        var rows = rows(file);

        assertThat(file.dialect()).isEqualTo(new FileDialect(FileFormat.XLSX, null, true, null, null, 1, "Sheet1"));
        assertThat(file.findings()).isEmpty();
        assertThat(file.header()).hasSize(65).startsWith("last_updated", "id_code", "name", "country", "actor_type");
        assertThat(rows).hasSize(32);
        assertThat(rows).filteredOn(row -> cell(row, "country").equals("XXX")).hasSize(1);
        assertThat(rows).extracting(row -> cell(row, "race_to_zero_member")).containsOnly("Yes", "No");
        assertThat(rows.get(0).cells())
                .containsEntry("end_target_year", "2050")
                .containsEntry("interim_target_percentage_reduction", "40")
                .containsEntry("isin_id", "")
                .containsEntry("last_updated", "2022-06-26 15:43:31");
    }
}
