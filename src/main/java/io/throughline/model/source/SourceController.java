package io.throughline.model.source;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.entity.NoArguments;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves the fields of {@code graphql/source.graphqls}. */
@Controller
class SourceController {

    private final SourceQueries sources;
    private final EntityLoader entities;
    private final FieldLoader<ListRequest, Connection<Claim>> claimsOf;
    private final FieldLoader<ListRequest, Connection<Claim>> claimsIn;
    private final FieldLoader<NoArguments, SourceCounts> counts;
    private final FieldLoader<NoArguments, List<String>> supports;
    private final FieldLoader<NoArguments, List<ClaimStatement>> statements;

    SourceController(SourceQueries sources, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.sources = sources;
        this.entities = entities;
        this.claimsOf = new FieldLoader<>("Sourced.claims", loaders, sources::claimsOf);
        this.claimsIn = new FieldLoader<>("Source.claims", loaders, sources::claimsIn);
        this.counts = new FieldLoader<>("Source.counts", loaders, (ids, none) -> sources.counts(ids));
        this.supports = new FieldLoader<>("Claim.supports", loaders, (ids, none) -> sources.supports(ids));
        this.statements = new FieldLoader<>("Claim.statements", loaders, (ids, none) -> sources.statements(ids));
    }

    @QueryMapping
    CompletableFuture<@Nullable Source> source(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, Source.class, environment);
    }

    @QueryMapping
    CompletableFuture<@Nullable Claim> claim(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, Claim.class, environment);
    }

    @QueryMapping
    Connection<Source> sources(ListRequest request) {
        return sources.sources(request);
    }

    @QueryMapping
    Connection<Claim> claims(ListRequest request) {
        return sources.claims(request);
    }

    @SchemaMapping(typeName = "Sourced", field = "claims")
    CompletableFuture<Connection<Claim>> claimsOfSourced(
            Entity sourced, ListRequest request, DataFetchingEnvironment environment) {
        return claimsOf.load(sourced.id(), request, environment);
    }

    @SchemaMapping(typeName = "Source", field = "claims")
    CompletableFuture<Connection<Claim>> claimsInSource(
            Source source, ListRequest request, DataFetchingEnvironment environment) {
        return claimsIn.load(source.id(), request, environment);
    }

    @SchemaMapping
    CompletableFuture<Integer> claimCount(Source source, DataFetchingEnvironment environment) {
        return counts.load(source.id(), new NoArguments(), environment).thenApply(SourceCounts::claims);
    }

    @SchemaMapping(typeName = "Source", field = "counts")
    CompletableFuture<List<KindCount>> counts(Source source, DataFetchingEnvironment environment) {
        return counts.load(source.id(), new NoArguments(), environment).thenApply(SourceCounts::facts);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> publisher(Source source, DataFetchingEnvironment environment) {
        return entities.one(source.publisherId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Source> source(Claim claim, DataFetchingEnvironment environment) {
        return entities.one(claim.sourceId(), Source.class, environment);
    }

    @SchemaMapping
    CompletableFuture<List<Entity>> supports(Claim claim, DataFetchingEnvironment environment) {
        return supports.load(claim.id(), new NoArguments(), environment)
                .thenCompose(ids -> entities.all(ids, Entity.class, environment))
                .thenApply(found -> found.stream()
                        .filter(entity -> isSourced(entity, environment.getGraphQLSchema()))
                        .toList());
    }

    @SchemaMapping
    CompletableFuture<List<ClaimStatement>> statements(Claim claim, DataFetchingEnvironment environment) {
        return statements.load(claim.id(), new NoArguments(), environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> about(ClaimStatement statement, DataFetchingEnvironment environment) {
        return entities.one(statement.aboutId(), Entity.class, environment);
    }

    /** Excludes what cannot have claims of its own, such as a source; {@code subject} gives those. */
    private static boolean isSourced(Entity entity, GraphQLSchema schema) {
        return schema.isPossibleType(
                (GraphQLNamedType) schema.getType("Sourced"), schema.getObjectType(entity.typeName()));
    }

    @SchemaMapping(typeName = "Dataset", field = "sources")
    Connection<Source> sourcesOfDataset(ListRequest request) {
        return sources.sources(request);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> subject(Claim claim, DataFetchingEnvironment environment) {
        return entities.one(claim.subjectId(), Entity.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Claim> supersededBy(Claim claim, DataFetchingEnvironment environment) {
        return entities.one(claim.supersededById(), Claim.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Claim> supersedes(Claim claim, DataFetchingEnvironment environment) {
        return entities.one(claim.supersedesId(), Claim.class, environment);
    }
}
