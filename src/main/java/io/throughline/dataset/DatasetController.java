package io.throughline.dataset;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.entity.EntityLoader;
import io.throughline.entity.EntityType;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The fields of {@code graphql/dataset.graphqls}. */
@Controller
class DatasetController {

    private final EntityLoader entities;

    DatasetController(EntityLoader entities) {
        this.entities = entities;
    }

    @QueryMapping
    CompletableFuture<@Nullable Dataset> dataset(DataFetchingEnvironment environment) {
        return entities.one("dataset", Dataset.class, environment);
    }

    @Bean
    static EntityType datasetType() {
        return new EntityType("Dataset", Dataset::of);
    }
}
