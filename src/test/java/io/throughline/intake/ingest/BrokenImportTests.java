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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.beans.factory.annotation.Autowired;

/** The database stops responding in the middle of an import, e.g. because its disk is full. */
@Tag("full") // stops the database
@GraphTest
class BrokenImportTests {

    private static final String[] LINES = {
        "Boston,USA,Massachusetts,2019,yes", "Nairobi,KEN,,2020,yes", "Viareggio,ITA,,2022,yes", "Paris,FRA,,2021,yes"
    };

    @TempDir
    private Path directory;

    private final GraphReader reader;
    private final GraphWriter writer;
    private final GraphWriter failing;
    private final ImportStarter imports;
    private final ImportStarter failingImports;
    private final Driver driver;

    @Autowired
    BrokenImportTests(
            GraphReader reader,
            GraphWriter writer,
            Ledger ledger,
            AgentMatcher matcher,
            RunQueries queries,
            ImportSettings settings,
            FileLimits limits,
            ImportStarter imports,
            Driver driver) {
        this.reader = reader;
        this.writer = writer;
        this.failing = spy(writer);
        this.imports = imports;
        this.failingImports = new ImportStarter(failing, ledger, matcher, queries, settings, limits);
        this.driver = driver;
    }

    @AfterEach
    void clear() {
        ImportedLists.clear(driver);
    }

    @Test
    void isInterruptedAndCanBeResumedOnceTheDatabaseIsBack() {
        var uninterrupted =
                imports.begin(ImportedLists.request(directory, true, LINES), 2).run(run -> {});
        var graph = GraphDigest.of(driver);
        ImportedLists.clear(driver);

        var request = ImportedLists.request(directory, true, LINES);
        var job = failingImports.begin(request, 2);
        var id = job.initialRun().id();
        assertThatThrownBy(() -> job.run(run -> fail()))
                .isInstanceOf(DatabaseLostException.class)
                .hasMessage(id
                        + " of 'list.csv' was interrupted: the database no longer responds, e.g. because its disk is full;"
                        + " see the log. Run the same command again to resume")
                .hasCauseInstanceOf(ServiceUnavailableException.class);
        // the run could not be marked as ended
        assertThat(imports.run(id)).map(ImportRun::state).contains(ImportState.RUNNING);

        new InterruptedRuns(reader, writer, new ImportSettings(2, Duration.ZERO, Duration.ZERO), "embedded")
                .markAtStart();
        assertThat(imports.findInterrupted(request)).map(ImportRun::id).contains(id);
        var resumed = imports.resume(id, request.file()).run(run -> {});
        assertThat(resumed.counts()).isEqualTo(uninterrupted.counts());
        assertThat(GraphDigest.of(driver)).isEqualTo(graph);
    }

    @Test
    void saysThatADryRunRecordedNothing() {
        var before = GraphDigest.of(driver);
        var job = failingImports.begin(ImportedLists.request(directory, false, LINES), 2);
        assertThatThrownBy(() -> job.run(run -> fail()))
                .isInstanceOf(DatabaseLostException.class)
                .hasMessageEndingWith("Nothing was recorded");
        assertThat(GraphDigest.of(driver)).isEqualTo(before);
    }

    private void fail() {
        doThrow(ServiceUnavailableException.class).when(failing).write(any());
    }
}
