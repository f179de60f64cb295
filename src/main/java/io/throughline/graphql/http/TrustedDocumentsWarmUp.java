package io.throughline.graphql.http;

import graphql.language.OperationDefinition.Operation;
import io.throughline.infra.cypher.GraphVersion;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Runs each trusted document once in the background when the server is ready. The database then has plans for their statements
 * and the JVM has loaded the code they need, so that the first caller does not wait for that.
 */
@Component
@ConditionalOnWebApplication
class TrustedDocumentsWarmUp {

    private static final Logger log = LoggerFactory.getLogger(TrustedDocumentsWarmUp.class);

    /** How long a stopping server waits for the document that is being run. */
    private static final long PATIENCE_MILLIS = 10_000;

    private final TrustedDocuments documents;
    private final GraphQlExecutor executor;
    private final GraphVersion graph;
    private final boolean isOn;
    private volatile boolean isEnding;
    private @Nullable Thread thread;

    TrustedDocumentsWarmUp(
            TrustedDocuments documents,
            GraphQlExecutor executor,
            GraphVersion graph,
            @Value("${throughline.warm-up}") boolean isOn) {
        this.documents = documents;
        this.executor = executor;
        this.graph = graph;
        this.isOn = isOn;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (isOn) {
            thread = new Thread(this::run, "warming up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() throws InterruptedException {
        isEnding = true;
        if (thread != null) {
            thread.join(PATIENCE_MILLIS);
        }
    }

    /** Runs the documents, and returns how many of them were answered without errors. */
    int run() {
        var answered = 0;
        for (var document : documents.all()) {
            if (isEnding) {
                break;
            }
            try {
                answered += isAnswered(document) ? 1 : 0;
            } catch (RuntimeException e) {
                log.debug("Not warmed up", e);
            }
        }
        return answered;
    }

    private boolean isAnswered(String document) {
        var response = executor.run(
                        document,
                        new RequestParameters(document, null, null, Map.of(), Map.of()),
                        Map.of(GraphVersion.KEY, graph.read()),
                        EnumSet.of(Operation.QUERY),
                        new GraphQlExecutor.Origin(URI.create("/graphql"), new HttpHeaders(), null, Map.of()))
                .block();
        return response != null && response.getErrors().isEmpty();
    }
}
