package io.throughline.graphql.http;

import graphql.language.OperationDefinition.Operation;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.TimeLimitExceededException;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Handles one GraphQL-over-HTTP request: content negotiation, document lookup, ETag check, execution. */
@Component
class GraphQlEndpoint {

    private final RequestParametersReader reader;
    private final GraphQlExecutor executor;
    private final GraphVersion graph;
    private final EntityTagFactory tags;
    private final EventStreamWriter events;
    private final JsonMapper json;

    GraphQlEndpoint(
            RequestParametersReader reader,
            GraphQlExecutor executor,
            GraphVersion graph,
            EntityTagFactory tags,
            EventStreamWriter events,
            JsonMapper json) {
        this.reader = reader;
        this.executor = executor;
        this.graph = graph;
        this.tags = tags;
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
        var version = graph.read();
        var tag = type == ResponseMediaType.EVENTS || isAuthenticated(request)
                ? null
                : tags.of(version, document, parameters, type);
        if (tag != null && tag.matches(request)) {
            return ResponseWriter.notModified(tag, request);
        }
        var response = Objects.requireNonNull(
                executor.run(document, version, parameters, kinds(request, type), origin(request))
                        .block());
        if (type == ResponseMediaType.EVENTS && response.getExecutionResult().isDataPresent()) {
            return events.of(executor.results(response));
        }
        return ResponseWriter.of(
                response.toMap(), status(response, type), type, tagIfCacheable(response, tag), request, json);
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

    /** Such a response may depend on the caller and must not be cached by others. */
    private static boolean isAuthenticated(ServerRequest request) {
        return !request.headers().header(HttpHeaders.AUTHORIZATION).isEmpty();
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

    private static @Nullable EntityTag tagIfCacheable(WebGraphQlResponse response, @Nullable EntityTag tag) {
        var context = response.getExecutionInput().getGraphQLContext();
        return response.getErrors().isEmpty() && OperationKindInstrumentation.isQuery(context) ? tag : null;
    }
}
