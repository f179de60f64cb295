package io.throughline.intake.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.intake.reconcile.ReconciliationCandidate.NamedType;
import io.throughline.model.search.NameLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes what a person has begun to type: the name or id of an agent, a type or a property. */
@Component
class SuggestionFinder {

    private static final int PAGE_SIZE = 10;

    /** Suggestions as the specification writes them. */
    record SuggestionList(List<Suggestion> result) {}

    /**
     * One suggestion.
     *
     * @param notable the type of an agent; null for anything else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suggestion(
            String id,
            String name,
            String description,
            @Nullable List<NamedType> notable) {

        static Suggestion of(AgentSummary agent) {
            return new Suggestion(
                    agent.id(),
                    agent.name(),
                    agent.description(),
                    List.of(new NamedType(agent.type().id(), agent.type().id())));
        }
    }

    private final AgentDocuments documents;
    private final AgentSummaryQueries summaries;

    /** The most suggestions that can be skipped. */
    private final int maxSkipped;

    SuggestionFinder(AgentDocuments documents, AgentSummaryQueries summaries) {
        this.documents = documents;
        this.summaries = summaries;
        this.maxSkipped = Math.max(0, documents.pageSize() - PAGE_SIZE);
    }

    /**
     * The agent with this id, and agents with a name like it, best first.
     *
     * @param cursor how many suggestions to skip
     */
    SuggestionList agents(String prefix, int cursor) {
        var text = prefix.strip();
        if (NameLimits.isTooLong(text)) {
            throw new InvalidArgumentException(
                    "prefix", text, "a text of at most %d characters".formatted(NameLimits.MAX_LENGTH));
        }
        if (cursor < 0 || cursor > maxSkipped) {
            throw new InvalidArgumentException("cursor", cursor, "a number from 0 to " + maxSkipped);
        }
        if (text.isEmpty()) {
            return new SuggestionList(List.of());
        }
        var ids = Stream.concat(
                        Stream.of(text),
                        documents.suggestions(text, Math.min(cursor + PAGE_SIZE, documents.pageSize())))
                .distinct()
                .toList();
        var found = summaries.byId(ids);
        return new SuggestionList(ids.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .skip(cursor)
                .limit(PAGE_SIZE)
                .map(Suggestion::of)
                .toList());
    }

    /** The types that begin with this text; all if it is empty. */
    static SuggestionList types(String prefix) {
        return new SuggestionList(Arrays.stream(ReconciliationType.values())
                .map(ReconciliationType::entry)
                .filter(type -> begins(prefix, type.id(), type.name()))
                .map(type -> new Suggestion(type.id(), type.name(), type.description(), null))
                .toList());
    }

    /** The properties with a word that begins with this text; all if it is empty. */
    static SuggestionList properties(String prefix) {
        return new SuggestionList(Arrays.stream(AgentProperty.values())
                .filter(property -> begins(prefix, property.id(), property.title()))
                .map(property -> new Suggestion(property.id(), property.title(), property.description(), null))
                .toList());
    }

    private static boolean begins(String prefix, String... texts) {
        var begin = prefix.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(texts)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.startsWith(begin) || text.contains(" " + begin));
    }
}
