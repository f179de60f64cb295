package io.throughline.intake.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.reference.date.PartialDate;
import io.throughline.reference.id.Sha256;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ListDownloaderTests {

    private static final byte[] FILE = ("name,country\n" + "Zürich,CH\n".repeat(20_000)).getBytes(UTF_8);
    private static final String HASH = hash(FILE);
    private static final String TAG = "\"edition-1\"";

    @TempDir
    private Path folder;

    private ListServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ListServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void downloadsAWholeFile() throws IOException {
        server.serve("/a/towns.csv", FILE, TAG);
        var progress = new ArrayList<Long>();

        var file = downloader().download(list("/a/towns.csv", HASH), (bytes, total) -> {
            assertThat(total).isEqualTo(FILE.length);
            progress.add(bytes);
        });

        assertThat(file).isEqualTo(new DownloadedFile(folder.resolve("towns-2026.csv"), HASH, FILE.length));
        assertThat(Files.readAllBytes(file.path())).isEqualTo(FILE);
        assertThat(progress).isSorted().endsWith((long) FILE.length).hasSizeGreaterThan(1);
        assertThat(files()).containsExactly("towns-2026.csv");
    }

    @Test
    void doesNotDownloadAgainWhatHasTheRecordedHash() {
        server.serve("/towns.csv", FILE, TAG);

        downloader().download(list("/towns.csv", HASH), (bytes, total) -> {});
        downloader().download(list("/towns.csv", HASH), (bytes, total) -> {});
        assertThat(server.ranges()).hasSize(1);
        downloader().download(list("/towns.csv", null), (bytes, total) -> {});
        assertThat(server.ranges()).as("without a hash it may have changed").hasSize(2);
    }

    @Test
    void keepsWhatArrivedAndDownloadsOnlyTheRest() throws IOException {
        serveHalf("/towns.csv", TAG);

        var problem = problem("/towns.csv");

        assertThat(problem.code()).isEqualTo("DOWNLOAD_INCOMPLETE");
        assertThat(files()).containsExactly("towns-2026.csv.part", "towns-2026.csv.part.origin");
        var kept = Files.size(folder.resolve("towns-2026.csv.part"));
        // when the connection breaks, the JDK's client drops what it has received and nobody has read yet
        assertThat(kept).isBetween(0L, FILE.length / 2L);
        assertThat(problem)
                .hasMessageContaining("ended after %,d of %,d bytes".formatted(kept, FILE.length))
                .hasMessageEndingWith("run the same command again to download the rest");

        server.stopServing("/towns.csv");
        server.serve("/towns.csv", FILE, TAG);
        var file = downloader().download(list("/towns.csv", HASH), (bytes, total) -> {});

        assertThat(file.sha256()).isEqualTo(HASH);
        assertThat(Files.readAllBytes(file.path())).isEqualTo(FILE);
        assertThat(server.ranges()).containsExactly("", "bytes=%d-".formatted(kept));
        assertThat(files()).containsExactly("towns-2026.csv");
    }

    @Test
    void startsAgainIfTheFileHasChangedMeanwhile() throws IOException {
        serveHalf("/towns.csv", TAG);
        problem("/towns.csv");
        server.stopServing("/towns.csv");
        server.serve("/towns.csv", FILE, "\"edition-2\"");

        var file = downloader().download(list("/towns.csv", HASH), (bytes, total) -> {});

        assertThat(Files.readAllBytes(file.path())).isEqualTo(FILE);
    }

    @Test
    void startsAgainIfTheServerHasNoSuchPart() throws IOException {
        serveHalf("/towns.csv", TAG);
        problem("/towns.csv");
        server.stopServing("/towns.csv");
        server.handle("/towns.csv", exchange -> {
            if (exchange.getRequestHeaders().containsKey("Range")) {
                exchange.sendResponseHeaders(416, -1);
            } else {
                exchange.sendResponseHeaders(200, FILE.length);
                exchange.getResponseBody().write(FILE);
            }
        });

        var file = downloader().download(list("/towns.csv", HASH), (bytes, total) -> {});

        assertThat(file.sha256()).isEqualTo(HASH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"weak\"", ""})
    void startsAgainIfTheFileCannotBeRecognized(String tag) throws IOException {
        serveHalf("/towns.csv", tag);
        assertThat(problem("/towns.csv")).hasMessageEndingWith("run the same command again to start again");
        server.stopServing("/towns.csv");
        server.serve("/towns.csv", FILE, TAG);

        assertThat(downloader()
                        .download(list("/towns.csv", HASH), (bytes, total) -> {})
                        .sha256())
                .isEqualTo(HASH);
        assertThat(server.ranges()).containsExactly("", "");
    }

    @Test
    void downloadsAChangedFileAndGivesItsHash() {
        server.serve("/towns.csv", "name\nBoston\n".getBytes(UTF_8), TAG);

        var file = downloader().download(list("/towns.csv", HASH), (bytes, total) -> {});

        assertThat(file.sha256())
                .isEqualTo(hash("name\nBoston\n".getBytes(UTF_8)))
                .isNotEqualTo(HASH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=utf-8|name",
                "text/csv|<!DOCTYPE html><title>Sign in</title>",
                "application/octet-stream| <HTML lang='en'>",
                "text/plain|<!-- saved --><html>"
            })
    void refusesAWebPage(String type, String text) {
        server.handle("/towns.csv", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, text.length());
            exchange.getResponseBody().write(text.getBytes(UTF_8));
        });

        assertThat(problem("/towns.csv"))
                .hasMessage(
                        "%s returns a web page instead of the list: download %1$s by hand and give the file with --file"
                                .formatted(server.url("/towns.csv")))
                .extracting(DownloadException::code)
                .isEqualTo("NOT_A_LIST");
        assertThat(files()).isEmpty();
    }

    @Test
    void saysWhatTheServerAnswered() {
        server.handle("/towns.csv", exchange -> exchange.sendResponseHeaders(404, -1));

        assertThat(problem("/towns.csv"))
                .hasMessageStartingWith("the server answered 404 for " + server.url("/towns.csv"))
                .extracting(DownloadException::code)
                .isEqualTo("DOWNLOAD_REFUSED");
        assertThat(files()).isEmpty();
    }

    @Test
    void saysInOneLineThatThereIsNoConnection() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var url = "http://localhost:%d/towns.csv".formatted(port);

        var problem = problem(downloader(), listAt(url));

        assertThat(problem.code()).isEqualTo("NO_CONNECTION");
        assertThat(problem.getMessage())
                .startsWith("no connection to localhost (")
                .endsWith(": download %s by hand and give the file with --file".formatted(url))
                .doesNotContain("\n");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesAFileThatSaysItIsTooLarge() {
        server.serve("/towns.csv", FILE, TAG);

        assertThat(problem(downloader(settings(1000, Duration.ofMinutes(1))), list("/towns.csv", HASH)))
                .hasMessageContaining("larger than 1,000 bytes (setting throughline.downloads.size)")
                .extracting(DownloadException::code)
                .isEqualTo("DOWNLOAD_TOO_LARGE");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesAFileThatTurnsOutTooLarge() {
        server.handle("/towns.csv", exchange -> {
            exchange.sendResponseHeaders(200, 0); // its length is not announced
            exchange.getResponseBody().write(FILE);
        });

        assertThat(problem(downloader(settings(100_000, Duration.ofMinutes(1))), list("/towns.csv", HASH))
                        .code())
                .isEqualTo("DOWNLOAD_TOO_LARGE");
        assertThat(files()).isEmpty();
    }

    @Test
    void endsADownloadThatStalls() throws IOException {
        var gone = new CountDownLatch(1);
        server.handle("/towns.csv", exchange -> {
            exchange.getResponseHeaders().add("ETag", TAG);
            exchange.sendResponseHeaders(200, FILE.length);
            exchange.getResponseBody().write(FILE, 0, 100);
            exchange.getResponseBody().flush();
            try {
                gone.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            assertThat(problem(downloader(settings(1_000_000, Duration.ofMillis(200))), list("/towns.csv", HASH)))
                    .hasMessageContaining("ended after 100 of")
                    .hasMessageContaining("nothing arrived for")
                    .extracting(DownloadException::code)
                    .isEqualTo("DOWNLOAD_INCOMPLETE");
        } finally {
            gone.countDown();
        }
        assertThat(Files.size(folder.resolve("towns-2026.csv.part"))).isEqualTo(100);
    }

    @Test
    void followsRedirectsButNotForEverAndNotAnywhere() {
        server.serve("/towns.csv", FILE, TAG);
        redirect("/moved", "/towns.csv");
        redirect("/round", "/round");
        redirect("/file", "file:///etc/passwd");

        assertThat(problem("/round").code()).isEqualTo("TOO_MANY_REDIRECTS");
        assertThat(problem("/file"))
                .hasMessageContaining("redirects to 'file:///etc/passwd', which is not an http or https address");
        assertThat(downloader()
                        .download(list("/moved", HASH), (bytes, total) -> {})
                        .sha256())
                .isEqualTo(HASH);
    }

    @Test
    void namesThePageOfAListWithoutAnAddress() {
        assertThat(problem(downloader(), listAt(null)))
                .hasMessage("'towns-2026' has no address to download it from: "
                        + "get the file from https://example.org/towns and give it with --file")
                .extracting(DownloadException::code)
                .isEqualTo("NO_ADDRESS");
    }

    private void redirect(String from, String to) {
        server.handle(from, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private void serveHalf(String path, String tag) {
        server.handle(path, exchange -> {
            if (!tag.isEmpty()) {
                exchange.getResponseHeaders().add("ETag", tag);
            }
            exchange.sendResponseHeaders(200, FILE.length);
            exchange.getResponseBody().write(FILE, 0, FILE.length / 2);
            exchange.getResponseBody().flush();
        });
    }

    private ListDownloader downloader() {
        return downloader(settings(100_000_000, Duration.ofMinutes(1)));
    }

    private ListDownloader downloader(DownloadSettings settings) {
        return new ListDownloader(settings.folder(Path.of("unused")), settings);
    }

    private DownloadSettings settings(long size, Duration stall) {
        return new DownloadSettings(
                folder, DataSize.ofBytes(size), Duration.ofSeconds(10), stall, Duration.ofMinutes(1));
    }

    private DownloadException problem(String path) {
        return problem(downloader(), list(path, HASH));
    }

    private static DownloadException problem(ListDownloader downloader, PublishedList list) {
        return catchThrowableOfType(DownloadException.class, () -> downloader.download(list, (bytes, total) -> {}));
    }

    private PublishedList list(String path, @Nullable String sha256) {
        return PublishedListBuilder.builder(listAt(server.url(path)))
                .sha256(sha256)
                .build();
    }

    private static PublishedList listAt(@Nullable String url) {
        return PublishedListBuilder.builder()
                .id("towns-2026")
                .title("Towns")
                .publisher("A publisher")
                .content("Towns")
                .licence("CC0 1.0")
                .allows("Any use")
                .pageUrl("https://example.org/towns")
                .mapping("towns")
                .edition(PartialDate.parse("2026"))
                .url(url)
                .build();
    }

    private List<String> files() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(byte[] bytes) {
        return Sha256.hex(Sha256.digest().digest(bytes));
    }
}
