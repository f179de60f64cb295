package io.throughline.graphql.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, as named by the GraphQL over HTTP specification.
 *
 * @param query the document; null if it is given by {@code documentId} or by its hash
 * @param documentId the id of a trusted document, or null
 * @param operationName the operation to run; null if the document has only one
 */
record RequestParameters(
        @Nullable String query,
        @Nullable String documentId,
        @Nullable String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions) {

    /**
     * Checks the type of each parameter; unknown ones are ignored.
     *
     * @throws HttpProblemException if one has the wrong type
     */
    static RequestParameters of(Map<?, ?> values) {
        return new RequestParameters(
                text("query", values),
                text("documentId", values),
                text("operationName", values),
                map("variables", values),
                map("extensions", values));
    }

    /** The body to pass to GraphQL. */
    Map<String, Object> body(String document) {
        var body = new LinkedHashMap<String, Object>();
        body.put("query", document);
        if (operationName != null) {
            body.put("operationName", operationName);
        }
        body.put("variables", variables);
        body.put("extensions", extensions);
        return body;
    }

    private static @Nullable String text(String name, Map<?, ?> values) {
        var value = values.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw HttpProblemException.badRequest(name + " must be a string");
    }

    private static Map<String, Object> map(String name, Map<?, ?> values) {
        var value = values.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, entry) -> copy.put((String) key, entry));
            return copy;
        }
        throw HttpProblemException.badRequest(name + " must be an object");
    }
}
