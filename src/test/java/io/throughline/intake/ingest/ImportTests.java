package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.matching.MatchStep;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("full") // eighteen imports; ImportOverGraphQlTests does some by default
class ImportTests extends ImportTestBase {

    @Autowired
    private ImportLines lines;

    @Autowired
    private ImportUndo importUndo;

    @Autowired
    private ImportCanceller canceller;

    @Test
    void everyLineIsCountedOnce() {
        var run = run(true, LINES);
        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(run.counts().allLines()).isEqualTo(LINES.length);
        assertThat(run.counts().lines())
                .isEqualTo(Map.of(
                        LineOutcome.NEW, 3L,
                        LineOutcome.SAME, 1L,
                        LineOutcome.LEFT_OUT, 1L,
                        LineOutcome.WAITING, 1L,
                        LineOutcome.REJECTED, 2L,
                        LineOutcome.CHANGED, 0L));
        assertThat(findings(run))
                .containsExactly("6 AMBIGUOUS null", "7 NOT_A_DATE since", "8 TOO_FEW_CELLS null", "9 REPEATED null");
    }

    @Test
    void theSourceWasRetrievedByTheDayOfTheImport() {
        var before = LocalDate.now(ZoneOffset.UTC);
        run(true, "Boston,USA,Massachusetts,2019,yes");
        var source = driver.executableQuery(
                        "MATCH (source:Source {id: $id}) RETURN source.retrievedAtEarliest, source.retrievedAtLatest")
                .withParameters(Map.of("id", ImportedLists.SOURCE))
                .execute()
                .records()
                .get(0);
        assertThat(source.get(0).isNull()).isTrue();
        assertThat(source.get(1).asLocalDate()).isBetween(before, LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void acceptsAMappingWithAMergedOrganization() {
        run(true, "Boston,USA,Massachusetts,2019,yes");
        driver.executableQuery("""
                        MATCH (network:Entity {id: $network})
                        SET network:Merged
                        REMOVE network:Agent, network:Organization, network:Network
                        """)
                .withParameters(Map.of("network", ImportedLists.NETWORK))
                .execute();
        try (var job = imports.begin(ImportedLists.request(directory, false, LINES))) {
            assertThat(job.initialRun().state()).isEqualTo(ImportState.RUNNING);
        }
    }

    @Test
    void importingTheSameFileTwiceChangesNothing() {
        run(true, LINES);
        var before = GraphDigest.of(driver);
        var again = run(true, LINES);
        assertThat(again.counts().lines(LineOutcome.SAME)).isEqualTo(4);
        assertThat(again.counts().lines(LineOutcome.NEW)).isZero();
        assertThat(again.counts().agents()).isZero();
        assertThat(GraphDigest.of(driver)).isEqualTo(before);
    }

    @Test
    void aCorrectedFileSupersedesEarlierClaimsAndWithdrawsMissingOnes() {
        run(true, "Boston,USA,Massachusetts,2019,yes", "Nairobi,KEN,,2020,yes", "Copenhagen,DNK,,2021,yes");
        var corrected = run(true, "Boston,USA,Massachusetts,2018,yes", "Nairobi,KEN,,2020,yes");
        assertThat(corrected.counts().lines(LineOutcome.CHANGED)).isEqualTo(1);
        assertThat(corrected.counts().lines(LineOutcome.SAME)).isEqualTo(1);
        assertThat(corrected.counts().withdrawn()).isEqualTo(1);
        assertThat(members()).containsExactly("boston 2018", "nairobi 2020");
    }

    @Test
    void withdrawsNothingThatARejectedLineMaySay() {
        run(true, "Boston,USA,Massachusetts,2019,yes", "Nairobi,KEN,,2020,yes");
        var corrected = run(true, "Boston,USA,Massachusetts,2019,yes", "Nairobi");
        assertThat(corrected.counts().withdrawn()).isZero();
        assertThat(corrected.counts().unconfirmed()).isEqualTo(1);
        assertThat(members()).containsExactly("boston 2019", "nairobi 2020");
    }

    @Test
    void linesThatDifferOnlyInSpellingStateTheSame() {
        var run =
                run(true, "Boston,USA,Massachusetts,2019,yes", "BOSTON,USA,MA,2019,yes", "City of Boston,US,,2019,yes");
        assertThat(run.counts().lines(LineOutcome.NEW)).isEqualTo(1);
        assertThat(run.counts().lines(LineOutcome.SAME)).isEqualTo(2);
        assertThat(findings(run)).containsExactly("3 REPEATED null", "4 REPEATED null");
    }

    @Test
    void saysWhomEachLineMeansAndWhyNot() throws IOException {
        var run = run(
                true,
                "Boston,USA,Massachusetts,2019,yes",
                "Springfield,USA,,2019,yes",
                "Oslo,NOR,,2019,no",
                "Paris,FRA,,soon,yes",
                "Viareggio,ITA,,2020,yes");
        var details = new ArrayList<LineDetail>();
        lines.forEach(run.id(), line -> details.add(line.detail()));
        assertThat(details)
                .extracting(LineDetail::names)
                .containsExactly("Boston", "Springfield", "Oslo", "Paris", "Viareggio");
        assertThat(details.get(0).members()).singleElement().satisfies(boston -> {
            assertThat(boston.agentId()).isEqualTo("boston");
            assertThat(boston.place()).contains("Massachusetts", "population");
            assertThat(boston.step()).isEqualTo(MatchStep.NAME);
            assertThat(boston.score()).isEqualTo(1);
            assertThat(boston.added()).isFalse();
            assertThat(boston.alternativeCount()).isGreaterThan(5);
            assertThat(boston.alternatives()).hasSize(5);
        });
        assertThat(details.get(1).members()).singleElement().satisfies(springfield -> {
            assertThat(springfield.agentId()).isNull();
            assertThat(springfield.code()).isEqualTo("AMBIGUOUS");
            assertThat(springfield.alternativeCount()).isGreaterThan(20);
        });
        assertThat(details.get(2).reason()).isEqualTo("Not a member");
        assertThat(details.get(4).members())
                .singleElement()
                .satisfies(viareggio -> assertThat(viareggio.added()).isTrue());
        assertThat(run.counts().reasons())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new LineReason(LineOutcome.WAITING, "AMBIGUOUS"), 1L,
                        new LineReason(LineOutcome.LEFT_OUT, "Not a member"), 1L,
                        new LineReason(LineOutcome.REJECTED, "NOT_A_DATE"), 1L));
    }

