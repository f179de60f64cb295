package io.throughline.graphql.http;

import io.throughline.infra.problem.CodedProblem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that is rejected before execution, with its status and code. */
public class HttpProblemException extends RuntimeException implements CodedProblem {

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

    /** Reports another problem with this status, keeping its code, message and details. */
    public static HttpProblemException of(HttpStatus status, CodedProblem problem) {
        return new HttpProblemException(
                status, problem.code(), String.valueOf(problem.getMessage()), problem.details());
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

    @Override
    public String code() {
        return code;
    }

    /** The response body, shaped like a GraphQL response. */
    public Map<String, Object> body() {
        return Map.of("errors", List.of(Map.of("message", String.valueOf(getMessage()), "extensions", extensions())));
    }

    @Override
    public Map<String, Object> details() {
        return details;
    }
}
