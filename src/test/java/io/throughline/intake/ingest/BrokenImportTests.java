package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.matching.AgentMatcher;
import io.throughline.intake.tabular.FileLimits;
import io.throughline.writing.ledger.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.beans.factory.annotation.Autowired;

/** The database stops to answer in the middle of an import, as one on a full disk does. */
@GraphTest
class BrokenImportTests {

    private static final String[] LINES = {
        "Boston,USA,Massachusetts,2019,yes", "Nairobi,KEN,,2020,yes", "Monza,ITA,,2022,yes", "Paris,FRA,,2021,yes"
    };

    @TempDir
    private Path directory;

    private final GraphReader reader;
    private final GraphWriter writer;
    private final GraphWriter failing;
    private final ImportStarter imports;
    private final ImportStarter importsOfFailing;
    private final Driver driver;

    @Autowired
    BrokenImportTests(
            GraphReader reader,
            GraphWriter writer,
            Ledger ledger,
            AgentMatcher matcher,
            RunQueries reads,
            ImportSettings settings,
            FileLimits limits,
            ImportStarter imports,
            Driver driver) {
        this.reader = reader;
        this.writer = writer;
        this.failing = spy(writer);
        this.imports = imports;
        this.importsOfFailing = new ImportStarter(failing, ledger, matcher, reads, settings, limits);
        this.driver = driver;
    }

    @AfterEach
    void clear() {
        ImportedLists.clear(driver);
    }

    @Test
    void itSaysThatItWasBrokenOffAndGoesOnOnceTheDatabaseIsBack() {
        var undisturbed =
                imports.begin(ImportedLists.order(directory, true, LINES), 2).run(run -> {});
        var graph = GraphDigest.of(driver);
        ImportedLists.clear(driver);

        var order = ImportedLists.order(directory, true, LINES);
        var job = importsOfFailing.begin(order, 2);
        var id = job.begun().id();
        assertThatThrownBy(() -> job.run(run -> fail()))
                .isInstanceOf(DatabaseLostException.class)
                .hasMessage(id + " of 'list.csv' was broken off, since the database does not answer any more, e.g. with"
                        + " a full disk; the log says why. The same command goes on with it")
                .hasCauseInstanceOf(ServiceUnavailableException.class);
        // it could not be told that it ended
        assertThat(imports.run(id)).map(ImportRun::state).contains(ImportState.RUNNING);

        new InterruptedRuns(reader, writer, new ImportSettings(2, Duration.ZERO, Duration.ZERO), "embedded").note();
        assertThat(imports.brokenOff(order)).map(ImportRun::id).contains(id);
        var resumed = imports.resume(id, order.file()).run(run -> {});
        assertThat(resumed.counts()).isEqualTo(undisturbed.counts());
        assertThat(GraphDigest.of(driver)).isEqualTo(graph);
    }

    @Test
    void ofADryRunItSaysThatNothingIsRecorded() {
        var before = GraphDigest.of(driver);
        var job = importsOfFailing.begin(ImportedLists.order(directory, false, LINES), 2);
        assertThatThrownBy(() -> job.run(run -> fail()))
                .isInstanceOf(DatabaseLostException.class)
                .hasMessageEndingWith("Nothing is recorded");
        assertThat(GraphDigest.of(driver)).isEqualTo(before);
    }

    private void fail() {
        doThrow(ServiceUnavailableException.class).when(failing).write(any());
    }
}
