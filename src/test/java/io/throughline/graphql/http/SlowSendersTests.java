package io.throughline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.infra.limit.RequestLimits;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.mock.env.MockEnvironment;

/** Slow request bodies, on a Tomcat with the default number of threads and a servlet that only reads bodies. */
@Timeout(60)
class SlowSendersTests {

    private static final int THREADS = 200;

    private final List<Socket> senders = new ArrayList<>();
    private final RequestBodyReader bodies = new RequestBodyReader(
            new Binder(new MapConfigurationPropertySource(
                            Map.of("throughline.limits.body", "200KB", "throughline.limits.body-time", "2s")))
                    .bindOrCreate("throughline.limits", RequestLimits.class),
            new MockEnvironment());

    private final WebServer server;

    SlowSendersTests() {
        var tomcat = new TomcatServletWebServerFactory(0);
        tomcat.addConnectorCustomizers(connector -> {
            var protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
            protocol.setMaxThreads(THREADS);
            protocol.setConnectionTimeout(5_000);
        });
        new TomcatRequestProbe.Attribute().customize(tomcat);
        server = tomcat.getWebServer(
                context -> context.addServlet("bodies", new BodyServlet()).addMapping("/"));
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (var sender : senders) {
            sender.close();
        }
        server.stop();
    }

    @Test
    void twoHundredAndFiftySlowSendersDoNotDelayOthers() throws Exception {
        for (var i = 0; i < 250; i++) {
            send("Content-Length: 1000\r\n\r\n{");
        }
        for (var size : new int[] {1, 10_000, 150_000, 1, 10_000, 150_000}) {
            var begin = System.nanoTime();
            assertThat(post("x".repeat(size)).body()).isEqualTo("200 " + size);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aSlowSenderIsDisconnectedWhenItsTimeIsOver() throws Exception {
        var sender = send("Content-Length: 1000\r\n\r\n");
        var begin = System.nanoTime();
        var answer = new Thread(() -> trickle(sender));
        answer.start();
        assertThat(new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("408 BODY_TOO_SLOW {code=BODY_TOO_SLOW, limit=2000, limitName=body-time, requested=2");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        answer.join();
    }

    @Test
    void rejectsABodyThatIsTooLargeWithoutReadingIt() throws Exception {
        var sender = send("Content-Length: 10000000\r\n\r\n{");
        var begin = System.nanoTime();
        assertThat(new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("413 BODY_TOO_LARGE {code=BODY_TOO_LARGE, limit=204800, limitName=body, requested=10000000}");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    private static void trickle(Socket sender) {
        try {
            while (true) {
                sender.getOutputStream().write('x');
                Thread.sleep(200);
            }
        } catch (IOException | InterruptedException closed) {
            // expected
        }
    }

    private Socket send(String rest) throws IOException {
        var sender = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        senders.add(sender);
        sender.getOutputStream()
                .write(("POST / HTTP/1.1\r\nHost: localhost\r\n" + rest).getBytes(StandardCharsets.UTF_8));
        return sender;
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private final class BodyServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                response.getWriter().write("200 " + bodies.text(request).length());
            } catch (HttpProblemException problem) {
                response.setStatus(problem.status().value());
                response.getWriter()
                        .write("%d %s %s"
                                .formatted(
                                        problem.status().value(), problem.code(), new TreeMap<>(problem.extensions())));
            }
        }
    }
}
