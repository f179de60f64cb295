package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A dry run reports what the import would do, changes nothing and blocks no writer. */
class DryRunTests extends ImportTestBase {

    @Tag("full") // does an import after each dry run
    @Test
    void reportsWhatTheImportDoesAndChangesNothing() {
        var before = GraphDigest.of(driver);
        var dry = run(false, LINES);
        assertThat(GraphDigest.of(driver)).isEqualTo(before);
        var applied = run(true, LINES);
        assertThat(dry.counts()).isEqualTo(applied.counts());
        assertThat(findings(dry)).isEqualTo(findings(applied));
        assertThat(outcomes(dry)).isEqualTo(outcomes(applied));
        assertThat(GraphDigest.of(driver)).isNotEqualTo(before);
    }

    @Tag("full") // does three imports
    @Test
    void reportsWhatTheImportOfACorrectedFileDoes() {
        run(true, LINES);
        String[] corrected = {
            "Boston,USA,Massachusetts,2018,yes",
            "Nairobi,KEN,,2020-05,yes",
            "Cagliari,ITA,,2023,yes",
            "Lima,PER,,2023,yes"
        };
        var dry = run(false, corrected);
        assertThat(dry.counts().lines(LineOutcome.CHANGED)).isEqualTo(1);
        assertThat(dry.counts().lines(LineOutcome.SAME)).isEqualTo(1);
        assertThat(dry.counts().withdrawn()).isEqualTo(1);
        var applied = run(true, corrected);
        assertThat(dry.counts()).isEqualTo(applied.counts());
        assertThat(outcomes(dry)).isEqualTo(outcomes(applied));
    }

    @Tag("full") // does an import after each dry run
    @Test
    void reportsTheSameWhenLaterBatchesNameAgentsThatEarlierOnesAdd() {
        String[] lines = {
            "Viareggio,ITA,,2022,yes",
            "Cagliari,ITA,,2023,yes",
            "Viareggio,ITA,,2022,yes",
            "Boston,USA,Massachusetts,2018,yes",
            "Cagliari,ITA,,2021,yes"
        };
        var dry =
                imports.begin(ImportedLists.request(directory, false, lines), 1).run(run -> {});
        var applied =
                imports.begin(ImportedLists.request(directory, true, lines), 1).run(run -> {});
        assertThat(dry.counts().agents()).isPositive();
        assertThat(dry.counts()).isEqualTo(applied.counts());
        assertThat(findings(dry)).isEqualTo(findings(applied));
        assertThat(outcomes(dry)).isEqualTo(outcomes(applied));
    }

    @Test
    void cannotBeResumed() {
        var request = ImportedLists.request(directory, false, LINES);
        var job = imports.begin(request, 3);
        var stopped = job.run(run -> job.stop());
        assertThat(stopped.state()).isEqualTo(ImportState.INTERRUPTED);
        assertThatThrownBy(() -> imports.resume(stopped.id(), request.file()))
                .isInstanceOfSatisfying(
                        ImportRejectedException.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("NOT_INTERRUPTED"))
                .hasMessageContaining("a dry run");
    }

    @Test
    @Timeout(60)
    void waitsForNoWriter() {
        try (var session = driver.session();
                var writing = session.beginTransaction()) {
            // locks that anyone who adds a city with an identifier, or changes Boston, would wait for
            writing.run("MERGE (turn:NumberTurn {id: 'all'}) SET turn.takenAt = datetime()")
                    .consume();
            writing.run("MATCH (city:Entity {id: 'boston'}) SET city.id = 'boston'")
                    .consume();
            assertThat(run(false, LINES).state()).isEqualTo(ImportState.DONE);
        }
    }
}
