package io.throughline.intake.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.types.MapAccessor;

/**
 * How many of what an import has met so far.
 *
 * @param lines of the file by outcome, each line once; none is left out but blank ones
 * @param memberships that the lines state, by outcome; a line may state several or none
 * @param agents added to the graph, or to be added
 * @param withdrawn claims of earlier imports that the file does not make any more
 * @param unconfirmed such claims that stay, since a line that was rejected or waits may make them
 */
public record ImportCounts(
        Map<LineOutcome, Long> lines,
        Map<LineOutcome, Long> memberships,
        long agents,
        long withdrawn,
        long unconfirmed) {

    static final ImportCounts NONE = new ImportCounts(zeros(), zeros(), 0, 0, 0);

    /** All lines. */
    public long allLines() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Lines with this outcome. */
    public long lines(LineOutcome outcome) {
        return lines.getOrDefault(outcome, 0L);
    }

    /** Memberships with this outcome. */
    public long memberships(LineOutcome outcome) {
        return memberships.getOrDefault(outcome, 0L);
    }

    /** Whether a person should look at it. */
    public boolean needPerson() {
        return lines(LineOutcome.REJECTED) > 0 || lines(LineOutcome.WAITING) > 0;
    }

    ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                sum(lines, more.lines),
                sum(memberships, more.memberships),
                agents + more.agents,
                withdrawn + more.withdrawn,
                unconfirmed + more.unconfirmed);
    }

    ImportCounts line(LineOutcome outcome) {
        return plus(new ImportCounts(Map.of(outcome, 1L), Map.of(), 0, 0, 0));
    }

    /** As they stand on a run. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        for (var outcome : LineOutcome.values()) {
            properties.put("lines" + word(outcome), lines(outcome));
            properties.put("memberships" + word(outcome), memberships(outcome));
        }
        properties.put("agentsAdded", agents);
        properties.put("claimsWithdrawn", withdrawn);
        properties.put("claimsUnconfirmed", unconfirmed);
        return properties;
    }

    static ImportCounts of(MapAccessor run) {
        var lines = zeros();
        var memberships = zeros();
        for (var outcome : LineOutcome.values()) {
            lines.put(outcome, run.get("lines" + word(outcome)).asLong(0));
            memberships.put(outcome, run.get("memberships" + word(outcome)).asLong(0));
        }
        return new ImportCounts(
                lines,
                memberships,
                run.get("agentsAdded").asLong(0),
                run.get("claimsWithdrawn").asLong(0),
                run.get("claimsUnconfirmed").asLong(0));
    }

    private static String word(LineOutcome outcome) {
        return switch (outcome) {
            case REJECTED -> "Rejected";
            case WAITING -> "Waiting";
            case CHANGED -> "Changed";
            case NEW -> "New";
            case SAME -> "Same";
            case LEFT_OUT -> "LeftOut";
        };
    }

    private static Map<LineOutcome, Long> zeros() {
        var zeros = new EnumMap<LineOutcome, Long>(LineOutcome.class);
        for (var outcome : LineOutcome.values()) {
            zeros.put(outcome, 0L);
        }
        return zeros;
    }

    private static Map<LineOutcome, Long> sum(Map<LineOutcome, Long> one, Map<LineOutcome, Long> other) {
        // an empty map does not say of which enum its keys are
        var sum = new EnumMap<LineOutcome, Long>(LineOutcome.class);
        sum.putAll(one);
        other.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
        return sum;
    }
}
