package io.throughline.intake.reconcile;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.http.HttpProblemException;
import io.throughline.graphql.http.RequestBodyReader;
import io.throughline.infra.cypher.TimeLimitExceededException;
import io.throughline.infra.problem.CodedProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Handles the requests of the Reconciliation Service API. */
@Component
class ReconciliationEndpoint {

    static final String PATH = "/reconcile";

    private static final Logger log = LoggerFactory.getLogger(ReconciliationEndpoint.class);

    private final ServiceManifest manifest;
    private final RequestBodyReader bodies;
    private final QueryBatchReader batches;
    private final Reconciler reconciler;
    private final DataExtension extension;

    ReconciliationEndpoint(
            ServiceManifest manifest,
            RequestBodyReader bodies,
            QueryBatchReader batches,
            Reconciler reconciler,
            DataExtension extension) {
        this.manifest = manifest;
        this.bodies = bodies;
        this.batches = batches;
        this.reconciler = reconciler;
        this.extension = extension;
    }

    /** Answers {@code queries} or {@code extend} in the URL, or else with the manifest. */
    ServerResponse get(ServerRequest request) {
        return answer(parameters(request))
                .map(ReconciliationEndpoint::json)
                .orElseGet(() -> json(manifest.at(ServletUriComponentsBuilder.fromContextPath(request.servletRequest())
                        .path(PATH)
                        .toUriString())));
    }

    /** Answers {@code queries} or {@code extend} in a form. */
    ServerResponse post(ServerRequest request) {
        if (!request.headers()
                .contentType()
                .map(MediaType.APPLICATION_FORM_URLENCODED::equalsTypeAndSubtype)
                .orElse(false)) {
            throw new HttpProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "unsupported Content-Type; expected application/x-www-form-urlencoded");
        }
        return json(answer(form(bodies.text(request.servletRequest())))
                .orElseThrow(() -> InvalidArgumentException.described(
                        "the form",
                        "missing both queries and extend",
                        "one of them, e.g. queries={\"q0\": {\"query\": \"Boston\"}}")));
    }

    private Optional<Object> answer(Map<String, String> parameters) {
        var queries = parameters.get(QueryBatchReader.PARAMETER);
        var extend = parameters.get(DataExtension.PARAMETER);
        if (queries != null && extend != null) {
            throw InvalidArgumentException.described("the request", "a mix of queries and extend", "one of them");
        }
        if (queries != null) {
            return Optional.of(reconciler.reconcile(batches.read(queries)));
        }
        return Optional.ofNullable(extend).map(extension::extend);
    }

    /**
     * The parameters in the URL.
     *
     * @throws HttpProblemException if they cannot be decoded
     */
    static Map<String, String> parameters(ServerRequest request) {
        try {
            return withoutCallback(request.params().toSingleValueMap());
        } catch (IllegalStateException e) {
            throw new HttpProblemException(HttpStatus.BAD_REQUEST, "BAD_REQUEST", "the URL cannot be decoded");
        }
    }

    /** JSONP would run this server's answers as scripts in other people's pages; CORS makes it unnecessary. */
    private static Map<String, String> withoutCallback(Map<String, String> parameters) {
        if (parameters.containsKey("callback")) {
            throw InvalidArgumentException.described(
                    "callback", "not supported (JSONP)", "a request without it; any site's pages may read the answer");
        }
        return parameters;
    }

    private static Map<String, String> form(String body) {
        var fields = new LinkedHashMap<String, String>();
        try {
            Arrays.stream(body.split("&")).filter(field -> !field.isBlank()).forEach(field -> {
                var equals = field.indexOf('=');
                var name = equals < 0 ? field : field.substring(0, equals);
                fields.put(decoded(name), equals < 0 ? "" : decoded(field.substring(equals + 1)));
            });
        } catch (IllegalArgumentException e) {
            throw InvalidArgumentException.described("the form", "not URL-encoded", "%XX for special characters");
        }
        return withoutCallback(fields);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** An answer; not cached, since the graph may change at any time. */
    static ServerResponse json(Object body) {
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** The answer to a request that failed, as everywhere on this server. */
    static ServerResponse failure(Throwable failure) {
        var problem = problem(failure);
        return ServerResponse.status(problem.status())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(problem.body());
    }

    private static HttpProblemException problem(Throwable failure) {
        if (failure instanceof HttpProblemException problem) {
            return problem;
        }
        if (failure instanceof CodedProblem coded) {
            return HttpProblemException.of(
                    failure instanceof OverLimitException
                            ? HttpStatus.CONTENT_TOO_LARGE
                            : failure instanceof TimeLimitExceededException
                                    ? HttpStatus.SERVICE_UNAVAILABLE
                                    : HttpStatus.BAD_REQUEST,
                    coded);
        }
        log.error("A reconciliation request failed", failure);
        return new HttpProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "the request failed; the server log has the reason");
    }
}
