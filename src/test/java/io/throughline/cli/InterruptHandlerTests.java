package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.ingest.ImportRuns;
import io.throughline.intake.ingest.ImportState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last line printed when an import is stopped with Ctrl-C. */
class InterruptHandlerTests {

    @ParameterizedTest
    @CsvSource({
        "RUNNING, Run the same command again to resume",
        "INTERRUPTED, Run the same command again to resume",
        "CANCELLED, Run the same command again to resume",
        "DONE, The import is complete",
        "FAILED, The import cannot be resumed"
    })
    void saysHowToResume(ImportState state, String expected) {
        var run = ImportRuns.of(state, false);
        assertThat(InterruptHandler.message(run, true))
                .isEqualTo("Stopped. %s. To take the import back, run \"undo run-for-tests\".".formatted(expected));
        assertThat(InterruptHandler.message(run, false))
                .startsWith("Stopped before the current batch was finished. " + expected);
    }

    @Test
    void saysThatADryRunRecordedNothing() {
        assertThat(InterruptHandler.message(ImportRuns.of(ImportState.RUNNING, true), true))
                .isEqualTo("Stopped. Nothing was recorded.");
    }
}
