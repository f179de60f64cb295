package io.throughline.graphql.http;

import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import io.throughline.infra.cypher.GraphVersion;
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

/** Runs operations, whichever way they came. */
@Component
public class GraphQlExecutor {

    private static final Logger log = LoggerFactory.getLogger(GraphQlExecutor.class);

    private static final Map<String, Object> INTERNAL =
            Map.of("message", "the subscription failed", "extensions", Map.of("code", "INTERNAL_ERROR"));

    /**
     * Where an operation comes from.
     *
     * @param caller null when it is not known
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
     * Runs what a caller sent over a connection that stays, of whatever kind it is.
     *
     * @param sent the parameters, as the specification of GraphQL over HTTP names them
     * @return its results: one without {@code data} when nothing was run
     * @throws HttpProblemException if it cannot be run, such as for parameters of the wrong type
     */
    public Flux<Map<String, Object>> run(Map<?, ?> sent, Origin origin) {
        var parameters = RequestParameters.of(sent);
        return run(document(parameters), null, parameters, EnumSet.allOf(Operation.class), origin)
                .flatMapMany(this::results);
    }

    /**
     * The text of the document.
     *
     * @throws HttpProblemException if there is none or it may not be run
     */
    String document(RequestParameters parameters) {
        return documents.of(parameters);
    }

    /**
     * Runs one.
     *
     * @param version that the graph had before; null when it was not read
     * @param kinds what it may be
     */
    Mono<WebGraphQlResponse> run(
            String document,
            @Nullable String version,
            RequestParameters parameters,
            Set<Operation> kinds,
            Origin origin) {
        var run = new WebGraphQlRequest(
                origin.address(),
                origin.headers(),
                null,
                origin.caller(),
                origin.attributes(),
                parameters.run(document),
                UUID.randomUUID().toString(),
                Locale.ENGLISH);
        run.configureExecutionInput((input, builder) -> OperationKindInstrumentation.only(kinds, input));
        if (version != null) {
            run.configureExecutionInput((input, builder) -> {
                input.getGraphQLContext().put(GraphVersion.KEY, version);
                return input;
            });
        }
        return graphQl.handleRequest(run);
    }

    /** One of a query or mutation; of a subscription as many as there will be, and one without {@code data} if it breaks. */
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
