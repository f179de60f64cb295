package io.throughline.graphql.http;

import java.util.Arrays;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Identifies a response before it is computed: the same request on the same graph version has the same tag. A compressed
 * response has different bytes and therefore its own tag.
 */
public record EntityTag(String name) {

    private static final String COMPRESSED = "-gzip";

    String header(boolean compressed) {
        return '"' + name + (compressed ? COMPRESSED : "") + '"';
    }

    /** Whether the caller already has the response, compressed or not (If-None-Match). */
    public boolean matches(ServerRequest request) {
        return matches(request, false) || matches(request, true);
    }

    /** Whether the caller already has the response in this form. */
    boolean matches(ServerRequest request, boolean compressed) {
        return request.headers().header(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals(header(compressed)));
    }
}
