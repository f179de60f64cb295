package io.throughline.intake.catalog;

import io.throughline.intake.catalog.TransferGuard.Limit;
import io.throughline.reference.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Downloads published lists: streamed to disk within limits of size and time, and resumed where an earlier attempt broke
 * off. A file has its final name only once it is complete.
 */
public final class ListDownloader {

    private static final int CHUNK = 1 << 16;
    private static final int MAX_REDIRECTS = 5;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
    private static final Pattern WEB_PAGE = Pattern.compile("(?is)\\s*(?:<!--.*?-->\\s*)?<(?:!doctype html|html)\\b.*");

    private final Path folder;
    private final DownloadSettings settings;
    private final HttpClient client;

    /** @param folder for the files; created when needed */
    public ListDownloader(Path folder, DownloadSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.connect())
                // each address is checked before it is followed
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Whether an address may be downloaded from. */
    static boolean isAllowed(URI address) {
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null;
    }

    /**
     * Downloads a list, unless an earlier download has the hash of the edition in the catalogue.
     *
     * @throws DownloadException if that is not possible; what arrived of the file is kept if the rest can be had later
     */
    public DownloadedFile download(PublishedList list, DownloadProgress progress) {
        var url = list.url();
        if (url == null) {
            throw new DownloadException(
                    "NO_ADDRESS",
                    "'%s' has no address to download it from: get the file from %s and give it with --file"
                            .formatted(list.id(), list.pageUrl()),
                    null);
        }
        var target = folder.resolve(list.fileName());
        try {
            Files.createDirectories(folder);
            if (list.sha256() != null && Files.isRegularFile(target)) {
                var earlier = describe(target);
                if (earlier.sha256().equals(list.sha256())) {
                    return earlier;
                }
            }
            return new Transfer(url, new PartialFile(target), progress).run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** The hash and the size of a file. */
    public static DownloadedFile describe(Path file) throws IOException {
        var digest = Sha256.digest();
        var size = update(digest, file);
        return new DownloadedFile(file, Sha256.hex(digest.digest()), size);
    }

    private static long update(MessageDigest digest, Path file) throws IOException {
        var size = 0L;
        try (var in = Files.newInputStream(file)) {
            var chunk = new byte[CHUNK];
            for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                size += read;
            }
        }
        return size;
    }

    /** One download of one file. */
    private final class Transfer {

        private final String url;
        private final PartialFile partial;
        private final DownloadProgress progress;
        private final long started = System.nanoTime();

        /** What broke the connection while the body was read; null if nothing did. */
        private @Nullable IOException failure;

        Transfer(String url, PartialFile partial, DownloadProgress progress) {
            this.url = url;
            this.partial = partial;
            this.progress = progress;
        }

        DownloadedFile run() throws IOException {
            var response = request(partial.validator(url).orElse(null));
            if (response.statusCode() == RANGE_NOT_SATISFIABLE) {
                response.body().close();
                partial.delete();
                response = request(null);
            }
            try (var body = response.body();
                    var guard = new TransferGuard(body, settings, started)) {
                if (response.statusCode() != OK && response.statusCode() != PARTIAL) {
                    throw problem(
                            "DOWNLOAD_REFUSED", "the server answered %d for %s".formatted(response.statusCode(), url));
                }
                return receive(response, body, guard);
            }
        }

        private HttpResponse<InputStream> request(@Nullable String validator) throws IOException {
            var address = URI.create(url);
            for (var redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
                var request = HttpRequest.newBuilder(address)
                        .timeout(settings.stall())
                        .header("User-Agent", "Throughline")
                        .header("Accept-Encoding", "identity");
                if (validator != null) {
                    request.header("Range", "bytes=%d-".formatted(partial.size()))
                            .header("If-Range", validator);
                }
                var response = send(request.build());
                if (!REDIRECTS.contains(response.statusCode())) {
                    return response;
                }
                response.body().close();
                address = redirected(address, response);
            }
            throw problem("TOO_MANY_REDIRECTS", "%s redirects more than %d times".formatted(url, MAX_REDIRECTS));
        }

        private URI redirected(URI from, HttpResponse<?> response) {
            var location = response.headers().firstValue("Location").orElse("");
            try {
                var address = from.resolve(location);
                if (!location.isEmpty() && isAllowed(address)) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                // no address at all, which is refused below
            }
            throw problem(
                    "DOWNLOAD_REFUSED",
                    "%s redirects to '%s', which is not an http or https address".formatted(url, location));
        }

        private HttpResponse<InputStream> send(HttpRequest request) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            } catch (HttpTimeoutException e) {
                throw problem(
                        "NO_CONNECTION",
                        "%s does not answer".formatted(request.uri().getHost()),
                        e);
            } catch (IOException e) {
                throw problem(
                        "NO_CONNECTION",
                        "no connection to %s (%s)".formatted(request.uri().getHost(), reason(e)),
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw problem("DOWNLOAD_STOPPED", "the download was stopped", e);
            }
        }

        private DownloadedFile receive(HttpResponse<InputStream> response, InputStream body, TransferGuard guard)
                throws IOException {
            var offset = offset(response);
            var rest = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            var total = rest < 0 ? -1 : offset + rest;
            if (total > settings.size().toBytes()) {
                throw tooLarge();
            }
            var first = readNBytes(body, CHUNK, guard);
            if (offset == 0 && isWebPage(response, first)) {
                throw problem("NOT_A_LIST", "%s returns a web page instead of the list".formatted(url));
            }
            var digest = Sha256.digest();
            if (offset > 0) {
                update(digest, partial.path());
            }
            var size = offset;
            try (var out = offset > 0 ? partial.append() : partial.begin(url, response.headers())) {
                for (var chunk = first; chunk.length > 0; chunk = readNBytes(body, CHUNK, guard)) {
                    size += chunk.length;
                    if (size > settings.size().toBytes()) {
                        partial.delete();
                        throw tooLarge();
                    }
                    digest.update(chunk);
                    out.write(chunk);
                    progress.onProgress(size, total);
                }
            }
            if (guard.exceeded() != null || total >= 0 && size < total || failure != null) {
                throw brokenOff(size, total, guard.exceeded());
            }
            partial.complete();
            return new DownloadedFile(partial.target(), Sha256.hex(digest.digest()), size);
        }

        /** Where in the file the response begins; 0 unless it continues the part that is there. */
        private long offset(HttpResponse<?> response) throws IOException {
            if (response.statusCode() != PARTIAL) {
                return 0;
            }
            var range =
                    RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
            if (!range.matches() || Long.parseLong(range.group(1)) != partial.size()) {
                partial.delete();
                throw problem(
                        "DOWNLOAD_REFUSED",
                        "%s returned another part of the file than was asked for; run the same command again"
                                .formatted(url));
            }
            return partial.size();
        }

        /** The next bytes, fewer only at the end, which is also where the connection breaks. */
        private byte[] readNBytes(InputStream body, int length, TransferGuard guard) {
            var chunk = new byte[length];
            var size = 0;
            try {
                while (size < length) {
                    var read = body.read(chunk, size, length - size);
                    if (read < 0) {
                        break;
                    }
                    guard.bytesArrived();
                    size += read;
                }
            } catch (IOException e) {
                failure = e;
            }
            return size == length ? chunk : Arrays.copyOf(chunk, size);
        }

        private static boolean isWebPage(HttpResponse<?> response, byte[] start) {
            var type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            var text = new String(start, 0, Math.min(start.length, 1000), StandardCharsets.UTF_8).replace("\uFEFF", "");
            return type.startsWith("text/html")
                    || type.startsWith("application/xhtml")
                    || WEB_PAGE.matcher(text).matches();
        }

        private static String reason(Throwable problem) {
            var root = problem;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        }

        private DownloadException tooLarge() {
            return problem(
                    "DOWNLOAD_TOO_LARGE",
                    "the file at %s is larger than %,d bytes (setting throughline.downloads.size)"
                            .formatted(url, settings.size().toBytes()));
        }

        private DownloadException brokenOff(long size, long total, @Nullable Limit exceeded) throws IOException {
            var what = exceeded == null
                    ? "the connection broke"
                    : exceeded == Limit.STALL
                            ? "nothing arrived for %d s"
                                    .formatted(settings.stall().toSeconds())
                            : "it took longer than %d s"
                                    .formatted(settings.time().toSeconds());
            return new DownloadException(
                    "DOWNLOAD_INCOMPLETE",
                    "the download of %s ended after %,d%s bytes: %s; run the same command again to %s"
                            .formatted(
                                    url,
                                    size,
                                    total < 0 ? "" : " of %,d".formatted(total),
                                    what,
                                    partial.validator(url).isPresent() ? "download the rest" : "start again"),
                    failure);
        }

        private DownloadException problem(String code, String message) {
            return problem(code, message, null);
        }

        private DownloadException problem(String code, String message, @Nullable Throwable cause) {
            return new DownloadException(
                    code, "%s: download %s by hand and give the file with --file".formatted(message, url), cause);
        }
    }
}
