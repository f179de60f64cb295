package io.throughline.graphql.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the parameters from the body of a POST or the URL of a GET. */
@Component
class RequestParametersReader {

    private final RequestBodyReader bodies;
    private final JsonMapper json;

    RequestParametersReader(RequestBodyReader bodies, JsonMapper json) {
        this.bodies = bodies;
        this.json = json;
    }

    RequestParameters read(ServerRequest request) throws IOException {
        return request.method().equals(HttpMethod.POST) ? fromBody(request) : fromUrl(request);
    }

    private RequestParameters fromBody(ServerRequest request) throws IOException {
        if (!isJson(request)) {
            throw new HttpProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "unsupported Content-Type; expected application/json in UTF-8");
        }
        if (parsed("the body", bodies.text(request.servletRequest())) instanceof Map<?, ?> values) {
            return RequestParameters.of(values);
        }
        throw HttpProblemException.badRequest("the body is not a JSON object");
    }

    private static boolean isJson(ServerRequest request) {
        try {
            return request.headers()
                    .contentType()
                    .filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype)
                    .filter(type ->
                            type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8))
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private RequestParameters fromUrl(ServerRequest request) {
        var values = new HashMap<String, @Nullable Object>();
        try {
            for (var name : new String[] {"query", "documentId", "operationName"}) {
                values.put(name, request.param(name).orElse(null));
            }
            for (var name : new String[] {"variables", "extensions"}) {
                values.put(
                        name,
                        request.param(name)
                                .filter(text -> !text.isBlank())
                                .map(text -> parsed(name, text))
                                .orElse(null));
            }
        } catch (IllegalStateException e) {
            throw HttpProblemException.badRequest("the URL cannot be decoded");
        }
        return RequestParameters.of(values);
    }

    private @Nullable Object parsed(String what, String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JacksonException e) {
            throw HttpProblemException.badRequest(what + " is not valid JSON");
        }
    }
}
