package io.throughline.graphql.http;

import graphql.language.OperationDefinition.Operation;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.cypher.TimeLimitExceededException;
import io.throughline.infra.limit.RequestLimits;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Handles one GraphQL-over-HTTP request: content negotiation, document lookup, ETag check, cache, execution. */
@Component
class GraphQlEndpoint {

    private final RequestParametersReader reader;
    private final GraphQlExecutor executor;
    private final GraphVersion graph;
    private final EntityTagFactory tags;
    private final ResponseCache cache;
    private final RequestLimits limits;
    private final EventStreamWriter events;
    private final JsonMapper json;

    GraphQlEndpoint(
            RequestParametersReader reader,
            GraphQlExecutor executor,
            GraphVersion graph,
            EntityTagFactory tags,
            ResponseCache cache,
            RequestLimits limits,
            EventStreamWriter events,
            JsonMapper json) {
        this.reader = reader;
        this.executor = executor;
        this.graph = graph;
        this.tags = tags;
        this.cache = cache;
        this.limits = limits;
        this.events = events;
        this.json = json;
    }

    ServerResponse handle(ServerRequest request) throws IOException {
        var type = ResponseMediaType.acceptedBy(request);
        try {
            return answer(request, type);
        } catch (HttpProblemException problem) {
            return ResponseWriter.of(problem, type);
        } catch (TimeLimitExceededException timeout) {
            return ResponseWriter.of(
                    new HttpProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            timeout.code(),
                            "the database did not answer in time; try again later",
                            timeout.details()),
                    type);
        }
    }

    private ServerResponse answer(ServerRequest request, ResponseMediaType type) throws IOException {
        var parameters = reader.read(request);
        var document = executor.document(parameters);
        var deadline = RequestDeadline.in(limits.time());
        var version = graph.read();
        Supplier<WebGraphQlResponse> execution = () -> Objects.requireNonNull(executor.run(
                        document,
                        parameters,
                        Map.of(GraphVersion.KEY, version, RequestDeadline.KEY, deadline),
                        kinds(request, type),
                        origin(request))
                .block());
        var gzip = ResponseWriter.acceptsGzip(request);
        if (type == ResponseMediaType.EVENTS) {
            return stream(execution.get(), gzip);
        }
        Supplier<ComputedResponse> computation = () -> ComputedResponse.of(execution.get(), type, gzip, json);
        if (isAuthenticated(request)) {
            return ResponseWriter.of(computation.get(), type, null, CacheStatus.BYPASS, gzip);
        }
        var tag = tags.of(version, document, parameters.operationName(), parameters.variables(), type);
        if (tag.matches(request)) {
            return ResponseWriter.notModified(tag, request);
        }
        var around = !cache.isOn() ? CacheStatus.BYPASS : refusesCached(request) ? CacheStatus.REQUEST : null;
        var lookup = around == null
                ? cache.get(tag, version, gzip, deadline, computation)
                : new ResponseCache.Lookup(computation.get(), around);
        return ResponseWriter.of(
                lookup.response(), type, lookup.response().isCacheable() ? tag : null, lookup.status(), gzip);
    }

    /** The results as events; an ordinary response if nothing was executed. */
    private ServerResponse stream(WebGraphQlResponse response, boolean gzip) {
        var type = ResponseMediaType.EVENTS;
        return response.getExecutionResult().isDataPresent()
                ? events.of(executor.results(response))
                : ResponseWriter.of(
                        ComputedResponse.of(response, type, gzip, json), type, null, CacheStatus.BYPASS, gzip);
    }

    /** A caller who wants the response to be computed, or not to be stored (Cache-Control). */
    private static boolean refusesCached(ServerRequest request) {
        return request.headers().header(HttpHeaders.CACHE_CONTROL).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(
                        directive -> directive.equalsIgnoreCase("no-cache") || directive.equalsIgnoreCase("no-store"));
    }

    /** GET must not change anything; a subscription needs a response that can stream. */
    private static Set<Operation> kinds(ServerRequest request, ResponseMediaType type) {
        var kinds = EnumSet.of(Operation.QUERY);
        if (request.method().equals(HttpMethod.POST)) {
            kinds.add(Operation.MUTATION);
        }
        // without a response body there is no way to notice that the caller is gone
        if (type == ResponseMediaType.EVENTS && !request.method().equals(HttpMethod.HEAD)) {
            kinds.add(Operation.SUBSCRIPTION);
        }
        return kinds;
    }

    private static GraphQlExecutor.Origin origin(ServerRequest request) {
        return new GraphQlExecutor.Origin(
                URI.create(request.servletRequest().getRequestURI()),
                request.headers().asHttpHeaders(),
                request.remoteAddress().orElse(null),
                request.attributes());
    }

    /** Such a response may depend on the caller and must not be cached. */
    private static boolean isAuthenticated(ServerRequest request) {
        return !request.headers().header(HttpHeaders.AUTHORIZATION).isEmpty();
    }
}
