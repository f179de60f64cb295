package io.throughline.graphql.http;

import java.util.Arrays;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Names an answer before it is made: the same request of the same graph has the same one. A compressed answer has other
 * bytes and so a tag of its own.
 */
public record EntityTag(String name) {

    private static final String COMPRESSED = "-gzip";

    String header(boolean compressed) {
        return '"' + name + (compressed ? COMPRESSED : "") + '"';
    }

    /** Whether the caller says that it holds the answer, compressed or not. */
    public boolean isHeldBy(ServerRequest request) {
        return request.headers().header("If-None-Match").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals(header(false)) || tag.equals(header(true)));
    }
}
