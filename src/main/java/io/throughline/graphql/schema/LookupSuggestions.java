package io.throughline.graphql.schema;

import static java.util.concurrent.CompletableFuture.completedFuture;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.ExistingIds;
import io.throughline.graphql.entity.SimilarIds;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.cypher.TimeLimitExceededException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looking up an id that nothing has gives null. Similar ids, if there are any, are in {@code extensions.suggestions}, each with
 * the path to the null.
 */
@Component
class LookupSuggestions extends SimplePerformantInstrumentation {

    /** As many unknown ids of a request get suggestions. */
    private static final int MAX_IDS = 5;

    /**
     * A field of {@code Query} that looks up ids.
     *
     * @param ids one for {@code id}, several for {@code ids}
     */
    private record Lookup(String responseKey, List<String> ids, boolean list) {

        /** The unknown ids, each with the path to its null. */
        private Stream<Map.Entry<List<Object>, String>> withPaths(Collection<String> unknown) {
            return IntStream.range(0, ids.size())
                    .filter(i -> unknown.contains(ids.get(i)))
                    .mapToObj(i -> Map.entry(list ? List.of(responseKey, i) : List.of(responseKey), ids.get(i)));
        }
    }

    private final ExistingIds existing;
    private final SimilarIds similar;

    LookupSuggestions(ExistingIds existing, SimilarIds similar) {
        this.existing = existing;
        this.similar = similar;
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        var field = parameters.getEnvironment();
        if (field.getParentType() != field.getGraphQLSchema().getQueryType()
                || !field.containsArgument("id") && !field.containsArgument("ids")) {
            return fetcher;
        }
        return environment -> {
            lookups(environment.getGraphQlContext()).add(lookup(environment));
            return fetcher.get(environment);
        };
    }

    private static Lookup lookup(DataFetchingEnvironment environment) {
        var key = environment.getExecutionStepInfo().getResultKey();
        List<String> ids = environment.getArgument("ids");
        String id = environment.getArgument("id");
        return ids != null
                ? new Lookup(key, ids, true)
                : new Lookup(key, Stream.ofNullable(id).toList(), false);
    }

    private static List<Lookup> lookups(GraphQLContext request) {
        return request.computeIfAbsent(LookupSuggestions.class, key -> new CopyOnWriteArrayList<Lookup>());
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        var failed = lookups(parameters.getGraphQLContext()).stream()
                .filter(lookup -> hasNull(result.getData(), lookup))
                .toList();
        if (failed.isEmpty()) {
            return completedFuture(result);
        }
        var suggestions = RequestDeadline.during(parameters.getGraphQLContext(), () -> suggestions(failed, parameters));
        return completedFuture(
                suggestions.isEmpty()
                        ? result
                        : result.transform(answer -> answer.addExtension("suggestions", suggestions)));
    }

    /** Empty as well if no time is left for them: the answer is complete without. */
    private List<Map<String, Object>> suggestions(List<Lookup> failed, InstrumentationExecutionParameters parameters) {
        try {
            var unknown = existing
                    .unknown(
                            failed.stream()
                                    .flatMap(lookup -> lookup.ids().stream())
                                    .toList(),
                            parameters.getGraphQLContext())
                    .stream()
                    .limit(MAX_IDS)
                    .toList();
            var found = unknown.isEmpty() ? Map.<String, List<String>>of() : similar.of(unknown);
            return failed.stream()
                    .flatMap(lookup -> lookup.withPaths(found.keySet()))
                    .map(each -> Map.<String, Object>of(
                            "path",
                            each.getKey(),
                            "id",
                            each.getValue(),
                            "suggestions",
                            found.getOrDefault(each.getValue(), List.of())))
                    .toList();
        } catch (TimeLimitExceededException e) {
            return List.of();
        }
    }

    private static boolean hasNull(@Nullable Object data, Lookup lookup) {
        if (!(data instanceof Map<?, ?> fields) || !fields.containsKey(lookup.responseKey())) {
            return false;
        }
        var value = fields.get(lookup.responseKey());
        return value == null || value instanceof List<?> list && list.contains(null);
    }
}
