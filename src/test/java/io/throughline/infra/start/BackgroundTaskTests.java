package io.throughline.infra.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackgroundTaskTests {

    @Test
    void givesItsOutcome() {
        assertThat(BackgroundTask.start("test", () -> "done").join()).isEqualTo("done");
    }

    @Test
    void throwsWhatTheWorkHasThrown() {
        assertThatThrownBy(BackgroundTask.start("test", () -> {
                    throw new StartFailureException("The file is wrong.", "Correct it.");
                })::join)
                .isInstanceOf(StartFailureException.class);
    }

    @Test
    void throwsAnErrorOfTheWorkToo() {
        assertThatThrownBy(BackgroundTask.start("test", () -> {
                    throw new OutOfMemoryError("Java heap space");
                })::join)
                .isInstanceOf(OutOfMemoryError.class);
    }
}
