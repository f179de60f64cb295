package io.throughline.intake.catalog;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import io.throughline.graphql.http.UncachedResponse;
import io.throughline.intake.catalog.ListImports.MappingImports;
import io.throughline.intake.ingest.ImportRun;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the fields of {@code graphql/catalog.graphqls}. */
@Controller
class CatalogController {

    private final ListCatalog catalog;
    private final EntityLoader entities;
    private final FieldLoader<NoArguments, MappingImports> imports;

    CatalogController(ListCatalog catalog, EntityLoader entities, ListImports imports, BatchLoaderRegistry loaders) {
        this.catalog = catalog;
        this.entities = entities;
        this.imports = new FieldLoader<>("PublishedList.imports", loaders, (mappings, none) -> imports.with(mappings));
    }

    @QueryMapping
    List<PublishedList> lists(GraphQLContext request) {
        if (catalog.isEditable()) {
            UncachedResponse.mark(request);
        }
        return catalog.all();
    }

    @SchemaMapping
    CompletableFuture<Boolean> imported(PublishedList list, DataFetchingEnvironment environment) {
        return imports(list, environment).thenApply(found -> found != null && found.completed());
    }

    @SchemaMapping
    CompletableFuture<@Nullable ImportRun> latestImport(PublishedList list, DataFetchingEnvironment environment) {
        return imports(list, environment)
                .thenCompose(
                        found -> entities.one(found == null ? null : found.latestRun(), ImportRun.class, environment));
    }

    private CompletableFuture<@Nullable MappingImports> imports(
            PublishedList list, DataFetchingEnvironment environment) {
        return imports.load(list.mapping(), new NoArguments(), environment).thenApply(found -> found);
    }
}
