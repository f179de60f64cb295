package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.graphql.http.HttpProblemException;
import io.throughline.infra.limit.RequestLimits;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

class DownloadsTests {

    private static final ServerResponse LATER = ServerResponse.ok().build();

    private final DownloadSender downloads = new DownloadSender(
            new Binder(new MapConfigurationPropertySource(Map.of("throughline.limits.exports", "1")))
                    .bindOrCreate("throughline.limits", RequestLimits.class),
            new JsonMapper());

    @Test
    void rejectsOneExportTooMany() throws IOException {
        var first = slot();
        assertThatThrownBy(this::slot).isInstanceOfSatisfying(HttpProblemException.class, refusal -> {
            assertThat(refusal.status().value()).isEqualTo(503);
            assertThat(refusal.body().toString()).contains("code=TOO_MANY_EXPORTS", "limit=1");
        });
        first.write(out -> out.write('a'), new MockHttpServletResponse(), () -> true);
        assertThat(slot()).isNotNull();
    }

    @Test
    void freesTheSlotOfAnExportThatCannotBePrepared() {
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> downloads.begin(slot -> {
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void reportsAFailureBeforeAnythingIsSent() throws IOException {
        var response = new MockHttpServletResponse();
        response.setHeader("Content-Disposition", "attachment");
        slot().write(
                        out -> {
                            out.write(new byte[1000]);
                            out.flush();
                            throw new IllegalStateException("database away");
                        },
                        response,
                        () -> true);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getHeader("Content-Disposition")).isNull();
        assertThat(response.getContentAsString()).contains("INTERNAL_ERROR").doesNotContain("database away");
    }

    @Test
    void closesTheConnectionOnAFailureHalfway() {
        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> slot().write(
                                out -> {
                                    out.write(new byte[1 << 20]);
                                    throw new IllegalStateException("database away");
                                },
                                response,
                                () -> true))
                .isInstanceOf(IllegalStateException.class);
        assertThat(response.isCommitted()).isTrue();
        assertThat(slot()).isNotNull();
    }

    @Test
    void rejectsAnExportOfAGraphThatChangedMeanwhile() throws IOException {
        var response = new MockHttpServletResponse();
        slot().write(out -> out.write('a'), response, () -> false);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(response.getContentAsString()).contains("GRAPH_CHANGED");
    }

    @Test
    void ignoresAClientThatDisconnects() throws IOException {
        var response = new MockHttpServletResponse() {
            @Override
            public jakarta.servlet.ServletOutputStream getOutputStream() {
                return new Gone();
            }
        };
        slot().write(out -> out.write(new byte[1 << 20]), response, () -> true);
        assertThat(slot()).isNotNull();
    }

    private DownloadSender.Slot slot() {
        var slots = new DownloadSender.Slot[1];
        downloads.begin(slot -> {
            slots[0] = slot;
            return LATER;
        });
        return Objects.requireNonNull(slots[0]);
    }

    private static final class Gone extends jakarta.servlet.ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(jakarta.servlet.WriteListener listener) {}

        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
