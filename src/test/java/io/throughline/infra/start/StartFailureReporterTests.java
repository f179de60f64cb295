package io.throughline.infra.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureReporterTests {

    @Test
    void reportsAStartFailureHoweverDeeplyNested() {
        var failure = new StartFailureException("The file is wrong.", "Correct line 3.", new IOException("disk"));
        assertThat(StartFailureReporter.explain(new IllegalStateException("bean", new RuntimeException(failure))))
                .isEqualTo("The file is wrong. Correct line 3.");
    }

    @Test
    void reportsThePortInUse() {
        assertThat(StartFailureReporter.explain(new IllegalStateException(new PortInUseException(8080))))
                .startsWith("Port 8080 is in use.")
                .contains("--server.port=8081");
    }

    @Test
    void reportsTheInvalidSetting() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("some.size", "abc")));
        assertThatThrownBy(() -> settings.bind("some.size", Integer.class))
                .satisfies(failure -> assertThat(StartFailureReporter.explain(failure))
                        .isEqualTo("The setting some.size has the invalid value \"abc\". Correct it or leave it out."));
    }

    @Test
    void reportsTheInnermostCauseOfOtherFailuresInOneLine() {
        var failure = new IllegalStateException("bean a\nbean b", new IOException("Disk is full.\n\tat somewhere"));
        assertThat(StartFailureReporter.explain(failure))
                .isEqualTo("IOException, Disk is full. Start again with --debug to see the details.");
    }
}
