package io.throughline.intake.ingest;

import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.mapping.InvalidMappingException;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.matching.AgentMatcher;
import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.UnreadableFileException;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins imports and resumes interrupted ones. */
@Component
public class ImportStarter {

    private static final Logger log = LoggerFactory.getLogger(ImportStarter.class);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);

    private final GraphWriter graph;
    private final Ledger ledger;
    private final AgentMatcher matcher;
    private final RunQueries queries;
    private final ImportSettings settings;
    private final FileLimits limits;

    ImportStarter(
            GraphWriter graph,
            Ledger ledger,
            AgentMatcher matcher,
            RunQueries queries,
            ImportSettings settings,
            FileLimits limits) {
        this.graph = graph;
        this.ledger = ledger;
        this.matcher = matcher;
        this.queries = queries;
        this.settings = settings;
        this.limits = limits;
    }

    /**
     * Begins an import. No line is read before {@link ImportJob#run}.
     *
     * @throws ImportRejectedException if the file, the mapping or the graph does not allow it; nothing was done
     */
    public ImportJob begin(ImportRequest request) {
        return begin(request, settings.batch());
    }

    /**
     * The same with another batch size.
     *
     * @param batch lines recorded in one transaction
     */
    ImportJob begin(ImportRequest request, int batch) {
        matcher.prepare();
        var mapping = request.mapping();
        var file = open(request.file(), request.fileName(), mapping);
        try {
            requireFit(mapping, file);
            var worker = UUID.randomUUID().toString();
            var run = graph.write(transaction -> {
                logInterrupted(RunWriter.markInterrupted(
                        transaction, settings.patience().toSeconds()));
                if (request.apply()) {
                    RunWriter.lockSource(transaction, mapping.source().id(), settings.patience());
                }
                return RunWriter.begin(transaction, properties(request, file, worker));
            });
            return job(run, worker, mapping, file, batch);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Resumes an interrupted or cancelled import after the last line that it recorded.
     *
     * @param path the same file, wherever it is now
     * @throws ImportRejectedException if there is nothing to resume, or if the file is a different one
     */
    public ImportJob resume(String runId, Path path) {
        var run = queries.run(runId)
                .orElseThrow(() ->
                        new ImportRejectedException("RUN_UNKNOWN", "no import has the id %s".formatted(runId), "run"));
        queries.later(runId).stream().findFirst().ifPresent(later -> {
            throw new ImportRejectedException(
                    "LATER_RUN",
                    "%s imported the source %s later: undo that import first, or import the file again"
                            .formatted(later.id(), run.sourceId()),
                    "run");
        });
        var mapping = Mapping.read(run.mappingText(), run.mapping());
        var file = open(path, run.fileName(), mapping);
        try {
            if (!file.sha256().equals(run.sha256())) {
                throw new ImportRejectedException(
                        "OTHER_FILE",
                        "'%s' is not the file that %s read (SHA-256 %s, expected %s): start a new import for it"
                                .formatted(path.getFileName(), runId, file.sha256(), run.sha256()),
                        "file");
            }
            requireFit(mapping, file);
            var worker = UUID.randomUUID().toString();
            var resumed = graph.write(transaction -> {
                logInterrupted(RunWriter.markInterrupted(
                        transaction, settings.patience().toSeconds()));
                RunWriter.lockSource(transaction, run.sourceId(), settings.patience());
                return RunWriter.resume(transaction, runId, worker)
                        .orElseThrow(() -> new ImportRejectedException(
                                "NOT_INTERRUPTED",
                                "%s cannot be resumed: it is %s".formatted(runId, description(run)),
                                "run"));
            });
            log.info("Import {} of {} resumes after {} lines", runId, run.fileName(), resumed.linesDone());
            return job(resumed, worker, mapping, file, settings.batch());
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String description(ImportRun run) {
        if (run.dryRun()) {
            return "a dry run, which records nothing";
        }
        return run.undoId() == null ? run.state().name() : "being undone or has been undone";
    }

    /** The latest import of the same source, if it read the same file with the same mapping and was interrupted. */
    public Optional<ImportRun> findInterrupted(ImportRequest request) {
        try (var file = open(request.file(), request.fileName(), request.mapping())) {
            return queries.findInterrupted(
                    request.mapping().source().id(),
                    file.sha256(),
                    request.mapping().text());
        }
    }

    /** The run as it is now. */
    public Optional<ImportRun> run(String id) {
        return queries.run(id);
    }

    private ImportJob job(ImportRun run, String worker, Mapping mapping, PublishedFile file, int batch) {
        var seen = new SeenMemberships();
        var planner = new LinePlanner(mapping, matcher, run.sourceId(), seen);
        var task = new ImportExecution.ImportTask(
                file,
                planner,
                (transaction, by) -> MappedSource.prepare(ledger, transaction, by, mapping, file),
                (transaction, by, counts) -> new MemberListRecorder(ledger, transaction)
                        .record(by, mapping, counts.lines(LineOutcome.REJECTED)));
        return new ImportJob(graph, ledger, queries, batch, worker, task, run, seen);
    }

    private PublishedFile open(Path path, String name, Mapping mapping) {
        try {
            return PublishedFile.open(path, name, mapping.readOptions(limits));
        } catch (UnreadableFileException e) {
            throw new ImportRejectedException(e, "file");
        }
    }

    private void requireFit(Mapping mapping, PublishedFile file) {
        try {
            mapping.requireNoPlaceholders();
            mapping.requireColumns(file.header());
        } catch (InvalidMappingException e) {
            throw new ImportRejectedException(e, "mapping");
        }
        MappedSource.requireFit(queries, mapping);
    }

    private static Map<String, Object> properties(ImportRequest request, PublishedFile file, String worker) {
        var run = new HashMap<String, Object>(ImportCounts.NONE.properties());
        run.putAll(FileFindingProperties.of(file.findings()));
        run.put("id", "run-%s-%s".formatted(MOMENT.format(Instant.now()), worker.substring(0, 8)));
        run.put("kind", LedgerActivity.Kind.IMPORT.name());
        run.put("dryRun", !request.apply());
        run.put("worker", worker);
        run.put("sourceId", request.mapping().source().id());
        run.put("mapping", request.mapping().id());
        run.put("mappingText", request.mapping().text());
        run.put("fileName", request.fileName());
        run.put("sha256", file.sha256());
        run.put("size", file.size());
        run.put("person", request.person());
        return run;
    }

    /** Logs that runs were interrupted. */
    static void logInterrupted(Iterable<ImportRun> runs) {
        runs.forEach(run -> log.warn("Import {} of {}: {}", run.id(), run.fileName(), run.message()));
    }
}
