package io.throughline.analysis.overlap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.model.agent.LocalGovernment;
import io.throughline.model.agent.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Resolves the membership matrix of {@code graphql/overlap.graphqls}. */
@Controller
class IncidenceController {

    private final IncidenceService incidences;
    private final EntityLoader entities;

    IncidenceController(IncidenceService incidences, EntityLoader entities) {
        this.incidences = incidences;
        this.entities = entities;
    }

    @QueryMapping
    Incidence incidence(
            @Argument("organizations") List<String> organizationIds,
            @Argument("members") @Nullable List<String> memberIds,
            @Argument @Nullable Map<String, Object> where,
            @Argument @Nullable Integer maxRows,
            @Argument @Nullable LocalDate asOf) {
        return incidences.of(organizationIds, memberIds, where, maxRows, asOf);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(
            IncidenceColumn column, DataFetchingEnvironment environment) {
        return entities.one(column.id(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable LocalGovernment> member(IncidenceRow row, DataFetchingEnvironment environment) {
        return entities.one(row.id(), LocalGovernment.class, environment);
    }
}