    @Test
    void recordsTheFirstOfTwoContradictingLines() {
        var run = run(true, "Boston,USA,Massachusetts,2019,yes", "Boston,USA,Massachusetts,2020,yes");
        assertThat(run.counts().lines(LineOutcome.REJECTED)).isEqualTo(1);
        assertThat(findings(run)).containsExactly("3 CONTRADICTS_LINE null");
        assertThat(messages(run)).singleElement().asString().contains("line 2", "of Boston", "another validFrom");
        assertThat(members()).containsExactly("boston 2019");
    }

    @Test
    void reportsSwappedCoordinatesWithTheirColumnAndUsesTheLine() throws IOException {
        var located = ImportedLists.MAPPING
                .text()
                .replace("kind: CITY\n", "kind: CITY\n  latitude: {column: lat}\n  longitude: {column: lon}\n");
        var file = Files.writeString(
                directory.resolve("located.csv"),
                ImportedLists.HEADER + ",lat,lon\nMilan,ITA,,2018,yes,9.19,45.46\nParis,FRA,,2019,yes,48.86,2.35\n");
        var request = new ImportRequest(file, "located.csv", Mapping.read(located, "located.yaml"), "maria", true);
        var run = imports.begin(request).run(progress -> {});
        assertThat(members()).containsExactly("milan 2018", "paris 2019");
        assertThat(findings(run)).containsExactly("2 COORDINATES_SWAPPED lat");
        var remarks = lines.remarks(run.id(), 1);
        assertThat(remarks.total()).isEqualTo(1);
        assertThat(remarks.first()).extracting(ImportFinding::line).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organization: network-for-tests   | organization: no-network-at-all   | ORGANIZATION_UNKNOWN | no-network-at-all
            title: A list for tests, licence  | title: A list, publisher: no-network-at-all, licence | ORGANIZATION_UNKNOWN | no-network-at-all
            id: network-for-tests, name       | id: boston, name                  | ORGANIZATION_TAKEN   | boston
            'source: {id: list-for-tests, title: A list for tests, licence: CC0-1.0, statedAt: 2026-01-01}' | source: no-list-at-all | SOURCE_UNKNOWN | no-list-at-all
            'source: {id: list-for-tests'      | 'source: {id: boston'             | SOURCE_TAKEN         | boston
            """)
    void rejectsAMappingThatDoesNotFitTheGraph(String usual, String other, String code, String named) {
        var text = ImportedLists.MAPPING.text();
        assertThat(text).contains(usual);
        var changed = text.replace(usual, other);
        if (code.equals("ORGANIZATION_TAKEN")) {
            changed = changed.replace("organization: network-for-tests", "organization: boston");
        }
        var request = new ImportRequest(
                ImportedLists.request(directory, false, LINES).file(),
                "list.csv",
                Mapping.read(changed, "changed.yaml"),
                "maria",
                false);
        assertThatThrownBy(() -> imports.begin(request))
                .isInstanceOfSatisfying(ImportRejectedException.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo(code);
                    assertThat(rejected.isAbout("mapping")).isTrue();
                    assertThat(rejected).hasMessageContaining(named);
                });
    }

    @Test
    void rejectsAFileWithoutLines() {
        var request = ImportedLists.request(directory, true);
        assertThatThrownBy(() -> imports.begin(request))
                .isInstanceOfSatisfying(ImportRejectedException.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo("NO_ROWS");
                });
    }

    @Test
    void rejectsASecondImportOfASourceAtTheSameTime() {
        try (var first = imports.begin(ImportedLists.request(directory, true, LINES))) {
            assertThatThrownBy(() -> imports.begin(ImportedLists.request(directory, true, LINES)))
                    .isInstanceOfSatisfying(
                            ImportRejectedException.class,
                            rejected -> assertThat(rejected.code()).isEqualTo("SOURCE_BUSY"));
            assertThat(first.run(run -> {}).state()).isEqualTo(ImportState.DONE);
        }
    }

    @Test
    void undoingAnImportRestoresTheAnswers() {
        run(true, "Boston,USA,Massachusetts,2019,yes", "Nairobi,KEN,,2020,yes");
        var before = members();
        var corrected = run(true, "Boston,USA,Massachusetts,2018,yes", "Viareggio,ITA,,2022,yes");
        assertThat(members()).isNotEqualTo(before);
        var undone = importUndo.finish(importUndo.begin(corrected.id(), "anna"), changed -> {});
        assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
        assertThat(members()).isEqualTo(before);
        assertThat(agents("viareggio")).isEmpty();
        assertThatThrownBy(() -> importUndo.begin(corrected.id(), "anna")).isInstanceOf(ImportRejectedException.class);
    }

    @Test
    void undoesRunsOfTheSameSecondFromTheLastToTheFirst() {
        // their ids end in random characters: six in a row are almost never in order
        var runs = IntStream.rangeClosed(2010, 2015)
                .mapToObj(year -> run(true, "Boston,USA,Massachusetts,%d,yes".formatted(year)))
                .toList();
        for (var i = runs.size() - 1; i >= 0; i--) {
            var undone = importUndo.finish(importUndo.begin(runs.get(i).id(), "anna"), changed -> {});
            assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
        }
    }

    @Test
    void refusesToUndoAnImportThatALaterOneBuildsOn() {
        var first = run(true, "Boston,USA,Massachusetts,2019,yes");
        run(true, "Boston,USA,Massachusetts,2019,yes");
        assertThatThrownBy(() -> importUndo.begin(first.id(), "anna"))
                .isInstanceOfSatisfying(
                        ImportRejectedException.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("LATER_RUN"));
    }

    @Test
    void resumesAStoppedImportAfterItsLastBatch() {
        var undisturbed = run(true, LINES);
        var graph = GraphDigest.of(driver);
        ImportedLists.clear(driver);
        var request = ImportedLists.request(directory, true, LINES);
        var job = imports.begin(request, 3);
        var stopped = job.run(run -> job.stop());
        assertThat(stopped.state()).isEqualTo(ImportState.INTERRUPTED);
        assertThat(stopped.linesDone()).isEqualTo(3);
        assertThat(imports.findInterrupted(request)).map(ImportRun::id).contains(stopped.id());
        var resumed = imports.resume(stopped.id(), request.file()).run(run -> {});
        assertThat(resumed.state()).isEqualTo(ImportState.DONE);
        assertThat(resumed.counts()).isEqualTo(undisturbed.counts());
        assertThat(findings(resumed)).hasSize(4);
        assertThat(GraphDigest.of(driver)).isEqualTo(graph);
    }

    @Test
    void refusesToResumeAnImportWithAnotherFile() {
        var job = imports.begin(ImportedLists.request(directory, true, LINES), 3);
        var stopped = job.run(run -> job.stop());
        var other = ImportedLists.request(directory, true, "Boston,USA,Massachusetts,2019,yes");
        assertThatThrownBy(() -> imports.resume(stopped.id(), other.file()))
                .isInstanceOfSatisfying(
                        ImportRejectedException.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("OTHER_FILE"));
    }

    @Test
    void aCancelledImportStopsBeforeItsNextBatch() {
        var job = imports.begin(ImportedLists.request(directory, true, LINES), 3);
        var ended = job.run(run -> canceller.cancel(run.id(), "anna"));
        assertThat(ended.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(ended.linesDone()).isEqualTo(3);
        assertThat(ended.message()).isEqualTo("cancelled by anna");
    }

    private List<String> agents(String prefix) {
        return driver
                .executableQuery(
                        "MATCH (agent:Agent) WHERE agent.id STARTS WITH $prefix RETURN agent.id AS id ORDER BY id")
                .withParameters(Map.of("prefix", prefix))
                .execute()
                .records()
                .stream()
                .map(row -> row.get("id").asString())
                .toList();
    }
}
