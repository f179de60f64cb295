package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.ingest.ImportRuns;
import io.throughline.intake.ingest.ImportState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said last when an import is stopped by hand. */
class InterruptHandlerTests {

    @ParameterizedTest
    @CsvSource({
        "RUNNING, The same command goes on with it",
        "INTERRUPTED, The same command goes on with it",
        "CANCELLED, The same command goes on with it",
        "DONE, The import is done",
        "FAILED, The import is not gone on with"
    })
    void howToGoOnIsSaid(ImportState state, String said) {
        var run = ImportRuns.of(state, false);
        assertThat(InterruptHandler.lastWords(run, true))
                .isEqualTo("Stopped. %s; \"undo run-for-tests\" takes it back.".formatted(said));
        assertThat(InterruptHandler.lastWords(run, false)).startsWith("Stopped without waiting any longer. " + said);
    }

    @Test
    void aDryRunLeavesNothingBehind() {
        assertThat(InterruptHandler.lastWords(ImportRuns.of(ImportState.RUNNING, true), true))
                .isEqualTo("Stopped; nothing is recorded.");
    }
}
