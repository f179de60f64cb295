package io.throughline.graphql.schema;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.ExistingIds;
import io.throughline.graphql.entity.SimilarIds;
import io.throughline.graphql.schema.IdArguments.IdArgument;
import io.throughline.graphql.schema.UnknownIdException.UnknownId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Rejects arguments with an id that nothing in the graph has: otherwise a misspelt id would quietly change the answer. */
@Component
public class UnknownIdCheck {

    /** As many unknown ids are named in one error. */
    private static final int MAX_NAMED = 5;

    /** What has the ids in a field of this name, for a person. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("organization", "organization"),
            Map.entry("organizations", "organization"),
            Map.entry("memberOf", "organization"),
            Map.entry("pairsWith", "organization"),
            Map.entry("citiesInAnyOf", "organization"),
            Map.entry("via", "organization"),
            Map.entry("under", "organization"),
            Map.entry("members", "city or region"),
            Map.entry("country", "country"),
            Map.entry("iso", "country or subdivision"),
            Map.entry("state", "state"),
            Map.entry("source", "source"),
            Map.entry("sources", "source"),
            Map.entry("sinceSource", "source"),
            Map.entry("publisher", "organization"));

    private final ExistingIds existing;
    private final SimilarIds similar;

    UnknownIdCheck(ExistingIds existing, SimilarIds similar) {
        this.existing = existing;
        this.similar = similar;
    }

    /**
     * Checks all ids in the arguments of a field.
     *
     * @throws UnknownIdException if nothing has one of them
     */
    public void check(DataFetchingEnvironment environment) {
        var ids = IdArguments.all(environment.getFieldDefinition(), environment);
        var request = environment.getGraphQlContext();
        var unknown = existing.unknown(ids.stream().map(IdArgument::id).toList(), request);
        if (unknown.isEmpty()) {
            return;
        }
        var named = unknown.stream().limit(MAX_NAMED).toList();
        // a field of many rows fails for each of them
        Map<String, List<String>> suggestions =
                request.computeIfAbsent(Map.entry(UnknownIdCheck.class, named), key -> similar.of(named));
        throw new UnknownIdException(ids.stream()
                .filter(argument -> named.contains(argument.id()))
                .distinct()
                .limit(MAX_NAMED)
                .map(argument -> new UnknownId(
                        String.join(".", argument.path()),
                        argument.id(),
                        meant(argument.path()),
                        suggestions.getOrDefault(argument.id(), List.of())))
                .toList());
    }

    /** By the innermost field that says it. */
    private static String meant(List<String> path) {
        return IntStream.iterate(path.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(path::get)
                .filter(MEANT::containsKey)
                .findFirst()
                .map(MEANT::get)
                .orElse("nothing");
    }
}
