package io.throughline.model.search;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves {@code search} of {@code graphql/search.graphqls}. */
@Controller
class SearchController {

    private final SearchQueries queries;
    private final EntityLoader entities;

    SearchController(SearchQueries queries, EntityLoader entities) {
        this.queries = queries;
        this.entities = entities;
    }

    @QueryMapping
    SearchConnection search(
            @Argument String text,
            @Argument @Nullable List<SearchKind> kinds,
            @Argument @Nullable Fuzziness fuzziness,
            ListRequest request) {
        return queries.search(
                text,
                kinds == null ? List.of(SearchKind.values()) : kinds,
                fuzziness == null ? Fuzziness.AUTO : fuzziness,
                request);
    }

    @SchemaMapping(typeName = "SearchConnection", field = "nodes")
    CompletableFuture<List<Entity>> nodes(SearchConnection hits, DataFetchingEnvironment environment) {
        return entities.all(
                hits.edges().stream().map(SearchConnection.Hit::nodeId).toList(), Entity.class, environment);
    }

    @SchemaMapping(typeName = "SearchEdge", field = "node")
    CompletableFuture<@Nullable Entity> node(SearchConnection.Hit hit, DataFetchingEnvironment environment) {
        return entities.one(hit.nodeId(), Entity.class, environment);
    }
}
