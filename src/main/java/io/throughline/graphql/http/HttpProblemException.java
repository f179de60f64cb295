package io.throughline.graphql.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that is not run, with the status and the code that say why. */
public class HttpProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final Map<String, Object> more;

    public HttpProblemException(HttpStatus status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /**
     * One that says more.
     *
     * @param more what stands in {@code extensions} beside the code
     */
    public HttpProblemException(HttpStatus status, String code, String message, Map<String, Object> more) {
        super(message);
        this.status = status;
        this.code = code;
        this.more = more;
    }

    /**
     * One for a limit.
     *
     * @param name the limit's, below {@code throughline.limits}
     * @param requested what was asked for or taken, as far as it was counted, in the unit of the limit
     */
    public static HttpProblemException beyond(
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

    /** Stable, as in {@code extensions.code}. */
    public String code() {
        return code;
    }

    /** The answer that tells it, in the shape of an answer of GraphQL. */
    public Map<String, Object> answer() {
        return Map.of("errors", List.of(Map.of("message", String.valueOf(getMessage()), "extensions", extensions())));
    }

    /** What stands in {@code extensions} of the error. */
    Map<String, Object> extensions() {
        var extensions = new LinkedHashMap<String, Object>(more);
        extensions.put("code", code);
        return extensions;
    }
}
