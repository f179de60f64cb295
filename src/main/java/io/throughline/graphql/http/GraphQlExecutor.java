package io.throughline.graphql.http;

import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Executes operations, whether they arrive over HTTP or WebSocket. */
@Component
public class GraphQlExecutor {

    private static final Logger log = LoggerFactory.getLogger(GraphQlExecutor.class);

    private static final Map<String, Object> INTERNAL = Map.of(
            "message", "the subscription failed; subscribe again", "extensions", Map.of("code", "INTERNAL_ERROR"));

    /**
     * Where an operation comes from.
     *
     * @param caller null if unknown
     */
    public record Origin(
            URI address, HttpHeaders headers, @Nullable InetSocketAddress caller, Map<String, Object> attributes) {}

    private final DocumentLookup documents;
    private final WebGraphQlHandler graphQl;

    GraphQlExecutor(DocumentLookup documents, WebGraphQlHandler graphQl) {
        this.documents = documents;
        this.graphQl = graphQl;
    }

    /**
     * Runs an operation of any kind that was sent over a persistent connection.
     *
     * @param payload the parameters, as named by the GraphQL over HTTP specification
     * @return its results; a single one without {@code data} if nothing was executed
     * @throws HttpProblemException if it cannot be run, e.g. because a parameter has the wrong type
     */
    public Flux<Map<String, Object>> run(Map<?, ?> payload, Origin origin) {
        var parameters = RequestParameters.of(payload);
        return run(document(parameters), parameters, Map.of(), EnumSet.allOf(Operation.class), origin)
                .flatMapMany(this::results);
    }

    /**
     * Returns the text of the document.
     *
     * @throws HttpProblemException if it is missing, unknown or not allowed
     */
    String document(RequestParameters parameters) {
        return documents.of(parameters);
    }

    /**
     * Runs an operation.
     *
     * @param context entries for the context of the execution, such as the graph version that was read before it
     * @param kinds the allowed kinds of operation
     */
    Mono<WebGraphQlResponse> run(
            String document,
            RequestParameters parameters,
            Map<String, Object> context,
            Set<Operation> kinds,
            Origin origin) {
        var request = new WebGraphQlRequest(
                origin.address(),
                origin.headers(),
                null,
                origin.caller(),
                origin.attributes(),
                parameters.body(document),
                UUID.randomUUID().toString(),
                Locale.ENGLISH);
        request.configureExecutionInput((input, builder) -> OperationKindInstrumentation.allow(kinds, input));
        request.configureExecutionInput((input, builder) -> {
            input.getGraphQLContext().putAll(context);
            return input;
        });
        return graphQl.handleRequest(request);
    }

    /** The single result of a query or mutation; all results of a subscription, and one without {@code data} if it fails. */
    Flux<Map<String, Object>> results(WebGraphQlResponse response) {
        if (!(response.getData() instanceof Publisher<?> events)) {
            return Flux.just(response.toMap());
        }
        return Flux.from(events)
                .map(event -> ((ExecutionResult) event).toSpecification())
                .onErrorResume(problem -> {
                    log.error("A subscription failed", problem);
                    return Flux.just(Map.of("errors", List.of(INTERNAL)));
                });
    }
}
