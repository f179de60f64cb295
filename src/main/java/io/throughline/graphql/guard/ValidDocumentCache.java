package io.throughline.graphql.guard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Caches documents that were parsed, checked against the limits and validated, so that later requests with the same text
 * skip these steps. Rejected documents are not cached.
 */
@Component
class ValidDocumentCache implements PreparsedDocumentProvider {

    /** Some tens of megabytes, as a parsed document takes many times its text. */
    private static final long MAX_CHARACTERS = 1_000_000;

    private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String document, PreparsedDocumentEntry entry) -> document.length())
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> check) {
        var document = input.getQuery();
        var entry = documents.getIfPresent(document);
        if (entry == null) {
            entry = check.apply(input);
            if (!entry.hasErrors()) {
                documents.put(document, entry);
            }
        }
        return CompletableFuture.completedFuture(entry);
    }

    @Bean
    static GraphQlSourceBuilderCustomizer validDocumentCustomizer(ValidDocumentCache cache) {
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(cache));
    }
}
