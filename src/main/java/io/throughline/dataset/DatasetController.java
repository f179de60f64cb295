package io.throughline.dataset;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.EntityType;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.source.KindCount;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the fields of {@code graphql/dataset.graphqls}. */
@Controller
class DatasetController {

    private static final CypherStatement COUNTS = CypherStatement.in("dataset/counts-by-kind.cypher");

    private record Counts(List<KindCount> kinds, @Nullable OffsetDateTime changedAt) {}

    private final EntityLoader entities;
    private final FieldLoader<NoArguments, Counts> counts;

    DatasetController(EntityLoader entities, GraphReader graph, BatchLoaderRegistry loaders) {
        this.entities = entities;
        this.counts = new FieldLoader<>(
                "Dataset.counts",
                loaders,
                (ids, none) -> Map.of(
                        ids.get(0),
                        graph.one(COUNTS, Map.of(), DatasetController::counts).orElseThrow()));
    }

    @QueryMapping
    CompletableFuture<@Nullable Dataset> dataset(DataFetchingEnvironment environment) {
        return entities.one("dataset", Dataset.class, environment);
    }

    @SchemaMapping
    CompletableFuture<OffsetDateTime> changedAt(Dataset dataset, DataFetchingEnvironment environment) {
        return counts.load(dataset.id(), new NoArguments(), environment)
                .thenApply(found -> found.changedAt() == null ? dataset.loadedAt() : found.changedAt());
    }

    @SchemaMapping(typeName = "Dataset", field = "counts")
    CompletableFuture<List<KindCount>> counts(Dataset dataset, DataFetchingEnvironment environment) {
        return counts.load(dataset.id(), new NoArguments(), environment).thenApply(Counts::kinds);
    }

    private static Counts counts(org.neo4j.driver.Record row) {
        var changedAt = row.get("changedAt");
        return new Counts(
                row.get("counts").asList(KindCount::of), changedAt.isNull() ? null : changedAt.asOffsetDateTime());
    }

    @Bean
    static EntityType datasetType() {
        return new EntityType("Dataset", Dataset::of);
    }
}
