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

/** Begins imports, and goes on with those that were broken off. */
@Component
public class ImportStarter {

    private static final Logger log = LoggerFactory.getLogger(ImportStarter.class);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);

    private final GraphWriter graph;
    private final Ledger ledger;
    private final AgentMatcher matcher;
    private final RunQueries reads;
    private final ImportSettings settings;
    private final FileLimits limits;

    ImportStarter(
            GraphWriter graph,
            Ledger ledger,
            AgentMatcher matcher,
            RunQueries reads,
            ImportSettings settings,
            FileLimits limits) {
        this.graph = graph;
        this.ledger = ledger;
        this.matcher = matcher;
        this.reads = reads;
        this.settings = settings;
        this.limits = limits;
    }

    /**
     * Begins an import; no line is read before {@link ImportJob#run}.
     *
     * @throws ImportRejectedException if the file, the mapping or the graph does not allow it; nothing was done then
     */
    public ImportJob begin(ImportRequest order) {
        return begin(order, settings.batch());
    }

    /**
     * The same with batches of another size.
     *
     * @param batch lines that are recorded in one transaction
     */
    ImportJob begin(ImportRequest order, int batch) {
        matcher.prepare();
        var mapping = order.mapping();
        var file = open(order.file(), order.fileName(), mapping);
        try {
            mustFit(mapping, file);
            var worker = UUID.randomUUID().toString();
            var run = graph.write(transaction -> {
                interrupt(RunWriter.interrupt(transaction, settings.patience().toSeconds()));
                if (order.apply()) {
                    RunWriter.takeTurn(transaction, mapping.source().id(), settings.patience());
                }
                return RunWriter.begin(transaction, properties(order, file, worker));
            });
            return job(run, worker, mapping, file, batch);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Goes on with an import that was interrupted or cancelled, behind the last line that it recorded.
     *
     * @param path the same file, wherever it is now
     * @throws ImportRejectedException if there is nothing to go on with, or not with this file
     */
    public ImportJob resume(String runId, Path path) {
        var run = reads.run(runId)
                .orElseThrow(() -> new ImportRejectedException(
                        "RUN_UNKNOWN", "There is no import run %s".formatted(runId), "run"));
        reads.later(runId).stream().findFirst().ifPresent(later -> {
            throw new ImportRejectedException(
                    "LATER_RUN",
                    "%s imported the source %s later: undo that first, or import the file anew"
                            .formatted(later.id(), run.sourceId()),
                    "run");
        });
        var mapping = Mapping.read(run.mappingText(), run.mapping());
        var file = open(path, run.fileName(), mapping);
        try {
            if (!file.sha256().equals(run.sha256())) {
                throw new ImportRejectedException(
                        "OTHER_FILE",
                        "'%s' is another file than the one that %s read (SHA-256 %s, not %s): import it anew"
                                .formatted(path.getFileName(), runId, file.sha256(), run.sha256()),
                        "file");
            }
            mustFit(mapping, file);
            var worker = UUID.randomUUID().toString();
            var again = graph.write(transaction -> {
                interrupt(RunWriter.interrupt(transaction, settings.patience().toSeconds()));
                RunWriter.takeTurn(transaction, run.sourceId(), settings.patience());
                return RunWriter.goOn(transaction, runId, worker)
                        .orElseThrow(() -> new ImportRejectedException(
                                "NOT_INTERRUPTED",
                                "%s cannot be gone on with: it is %s".formatted(runId, standing(run)),
                                "run"));
            });
            log.info("Import {} of {} goes on behind {} lines", runId, run.fileName(), again.linesDone());
            return job(again, worker, mapping, file, settings.batch());
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String standing(ImportRun run) {
        if (run.dryRun()) {
            return "a dry run, of which nothing is recorded";
        }
        return run.undoId() == null ? run.state().name() : "being undone or is undone";
    }

    /** The latest import of the source of a mapping, if it was of the same file and was broken off. */
    public Optional<ImportRun> brokenOff(ImportRequest order) {
        try (var file = open(order.file(), order.fileName(), order.mapping())) {
            return reads.brokenOff(
                    order.mapping().source().id(),
                    file.sha256(),
                    order.mapping().text());
        }
    }

    /** The run as it is now. */
    public Optional<ImportRun> run(String id) {
        return reads.run(id);
    }

    private ImportJob job(ImportRun run, String worker, Mapping mapping, PublishedFile file, int batch) {
        var before = new SeenMemberships();
        var planner = new LinePlanner(mapping, matcher, run.sourceId(), before);
        var subject = new ImportExecution.Subject(
                file, planner, (transaction, by) -> MappedSource.prepare(ledger, transaction, by, mapping, file));
        return new ImportJob(graph, ledger, reads, batch, worker, subject, run, before);
    }

    private PublishedFile open(Path path, String name, Mapping mapping) {
        try {
            return PublishedFile.open(path, name, mapping.readOptions(limits));
        } catch (UnreadableFileException e) {
            throw new ImportRejectedException(e, "file");
        }
    }

    private void mustFit(Mapping mapping, PublishedFile file) {
        try {
            mapping.requireColumns(file.header());
        } catch (InvalidMappingException e) {
            throw new ImportRejectedException(e, "mapping");
        }
        MappedSource.mustFit(reads, mapping);
    }

    private static Map<String, Object> properties(ImportRequest order, PublishedFile file, String worker) {
        var run = new HashMap<String, Object>(ImportCounts.NONE.properties());
        run.put("id", "run-%s-%s".formatted(MOMENT.format(Instant.now()), worker.substring(0, 8)));
        run.put("kind", LedgerActivity.Kind.IMPORT.name());
        run.put("dryRun", !order.apply());
        run.put("worker", worker);
        run.put("sourceId", order.mapping().source().id());
        run.put("mapping", order.mapping().id());
        run.put("mappingText", order.mapping().text());
        run.put("fileName", order.fileName());
        run.put("sha256", file.sha256());
        run.put("size", file.size());
        run.put("person", order.person());
        return run;
    }

    /** Says that runs were broken off. */
    static void interrupt(Iterable<ImportRun> runs) {
        runs.forEach(run -> log.warn("Import {} of {}: {}", run.id(), run.fileName(), run.message()));
    }
}
