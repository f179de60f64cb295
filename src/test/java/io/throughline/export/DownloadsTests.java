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
    void oneTooManyIsToldToComeAgain() throws IOException {
        var first = room();
        assertThatThrownBy(this::room).isInstanceOfSatisfying(HttpProblemException.class, refusal -> {
            assertThat(refusal.status().value()).isEqualTo(503);
            assertThat(refusal.body().toString()).contains("code=TOO_MANY_EXPORTS", "limit=1");
        });
        first.write(out -> out.write('a'), new MockHttpServletResponse(), () -> true);
        assertThat(room()).isNotNull();
    }

    @Test
    void whatCannotBePreparedTakesNoRoom() {
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> downloads.begin(room -> {
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFailureBeforeAnythingWasSentIsTold() throws IOException {
        var response = new MockHttpServletResponse();
        response.setHeader("Content-Disposition", "attachment");
        room().write(
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
    void aFailureHalfwayBreaksTheConnection() {
        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> room().write(
                                out -> {
                                    out.write(new byte[1 << 20]);
                                    throw new IllegalStateException("database away");
                                },
                                response,
                                () -> true))
                .isInstanceOf(IllegalStateException.class);
        assertThat(response.isCommitted()).isTrue();
        assertThat(room()).isNotNull();
    }

    @Test
    void aGraphThatChangedMeanwhileIsNotTakenForOne() throws IOException {
        var response = new MockHttpServletResponse();
        room().write(out -> out.write('a'), response, () -> false);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(response.getContentAsString()).contains("GRAPH_CHANGED");
    }

    @Test
    void whoLeavesIsNotAnError() throws IOException {
        var response = new MockHttpServletResponse() {
            @Override
            public jakarta.servlet.ServletOutputStream getOutputStream() {
                return new Gone();
            }
        };
        room().write(out -> out.write(new byte[1 << 20]), response, () -> true);
        assertThat(room()).isNotNull();
    }

    private DownloadSender.Room room() {
        var taken = new DownloadSender.Room[1];
        downloads.begin(room -> {
            taken[0] = room;
            return LATER;
        });
        return Objects.requireNonNull(taken[0]);
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
