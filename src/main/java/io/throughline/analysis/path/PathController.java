package io.throughline.analysis.path;

import static java.util.concurrent.CompletableFuture.completedFuture;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldSelection;
import io.throughline.model.membership.Membership;
import io.throughline.model.membership.MembershipRole;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves paths through memberships in {@code graphql/path.graphqls}. */
@Controller
class PathController {

    private final PathSearcher searcher;
    private final EntityLoader entities;

    PathController(PathSearcher searcher, EntityLoader entities) {
        this.searcher = searcher;
        this.entities = entities;
    }

    @QueryMapping
    PathSearch paths(
            @Argument String from,
            @Argument String to,
            @Argument @Nullable PathDirection direction,
            @Argument @Nullable Integer maxLength,
            @Argument @Nullable Integer maxPaths,
            @Argument @Nullable List<MembershipRole> roles,
            @Argument @Nullable LocalDate asOf,
            DataFetchingEnvironment environment) {
        return searcher.search(
                PathRequest.of(from, to, direction, maxLength, maxPaths, roles, asOf),
                FieldSelection.in(environment.getGraphQlContext()));
    }

    @SchemaMapping(typeName = "PathStep")
    CompletableFuture<@Nullable Entity> from(Path.Step step, DataFetchingEnvironment environment) {
        return entities.one(step.fromId(), Entity.class, environment);
    }

    @SchemaMapping(typeName = "PathStep")
    CompletableFuture<@Nullable Entity> to(Path.Step step, DataFetchingEnvironment environment) {
        return entities.one(step.toId(), Entity.class, environment);
    }

    @SchemaMapping(typeName = "PathStep")
    CompletableFuture<List<Membership>> memberships(Path.Step step, DataFetchingEnvironment environment) {
        var read = step.edges().stream()
                .map(MembershipEdge::membership)
                .flatMap(Stream::ofNullable)
                .toList();
        return read.size() == step.edges().size()
                ? completedFuture(read)
                : entities.all(step.membershipIds(), Membership.class, environment);
    }
}
