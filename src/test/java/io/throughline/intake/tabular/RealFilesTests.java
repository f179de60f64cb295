package io.throughline.intake.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.CompleteLists;
import io.throughline.ListFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Reads files that were really published, unchanged. */
@CompleteLists
class RealFilesTests {

    private static PublishedFile open(String name) throws UnreadableFileException {
        return PublishedFile.open(ListFiles.complete(name), name, ReadOptions.detect());
    }

    private static List<TableRow> rows(PublishedFile file) {
        var lines = PublishedFiles.lines(file);
        assertThat(lines).allSatisfy(line -> assertThat(line).isInstanceOf(TableRow.class));
        return lines.stream().map(TableRow.class::cast).toList();
    }

    private static TableRow row(List<TableRow> rows, Predicate<TableRow> condition) {
        return rows.stream().filter(condition).findFirst().orElseThrow();
    }

    private static String cell(TableRow row, String column) {
        return row.cells().getOrDefault(column, "");
    }

    @Test
    void climActorHasSixBytesOnOneLineThatAreNotUtf8() throws Exception {
        var file = open("climactor-2022-12.csv");
        var rows = rows(file);

        assertThat(rows).hasSize(14_706);
        assertThat(file.dialect())
                .isEqualTo(new FileDialect(FileFormat.CSV, StandardCharsets.UTF_8, true, ',', '"', 1, null));
        assertThat(file.header())
                .containsExactly(
                        "name",
                        "iso",
                        "entity_type",
                        "country",
                        "area",
                        "num_commit",
                        "lat",
                        "lng",
                        "population",
                        "population_year",
                        "state",
                        "admin_1",
                        "initiatives_committed",
                        "region");
        assertThat(file.findings()).isEmpty();
        var odd = rows.stream().filter(row -> !row.findings().isEmpty()).toList();
        assertThat(odd).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(4555);
            assertThat(row.findings())
                    .extracting(FileFinding::code, FileFinding::column)
                    .containsExactly(
                            tuple("INVALID_BYTE", "state"),
                            tuple("INVALID_BYTE", "admin_1"),
                            tuple("INVALID_BYTE", "region"));
            assertThat(row.cells())
                    .containsEntry("state", "Shizuoka\\xCAPrefecture")
                    .containsEntry("region", "East\\xCAAsia\\xCAand\\xCAthe\\xCAPacific");
        });
        assertThat(rows.get(0).cells())
                .containsEntry("name", "!Kheis")
                .containsEntry("admin_1", "NA")
                .containsEntry("initiatives_committed", "GlobalCovenantofMayors2019;NAZCA");
        assertThat(row(rows, row -> cell(row, "name").equals("25 De Mayo")).cells())
                .containsEntry("initiatives_committed", "NAZCA2020;;DDLNetZeroDB2020;;RacetoZero2020;NAZCA2020");
    }

    @Test
    void cdpHasListsAndPointsInCells() throws Exception {
        var rows = rows(open("cdp-cities-disclosing-2020.csv"));

        assertThat(rows).hasSize(566);
        assertThat(rows.get(1).cells())
                .containsEntry("City", "Fernandópolis")
                .containsEntry("Reporting Authority", "CDP Cities,ICLEI - Local Governments for Sustainability")
                .containsEntry("City Location", "POINT (-50.2475 -20.2858)")
                .containsEntry("Last update", "2020-09-07T09:45:19.793");
        assertThat(row(rows, row -> cell(row, "City").equals("Lund")).cells()).containsEntry("City Location", "");
    }

    @Test
    void theCovenantHasOneLineForEachMemberAndCoordinator() throws Exception {
        var rows = rows(open("eu-covenant-coordinators-2022.csv"));

        assertThat(rows).hasSize(248);
        assertThat(rows.stream().filter(row -> cell(row, "name").equals("Monterenzio")))
                .extracting(row -> cell(row, "coordinator_name"))
                .containsExactly("AESS, IT", "Province of Bologna", "Regione Emilia-Romagna");
        assertThat(row(rows, row -> cell(row, "name").startsWith("Pat")).cells())
                .containsEntry("name", "Patù")
                .containsEntry("country", "Brazil");
    }

    @Test
    void raceToResilienceHasWindowsLineEnds() throws Exception {
        var rows = rows(open("race-to-resilience-members-2023.csv"));

        assertThat(rows).hasSize(189);
        assertThat(rows.get(188).number()).isEqualTo(190);
        assertThat(row(rows, row -> cell(row, "member").equals("Calgary")).cells())
                .containsEntry("location_as_stated", "Alberta, EEUU");
        assertThat(rows).noneMatch(row -> row.cells().values().stream().anyMatch(cell -> cell.contains("\r")));
    }

    @Test
    void theNetZeroTrackerIsAWorkbook() throws Exception {
        var file = open("net-zero-tracker-2022-12-20.xlsx");
        var rows = rows(file);

        assertThat(file.dialect()).isEqualTo(new FileDialect(FileFormat.XLSX, null, true, null, null, 1, "Sheet1"));
        assertThat(file.findings()).isEmpty();
        assertThat(file.header()).hasSize(65).startsWith("last_updated", "id_code", "name", "country", "actor_type");
        assertThat(rows).hasSize(4_089);
        assertThat(rows.get(4_088).number()).isEqualTo(4_090);
        assertThat(rows)
                .filteredOn(row -> cell(row, "actor_type").equals("City"))
                .hasSize(1_177);
        assertThat(rows)
                .filteredOn(row -> cell(row, "actor_type").equals("Region"))
                .hasSize(713);
        assertThat(rows).filteredOn(row -> cell(row, "country").equals("XXX")).hasSize(1);
        assertThat(rows).extracting(row -> cell(row, "race_to_zero_member")).containsOnly("Yes", "No");
        assertThat(rows.get(0).cells())
                .containsEntry("end_target_year", "2050")
                .containsEntry("interim_target_percentage_reduction", "13.6")
                .containsEntry("isin_id", "")
                .containsEntry("last_updated", "2022-05-28 08:07:58");
    }
}
