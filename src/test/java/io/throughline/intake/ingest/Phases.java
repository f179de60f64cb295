package io.throughline.intake.ingest;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What the thread that records an import is at, while another plans its next lines, looked up a hundred times a second: no clock has to run through the import for that. */
final class Phases implements AutoCloseable {

    private static final int MILLISECONDS = 10;

    /** What calls to these are for; of several on a stack the innermost tells. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Gazetteer$Content.read", "reading the gazetteer"),
            Map.entry("PublishedFile.open", "opening the file"),
            Map.entry("ImportWork.run", "reading the file, and all else"),
            Map.entry("PlannedBatches.take", "waiting for planned lines"),
            Map.entry("Mapping.interpret", "interpreting rows by the mapping"),
            Map.entry("Matcher.match", "resolving names"),
            Map.entry("Decisions.holding", "resolving names: reading decisions"),
            Map.entry("KnownAgents.byName", "resolving names: reading agents by name"),
            Map.entry("KnownAgents.find", "resolving names: reading agents"),
            Map.entry("KnownAgents.inUse", "resolving names: reading ids in use"),
            Map.entry("GraphWriter.write", "committing"),
            Map.entry("BatchWriter.notThere", "recording or foreseeing: reading who is there"),
            Map.entry("Numbers.takeTurn", "recording: waiting for the turn of numbers"),
            Map.entry("Numbers.bearers", "recording or foreseeing: reading who bears numbers"),
            Map.entry("Subdivisions.add", "recording: adding states"),
            Map.entry("Survivors.of", "recording or foreseeing: reading who was merged"),
            Map.entry("Survivors.failIfMerged", "recording: reading who was merged meanwhile"),
            Map.entry("BatchWriter.record", "recording: all else"),
            Map.entry("BatchWriter.foresee", "foreseeing: all else"),
            Map.entry("ThingWriter.addAgents", "recording: adding agents"),
            Map.entry("MembershipWriter.touch", "recording: making memberships"),
            Map.entry("MembershipWriter.find", "recording or foreseeing: reading claims"),
            Map.entry("MembershipWriter.link", "recording: linking memberships"),
            Map.entry("NewClaim.write", "recording: writing claims"),
            Map.entry("MembershipResolution.resolve", "recording: resolving memberships"),
            Map.entry("ImportWork.note", "noting the batch"),
            Map.entry("ReviewWrites.write", "writing what waits"),
            Map.entry("ImportWork.withdrawWhatIsNotStated", "withdrawing"));

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Double> seconds = new TreeMap<>();
    private final Thread thread;
    private long last = System.nanoTime();

    private Phases(Thread thread) {
        this.thread = thread;
    }

    /** Begins to look. */
    static Phases of(Thread thread) {
        var phases = new Phases(thread);
        var unused =
                phases.clock.scheduleWithFixedDelay(phases::look, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
        return phases;
    }

    private synchronized void look() {
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
