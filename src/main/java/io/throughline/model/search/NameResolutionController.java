package io.throughline.model.search;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves {@code resolveNames} of {@code graphql/search.graphqls}. */
@Controller
class NameResolutionController {

    private final NameResolver resolver;
    private final EntityLoader entities;

    NameResolutionController(NameResolver resolver, EntityLoader entities) {
        this.resolver = resolver;
        this.entities = entities;
    }

    @QueryMapping
    List<NameResolution> resolveNames(
            @Argument List<String> names, @Argument @Nullable String country, @Argument @Nullable String state) {
        if (names.size() > NameLimits.MAX_NAMES) {
            throw InvalidArgumentException.overLimit(
                    "names",
                    "a list of " + names.size(),
                    "at most " + NameLimits.MAX_NAMES + " names",
                    NameLimits.MAX_NAMES,
                    names.size());
        }
        for (var name : names) {
            if (NameLimits.isTooLong(name)) {
                throw new InvalidArgumentException(
                        "names", TextChecks.shown(name), "names of at most " + TextChecks.MAX_LENGTH + " characters");
            }
        }
        return resolver.resolve(names, country, state);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Entity> match(NameResolution resolution, DataFetchingEnvironment environment) {
        return entities.one(resolution.matchId(), Entity.class, environment);
    }

    @SchemaMapping(typeName = "NameCandidate", field = "agent")
    CompletableFuture<@Nullable Entity> agent(NamedAgent candidate, DataFetchingEnvironment environment) {
        return entities.one(candidate.id(), Entity.class, environment);
    }
}
