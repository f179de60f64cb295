package io.throughline.graphql.http;

import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response without its headers.
 *
 * @param isCacheable whether it is the complete answer to a query, without errors, and depends on nothing but what its
 *     {@link EntityTag} stands for
 */
record ComputedResponse(HttpStatus status, ResponseBody body, boolean isCacheable) {

    /**
     * The response to an executed operation.
     *
     * @param gzip whether the caller accepts a compressed body
     */
    static ComputedResponse of(WebGraphQlResponse response, ResponseMediaType type, boolean gzip, JsonMapper json) {
        var context = response.getExecutionInput().getGraphQLContext();
        return new ComputedResponse(
                status(response, type),
                ResponseBody.of(json.writeValueAsBytes(response.toMap()), gzip),
                response.getErrors().isEmpty()
                        && OperationKindInstrumentation.isQuery(context)
                        && !UncachedResponse.isMarked(context));
    }

    private static HttpStatus status(WebGraphQlResponse response, ResponseMediaType type) {
        var codes = response.getErrors().stream()
                .map(error -> error.getExtensions().get("code"))
                .toList();
        if (codes.contains(OperationKindInstrumentation.BY_POST_ONLY)) {
            return HttpStatus.METHOD_NOT_ALLOWED;
        }
        var status = type.status(response.getExecutionResult().isDataPresent());
        if (status.isError() && codes.contains("UNAUTHORIZED")) {
            return HttpStatus.UNAUTHORIZED;
        }
        return status.isError() && codes.contains("FORBIDDEN") ? HttpStatus.FORBIDDEN : status;
    }

    static ComputedResponse cached(ResponseBody body) {
        return new ComputedResponse(HttpStatus.OK, body, true);
    }
}
