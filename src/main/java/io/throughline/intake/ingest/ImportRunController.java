package io.throughline.intake.ingest;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.Connection;
import io.throughline.graphql.connection.ConnectionReader;
import io.throughline.graphql.connection.ListRequest;
import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.EntityLoader;
import io.throughline.graphql.entity.FieldLoader;
import io.throughline.graphql.http.UncachedResponse;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.mapping.MappingCatalog;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.model.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The queries and subscriptions on imports in {@code graphql/ingest.graphqls}. */
@Controller
class ImportRunController {

    private static final CypherStatement RUNS = CypherStatement.in("ingest/all-runs.cypher");
    private static final CypherStatement FINDINGS = CypherStatement.in("ingest/findings-of-runs.cypher");
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    /**
     * How far an import is.
     *
     * @param linesPerSecond null during the first second
     */
    record RunProgress(
            long bytes,
            long totalBytes,
            double share,
            long lines,
            @Nullable Double linesPerSecond,
            @Nullable Integer remainingSeconds) {}

    /** How many lines or memberships had each outcome. */
    record OutcomeCounts(Map<LineOutcome, Long> counts) {

        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        public long changed() {
            return counts.getOrDefault(LineOutcome.CHANGED, 0L);
        }

        public long same() {
            return counts.getOrDefault(LineOutcome.SAME, 0L);
        }

        public long leftOut() {
            return counts.getOrDefault(LineOutcome.LEFT_OUT, 0L);
        }

        public long rejected() {
            return counts.getOrDefault(LineOutcome.REJECTED, 0L);
        }

        public long waiting() {
            return counts.getOrDefault(LineOutcome.WAITING, 0L);
        }
    }

    private final ConnectionReader connections;
    private final EntityLoader entities;
    private final RunQueries queries;
    private final MappingCatalog mappings;
    private final FieldLoader<ListRequest, Connection<RunRowPager.ImportRow>> rows;
    private final FieldLoader<ListRequest, Connection<ImportFinding>> findings;

    ImportRunController(
            ConnectionReader connections,
            EntityLoader entities,
            RunQueries queries,
            MappingCatalog mappings,
            RunRowPager pager,
            BatchLoaderRegistry loaders) {
        this.connections = connections;
        this.entities = entities;
        this.queries = queries;
        this.mappings = mappings;
        this.rows = new FieldLoader<>("ImportRun.rows", loaders, pager::each);
        this.findings = new FieldLoader<>(
                "ImportRun.findings",
                loaders,
                (ids, request) -> connections.each(FINDINGS, ids, Map.of(), request, ImportFinding::of));
    }

    @QueryMapping
    List<Mapping> mappings(GraphQLContext request) {
        if (mappings.isEditable()) {
            UncachedResponse.mark(request);
        }
        return mappings.all();
    }

    @SchemaMapping
    @Nullable String description(Mapping mapping) {
        return mapping.note();
    }

    @SchemaMapping
    String sourceId(Mapping mapping) {
        return mapping.source().id();
    }

    @QueryMapping
    CompletableFuture<@Nullable ImportRun> importRun(@Argument String id, DataFetchingEnvironment environment) {
        return entities.one(id, ImportRun.class, environment);
    }

    @QueryMapping
    Connection<ImportRun> importRuns(ListRequest request) {
        return connections.one(RUNS, Map.of(), request, ImportRun::of);
    }

    /** Polls the graph, so that it does not matter which server runs the import. */
    @SubscriptionMapping
    Flux<ImportRun> importProgress(@Argument String id) {
        return Flux.interval(Duration.ZERO, POLL_INTERVAL)
                .onBackpressureDrop()
                .concatMap(tick -> Mono.fromCallable(() -> queries.run(id)).subscribeOn(Schedulers.boundedElastic()), 1)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .takeUntil(ImportRunController::isOver)
                .distinctUntilChanged(run -> List.of(run.state(), run.linesDone(), run.counts()));
    }

    private static boolean isOver(ImportRun run) {
        return run.state() != ImportState.RUNNING && run.state() != ImportState.UNDOING;
    }

    @SchemaMapping
    CompletableFuture<@Nullable Source> source(ImportRun run, DataFetchingEnvironment environment) {
        return entities.one(run.sourceId(), Source.class, environment);
    }

    @SchemaMapping
    RunProgress progress(ImportRun run, GraphQLContext request) {
        if (run.endedAt() == null) {
            UncachedResponse.mark(request);
        }
        var share = run.size() == 0 ? 1 : Math.min(1, (double) run.bytesDone() / run.size());
        var end = run.endedAt() == null ? Instant.now() : run.endedAt();
        var seconds = Duration.between(run.startedAt(), end).toMillis() / 1e3;
        return new RunProgress(
                run.bytesDone(),
                run.size(),
                share,
                run.linesDone(),
                seconds < 1 ? null : run.linesDone() / seconds,
                run.state() != ImportState.RUNNING || share == 0 ? null : (int) Math.ceil(seconds / share - seconds));
    }

    @SchemaMapping(typeName = "ImportCounts", field = "lines")
    OutcomeCounts lines(ImportCounts counts) {
        return new OutcomeCounts(counts.lines());
    }

    @SchemaMapping(typeName = "ImportCounts", field = "memberships")
    OutcomeCounts memberships(ImportCounts counts) {
        return new OutcomeCounts(counts.memberships());
    }

    @SchemaMapping(typeName = "ImportCounts", field = "agentsAdded")
    long agentsAdded(ImportCounts counts) {
        return counts.agents();
    }

    @SchemaMapping(typeName = "ImportCounts", field = "claimsWithdrawn")
    long claimsWithdrawn(ImportCounts counts) {
        return counts.withdrawn();
    }

    @SchemaMapping(typeName = "ImportCounts", field = "claimsUnconfirmed")
    long claimsUnconfirmed(ImportCounts counts) {
        return counts.unconfirmed();
    }

    /** A reason with the number of its lines. */
    record ReasonCount(LineOutcome outcome, String reason, long lines) {}

    @SchemaMapping(typeName = "ImportCounts", field = "reasons")
    List<ReasonCount> reasons(ImportCounts counts) {
        return counts.byReason((reason, lines) -> new ReasonCount(reason.outcome(), reason.reason(), lines));
    }

    @SchemaMapping(typeName = "MatchedMember", field = "agent")
    CompletableFuture<@Nullable Entity> agent(MatchedMember member, DataFetchingEnvironment environment) {
        return entities.one(member.agentId(), Entity.class, environment);
    }

    @SchemaMapping(typeName = "MatchAlternative", field = "agent")
    CompletableFuture<@Nullable Entity> agent(AgentMatch.Alternative alternative, DataFetchingEnvironment environment) {
        return entities.one(alternative.agentId(), Entity.class, environment);
    }

    @SchemaMapping(typeName = "OutcomeCounts", field = "new")
    long newOnes(OutcomeCounts counts) {
        return counts.counts().getOrDefault(LineOutcome.NEW, 0L);
    }

    @SchemaMapping(typeName = "ImportRun", field = "findings")
    CompletableFuture<Connection<ImportFinding>> findings(
            ImportRun run, ListRequest request, DataFetchingEnvironment environment) {
        return findings.load(run.id(), request, environment);
    }

    @SchemaMapping(typeName = "ImportRun", field = "rows")
    CompletableFuture<Connection<RunRowPager.ImportRow>> rows(
            ImportRun run, ListRequest request, DataFetchingEnvironment environment) {
        return rows.load(run.id(), request, environment);
    }
}
