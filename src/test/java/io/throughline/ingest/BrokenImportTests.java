package io.throughline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.throughline.GraphTest;
import io.throughline.cypher.GraphReader;
import io.throughline.cypher.GraphWriter;
import io.throughline.ledger.Ledger;
import io.throughline.matching.Matcher;
import io.throughline.published.FileLimits;
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
    private final Imports imports;
    private final Imports importsOfFailing;
    private final Driver driver;

    @Autowired
    BrokenImportTests(
            GraphReader reader,
            GraphWriter writer,
            Ledger ledger,
            Matcher matcher,
            RunReads reads,
            ImportSettings settings,
            FileLimits limits,
            Imports imports,
            Driver driver) {
        this.reader = reader;
        this.writer = writer;
        this.failing = spy(writer);
        this.imports = imports;
        this.importsOfFailing = new Imports(failing, ledger, matcher, reads, settings, limits);
        this.driver = driver;
    }

    @AfterEach
    void clear() {
        Lists.clear(driver);
    }

    @Test
    void itSaysThatItWasBrokenOffAndGoesOnOnceTheDatabaseIsBack() {
        var undisturbed = imports.begin(Lists.order(directory, true, LINES), 2).run(run -> {});
        var graph = GraphDigest.of(driver);
        Lists.clear(driver);

        var order = Lists.order(directory, true, LINES);
        var job = importsOfFailing.begin(order, 2);
        var id = job.begun().id();
        assertThatThrownBy(() -> job.run(run -> fail()))
                .isInstanceOf(ImportBroken.class)
                .hasMessage(id + " of 'list.csv' was broken off, since the database does not answer any more, e.g. with"
                        + " a full disk; the log says why. The same command goes on with it")
                .hasCauseInstanceOf(ServiceUnavailableException.class);
        // it could not be told that it ended
        assertThat(imports.run(id)).map(ImportRun::state).contains(ImportState.RUNNING);

        new Interruptions(reader, writer, new ImportSettings(2, Duration.ZERO, Duration.ZERO), "embedded").note();
        assertThat(imports.brokenOff(order)).map(ImportRun::id).contains(id);
        var resumed = imports.resume(id, order.file()).run(run -> {});
        assertThat(resumed.counts()).isEqualTo(undisturbed.counts());
        assertThat(GraphDigest.of(driver)).isEqualTo(graph);
    }

    @Test
    void ofADryRunItSaysThatNothingIsRecorded() {
        var before = GraphDigest.of(driver);
        var job = importsOfFailing.begin(Lists.order(directory, false, LINES), 2);
        assertThatThrownBy(() -> job.run(run -> fail()))
                .isInstanceOf(ImportBroken.class)
                .hasMessageEndingWith("Nothing is recorded");
        assertThat(GraphDigest.of(driver)).isEqualTo(before);
    }

    private void fail() {
        doThrow(ServiceUnavailableException.class).when(failing).write(any());
    }
}
