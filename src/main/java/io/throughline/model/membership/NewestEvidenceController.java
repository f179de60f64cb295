package io.throughline.model.membership;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.NewestEvidence;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.model.source.Source;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

/** Resolves {@code NewestEvidence}, and that of a member list, of {@code graphql/membership.graphqls}. */
@Controller
class NewestEvidenceController {

    private final EntityLoader entities;
    private final FieldLoader<MembershipTime, NewestEvidence> ofCoverage;

    NewestEvidenceController(CoverageQueries coverages, EntityLoader entities, BatchLoaderRegistry loaders) {
        this.entities = entities;
        this.ofCoverage = new FieldLoader<>("Coverage.newestEvidence", loaders, coverages::newestEvidence);
    }

    @SchemaMapping
    CompletableFuture<NewestEvidence> newestEvidence(Coverage coverage, DataFetchingEnvironment environment) {
        return ofCoverage.load(coverage.organizationId(), coverage.time(), environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Source> source(NewestEvidence evidence, DataFetchingEnvironment environment) {
        return entities.one(evidence.sourceId(), Source.class, environment);
    }

    @SchemaMapping
    @Nullable Integer ageInDays(NewestEvidence evidence, @Argument LocalDate on) {
        return evidence.ageInDays(on);
    }
}
