package io.throughline.intake.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.types.MapAccessor;

/**
 * The counts of an import so far.
 *
 * @param lines lines of the file by outcome, each counted once, except blank ones
 * @param memberships memberships that the lines state, by outcome; a line may state several or none
 * @param agents agents added to the graph; in a dry run those that would be
 * @param withdrawn claims of earlier imports that the file no longer makes
 * @param unconfirmed such claims that are kept because a rejected or waiting line may still make them
 */
public record ImportCounts(
        Map<LineOutcome, Long> lines,
        Map<LineOutcome, Long> memberships,
        long agents,
        long withdrawn,
        long unconfirmed) {

    static final ImportCounts NONE = new ImportCounts(zeros(), zeros(), 0, 0, 0);

    /** The number of all lines. */
    public long allLines() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The number of lines with this outcome. */
    public long lines(LineOutcome outcome) {
        return lines.getOrDefault(outcome, 0L);
    }

    /** The number of memberships with this outcome. */
    public long memberships(LineOutcome outcome) {
        return memberships.getOrDefault(outcome, 0L);
    }

    /** Whether lines were rejected or wait for a decision. */
    public boolean needsDecision() {
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

    /** The counts as properties of a run. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        for (var outcome : LineOutcome.values()) {
            properties.put("lines" + propertySuffix(outcome), lines(outcome));
            properties.put("memberships" + propertySuffix(outcome), memberships(outcome));
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
            lines.put(outcome, run.get("lines" + propertySuffix(outcome)).asLong(0));
            memberships.put(
                    outcome, run.get("memberships" + propertySuffix(outcome)).asLong(0));
        }
        return new ImportCounts(
                lines,
                memberships,
                run.get("agentsAdded").asLong(0),
                run.get("claimsWithdrawn").asLong(0),
                run.get("claimsUnconfirmed").asLong(0));
    }

    private static String propertySuffix(LineOutcome outcome) {
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
        // the copy constructor of EnumMap rejects an empty map of another type
        var sum = new EnumMap<LineOutcome, Long>(LineOutcome.class);
        sum.putAll(one);
        other.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
        return sum;
    }
}
