package io.throughline.graphql.schema;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The fields of {@code graphql/schema.graphqls}. */
@Controller
class NodeController {

    private static final int MAX_IDS = 200;

    private final EntityLoader entities;

    NodeController(EntityLoader entities) {
        this.entities = entities;
    }

    @QueryMapping
    CompletableFuture<@Nullable Entity> node(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, Entity.class, environment);
    }

    @QueryMapping
    CompletableFuture<List<@Nullable Entity>> nodes(@Argument List<String> ids, DataFetchingEnvironment environment) {
        if (ids.size() > MAX_IDS) {
            throw InvalidArgumentException.overLimit(
                    "ids", "a list of " + ids.size(), "at most " + MAX_IDS + " ids", MAX_IDS, ids.size());
        }
        return entities.each(ids, environment);
    }
}
