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
 * Keeps documents that were parsed, found within the limits and valid, so that the next request with the same text need
 * not do it again. What was refused is not kept.
 */
@Component
class ValidDocumentCache implements PreparsedDocumentProvider {

    /** As a parsed document takes many times as much, some tens of megabytes. */
    private static final long MOST_CHARACTERS = 1_000_000;

    private final Cache<String, PreparsedDocumentEntry> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String document, PreparsedDocumentEntry entry) -> document.length())
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> check) {
        var document = input.getQuery();
        var entry = kept.getIfPresent(document);
        if (entry == null) {
            entry = check.apply(input);
            if (!entry.hasErrors()) {
                kept.put(document, entry);
            }
        }
        return CompletableFuture.completedFuture(entry);
    }

    @Bean
    static GraphQlSourceBuilderCustomizer keptDocuments(ValidDocumentCache documents) {
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }
}
