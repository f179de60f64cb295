package io.throughline.graphql.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Writes responses. They are compressed here and not by the container, which does not compress responses with a strong
 * ETag: the tag must depend on the compression.
 */
final class ResponseWriter {

    private ResponseWriter() {}

    /** With the tag of the form that the caller has, preferably the one that it would get now. */
    static ServerResponse notModified(EntityTag tag, ServerRequest request) {
        var gzip = acceptsGzip(request);
        var compressed = tag.matches(request, gzip) ? gzip : !gzip;
        return headers(ServerResponse.status(HttpStatus.NOT_MODIFIED), tag, compressed)
                .header(CacheStatus.HEADER, CacheStatus.NOT_MODIFIED.header())
                .build();
    }

    /**
     * A response with its headers.
     *
     * @param tag null if it must not be stored
     * @param gzip whether the caller accepts a compressed body
     */
    static ServerResponse of(
            ComputedResponse computed,
            ResponseMediaType type,
            @Nullable EntityTag tag,
            CacheStatus cache,
            boolean gzip) {
        var compressed = computed.body().isCompressed(gzip);
        var response = headers(ServerResponse.status(computed.status()), tag, compressed)
                .contentType(type.contentType())
                .header(CacheStatus.HEADER, cache.header());
        if (computed.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            response.allow(HttpMethod.POST);
        }
        if (computed.status() == HttpStatus.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (compressed) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.body(computed.body().bytes(gzip));
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

    /** Whether the caller accepts a compressed body. */
    static boolean acceptsGzip(ServerRequest request) {
        return request.headers().header(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.matches("(?i)(gzip|\\*)(;q=(1|0\\.\\d*[1-9]\\d*|1\\.0*))?"));
    }
}
