package io.throughline.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.ingest.ImportRuns;
import io.throughline.ingest.ImportState;
import org.junit.jupiter.api.Test;

/** What is said last when an import is stopped by hand. */
class CtrlCTests {

    @Test
    void whatIsNotDoneIsGoneOnWith() {
        var begun = ImportRuns.of(ImportState.RUNNING, false);
        var goesOn = "The same command goes on with it; \"undo run-for-tests\" takes it back.";
        assertThat(CtrlC.lastWords(begun, ImportRuns.of(ImportState.INTERRUPTED, false), true))
                .isEqualTo("Stopped. " + goesOn);
        assertThat(CtrlC.lastWords(begun, null, false)).isEqualTo("Stopped without waiting any longer. " + goesOn);
    }

    @Test
    void whatIsDoneIsOnlyTakenBack() {
        assertThat(CtrlC.lastWords(
                        ImportRuns.of(ImportState.RUNNING, false), ImportRuns.of(ImportState.DONE, false), true))
                .isEqualTo("Stopped. The import is done; \"undo run-for-tests\" takes it back.");
    }

    @Test
    void aDryRunLeavesNothingBehind() {
        assertThat(CtrlC.lastWords(ImportRuns.of(ImportState.RUNNING, true), null, true))
                .isEqualTo("Stopped; nothing is recorded.");
    }
}
