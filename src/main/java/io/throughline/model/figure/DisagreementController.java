package io.throughline.model.figure;

import static java.util.stream.Collectors.groupingBy;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.model.agent.Organization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the disagreements of {@code graphql/figure.graphqls}. */
@Controller
class DisagreementController {

    private final DisagreementQueries disagreements;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, List<Disagreement>> byOrganization;

    DisagreementController(DisagreementQueries disagreements, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.disagreements = disagreements;
        this.entities = entities;
        this.byOrganization =
                new FieldLoader<>("Organization.disagreements", loaders, (ids, none) -> byOrganization(ids));
    }

    @QueryMapping
    List<Disagreement> disagreements(@Argument @Nullable List<String> about, @Argument @Nullable List<Metric> metrics) {
        return withMetric(disagreements.about(about), metrics);
    }

    @SchemaMapping(typeName = "Organization", field = "disagreements")
    CompletableFuture<List<Disagreement>> disagreementsAbout(
            Organization organization, @Argument @Nullable List<Metric> metrics, DataFetchingEnvironment environment) {
        return byOrganization
                .load(organization.id(), new NoArguments(), environment)
                .thenApply(found -> withMetric(found, metrics));
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> about(Disagreement disagreement, DataFetchingEnvironment environment) {
        return entities.one(disagreement.aboutId(), Entity.class, environment);
    }

    private Map<String, List<Disagreement>> byOrganization(List<String> ids) {
        var found = disagreements.about(ids).stream().collect(groupingBy(Disagreement::aboutId));
        var all = new HashMap<String, List<Disagreement>>();
        ids.forEach(id -> all.put(id, found.getOrDefault(id, List.of())));
        return all;
    }

    private static List<Disagreement> withMetric(List<Disagreement> found, @Nullable List<Metric> metrics) {
        return metrics == null
                ? found
                : found.stream()
                        .filter(each -> each.metric() != null && metrics.contains(each.metric()))
                        .toList();
    }
}
