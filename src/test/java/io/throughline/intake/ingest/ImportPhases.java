package io.throughline.intake.ingest;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Samples a hundred times a second what the thread that records an import is doing, so that the import itself needs no
 * timers.
 */
final class ImportPhases implements AutoCloseable {

    private static final int MILLISECONDS = 10;

    /** The phase that a call belongs to; the innermost call on the stack decides. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Gazetteer$Content.read", "reading the gazetteer"),
            Map.entry("PublishedFile.open", "opening the file"),
            Map.entry("ImportExecution.run", "reading the file, and everything else"),
            Map.entry("PlannedBatches.take", "waiting for planned lines"),
            Map.entry("Mapping.interpret", "interpreting rows by the mapping"),
            Map.entry("AgentMatcher.match", "resolving names"),
            Map.entry("DecisionStore.inForce", "resolving names: reading decisions"),
            Map.entry("KnownAgents.byName", "resolving names: reading agents by name"),
            Map.entry("KnownAgents.find", "resolving names: reading agents"),
            Map.entry("KnownAgents.inUse", "resolving names: reading ids in use"),
            Map.entry("GraphWriter.write", "committing"),
            Map.entry("BatchWriter.missing", "recording or previewing: reading which agents exist"),
            Map.entry("RegisterIdentifiers.lock", "recording: waiting for the lock on identifiers"),
            Map.entry("RegisterIdentifiers.holders", "recording or previewing: reading which agents have identifiers"),
            Map.entry("SubdivisionWriter.add", "recording: adding states"),
            Map.entry("MergeRedirects.of", "recording or previewing: reading merged agents"),
            Map.entry("MergeRedirects.failIfMerged", "recording: reading agents merged meanwhile"),
            Map.entry("BatchWriter.record", "recording: everything else"),
            Map.entry("BatchWriter.preview", "previewing: everything else"),
            Map.entry("NodeWriter.addAgents", "recording: adding agents"),
            Map.entry("MembershipWriter.touch", "recording: making memberships"),
            Map.entry("MembershipWriter.find", "recording or previewing: reading claims"),
            Map.entry("MembershipWriter.link", "recording: linking memberships"),
            Map.entry("NewClaim.write", "recording: writing claims"),
            Map.entry("MembershipResolution.resolve", "recording: resolving memberships"),
            Map.entry("ImportExecution.recordProgress", "recording the progress"),
            Map.entry("ReviewQueueWriter.write", "writing the review queue"),
            Map.entry("ImportExecution.withdrawUnstatedClaims", "withdrawing"));

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Double> seconds = new TreeMap<>();
    private final Thread thread;
    private long last = System.nanoTime();

    private ImportPhases(Thread thread) {
        this.thread = thread;
    }

    /** Starts sampling. */
    static ImportPhases of(Thread thread) {
        var phases = new ImportPhases(thread);
        var unused =
                phases.clock.scheduleWithFixedDelay(phases::sample, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
        return phases;
    }

    private synchronized void sample() {
        var phase = phase();
        var now = System.nanoTime();
        seconds.merge(phase, (now - last) / 1e9, Double::sum);
        last = now;
    }

    private String phase() {
        for (var frame : thread.getStackTrace()) {
            var call = frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName();
            var name = NAMES.get(call);
            if (name != null) {
                return name;
            }
        }
        return "beginning and end";
    }

    synchronized Map<String, Double> seconds() {
        return Map.copyOf(seconds);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
