package io.throughline.http;

import io.throughline.cypher.GraphVersion;
import io.throughline.cypher.TimeLimitExceeded;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** The way of one request: its form, its document, whether the caller has the answer already, and the answer. */
@Component
class GraphQlEndpoint {

    private final ParametersReader reader;
    private final Documents documents;
    private final GraphVersion graph;
    private final EntityTags tags;
    private final WebGraphQlHandler graphQl;
    private final JsonMapper json;

    GraphQlEndpoint(
            ParametersReader reader,
            Documents documents,
            GraphVersion graph,
            EntityTags tags,
            WebGraphQlHandler graphQl,
            JsonMapper json) {
        this.reader = reader;
        this.documents = documents;
        this.graph = graph;
        this.tags = tags;
        this.graphQl = graphQl;
        this.json = json;
    }

    ServerResponse handle(ServerRequest request) throws IOException {
        var type = AnswerType.acceptedBy(request);
        try {
            return answer(request, type);
        } catch (Refusal refusal) {
            return Answer.of(refusal, type);
        } catch (TimeLimitExceeded busy) {
            return Answer.of(
                    Refusal.beyond(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "TIME_LIMIT",
                            "time",
                            busy.limit().toMillis(),
                            busy.spent().toMillis(),
                            "the database does not answer in time: ask again later"),
                    type);
        }
    }

    private ServerResponse answer(ServerRequest request, AnswerType type) throws IOException {
        var parameters = reader.read(request);
        var document = documents.of(parameters);
        var version = graph.read();
        var tag = tags.of(version, document, parameters, type);
        if (tag.isHeldBy(request)) {
            return Answer.notModified(tag, request);
        }
        var response = run(document, version, parameters, request);
        return Answer.of(response.toMap(), status(response, type), type, tagged(response, tag), request, json);
    }

    private WebGraphQlResponse run(String document, String version, Parameters parameters, ServerRequest request) {
        var run = new WebGraphQlRequest(
                URI.create(request.servletRequest().getRequestURI()),
                request.headers().asHttpHeaders(),
                null,
                request.remoteAddress().orElse(null),
                request.attributes(),
                parameters.run(document),
                UUID.randomUUID().toString(),
                Locale.ENGLISH);
        run.configureExecutionInput((input, builder) -> {
            input.getGraphQLContext().put(GraphVersion.KEY, version);
            return input;
        });
        if (!request.method().equals(HttpMethod.POST)) {
            run.configureExecutionInput((input, builder) -> OperationKinds.onlyQueries(input));
        }
        return Objects.requireNonNull(graphQl.handleRequest(run).block());
    }

    private static HttpStatus status(WebGraphQlResponse response, AnswerType type) {
        var notAQuery = response.getErrors().stream()
                .anyMatch(error ->
                        OperationKinds.NOT_A_QUERY.equals(error.getExtensions().get("code")));
        return notAQuery
                ? HttpStatus.METHOD_NOT_ALLOWED
                : type.status(response.getExecutionResult().isDataPresent());
    }

    private static @Nullable EntityTag tagged(WebGraphQlResponse response, EntityTag tag) {
        var context = response.getExecutionInput().getGraphQLContext();
        return response.getErrors().isEmpty() && OperationKinds.isQuery(context) ? tag : null;
    }
}
