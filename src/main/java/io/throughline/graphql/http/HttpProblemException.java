package io.throughline.graphql.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that is rejected before execution, with its status and code. */
public class HttpProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final Map<String, Object> details;

    public HttpProblemException(HttpStatus status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /**
     * A problem with details.
     *
     * @param details the other entries of {@code extensions}
     */
    public HttpProblemException(HttpStatus status, String code, String message, Map<String, Object> details) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    /**
     * A problem caused by a limit.
     *
     * @param name the name of the limit under {@code throughline.limits}
     * @param requested the requested or used amount, as far as it was counted, in the unit of the limit
     */
    public static HttpProblemException overLimit(
            HttpStatus status, String code, String name, long limit, long requested, String message) {
        return new HttpProblemException(
                status, code, message, Map.of("limitName", name, "limit", limit, "requested", requested));
    }

    static HttpProblemException badRequest(String message) {
        return new HttpProblemException(HttpStatus.BAD_REQUEST, "BAD_REQUEST", message);
    }

    public HttpStatus status() {
        return status;
    }

    /** The stable {@code extensions.code}. */
    public String code() {
        return code;
    }

    /** The response body, shaped like a GraphQL response. */
    public Map<String, Object> body() {
        return Map.of("errors", List.of(Map.of("message", String.valueOf(getMessage()), "extensions", extensions())));
    }

    /** The {@code extensions} of the error. */
    Map<String, Object> extensions() {
        var extensions = new LinkedHashMap<String, Object>(details);
        extensions.put("code", code);
        return extensions;
    }
}
