package io.throughline.analysis.path;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.model.membership.Membership;
import io.throughline.model.membership.MembershipRole;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves paths through memberships in {@code graphql/path.graphqls}. */
@Controller
class PathController {

    private static final int MAX_LENGTH = 6;
    private static final int DEFAULT_LENGTH = 4;

    /** Neither FOUNDER, which says nothing about today, nor BOARD_MEMBER: a seat is not a membership. */
    private static final Set<MembershipRole> DEFAULT_ROLES =
            EnumSet.complementOf(EnumSet.of(MembershipRole.FOUNDER, MembershipRole.BOARD_MEMBER));

    private final PathQueries paths;
    private final EntityLoader entities;

    PathController(PathQueries paths, EntityLoader entities) {
        this.paths = paths;
        this.entities = entities;
    }

    @QueryMapping
    PathSearch paths(
            @Argument String from,
            @Argument String to,
            @Argument @Nullable Integer maxLength,
            @Argument @Nullable List<MembershipRole> roles,
            @Argument @Nullable LocalDate asOf) {
        var length = maxLength == null ? DEFAULT_LENGTH : maxLength;
        if (length < 1 || length > MAX_LENGTH) {
            throw new InvalidArgumentException("maxLength", length, "a whole number from 1 to " + MAX_LENGTH);
        }
        return paths.search(from, to, length, roles == null ? DEFAULT_ROLES : Set.copyOf(roles), asOf);
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
        return entities.all(step.membershipIds(), Membership.class, environment);
    }
}
