package io.throughline.graphql.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes responses. They are compressed here and not by the container, which does not compress responses with a strong
 * ETag: the tag must depend on the compression.
 */
final class ResponseWriter {

    private static final int MIN_COMPRESSED_SIZE = 1024;

    private ResponseWriter() {}

    static ServerResponse notModified(EntityTag tag, ServerRequest request) {
        return headers(ServerResponse.status(HttpStatus.NOT_MODIFIED), tag, acceptsGzip(request))
                .build();
    }

    static ServerResponse of(
            Map<String, Object> result,
            HttpStatus status,
            ResponseMediaType type,
            @Nullable EntityTag tag,
            ServerRequest request,
            JsonMapper json)
            throws IOException {
        var bytes = json.writeValueAsBytes(result);
        var compressed = bytes.length >= MIN_COMPRESSED_SIZE && acceptsGzip(request);
        var response = headers(ServerResponse.status(status), tag, compressed).contentType(type.contentType());
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            response.allow(HttpMethod.POST);
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (compressed) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
            bytes = gzip(bytes);
        }
        return response.body(bytes);
    }

    static ServerResponse of(HttpProblemException problem, ResponseMediaType type) {
        var status = problem instanceof DocumentLookup.UnknownHashException ? type.status(false) : problem.status();
        return headers(ServerResponse.status(status), null, false)
                .contentType(type.contentType())
                .body(problem.body());
    }

    private static ServerResponse.BodyBuilder headers(
            ServerResponse.BodyBuilder response, @Nullable EntityTag tag, boolean compressed) {
        response.varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING);
        return tag == null
                ? response.cacheControl(CacheControl.noStore())
                : response.cacheControl(CacheControl.noCache()).eTag(tag.header(compressed));
    }

    private static boolean acceptsGzip(ServerRequest request) {
        return request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.matches("(?i)(gzip|\\*)(;q=(1|0\\.\\d*[1-9]\\d*|1\\.0*))?"));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var gzipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(gzipped)) {
            gzip.write(bytes);
        }
        return gzipped.toByteArray();
    }
}
