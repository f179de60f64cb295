package io.throughline.ingest;

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
public record Counts(
        Map<Outcome, Long> lines, Map<Outcome, Long> memberships, long agents, long withdrawn, long unconfirmed) {

    static final Counts NONE = new Counts(zeros(), zeros(), 0, 0, 0);

    /** All lines. */
    public long allLines() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Lines with this outcome. */
    public long lines(Outcome outcome) {
        return lines.getOrDefault(outcome, 0L);
    }

    /** Memberships with this outcome. */
    public long memberships(Outcome outcome) {
        return memberships.getOrDefault(outcome, 0L);
    }

    /** Whether a person should look at it. */
    public boolean needPerson() {
        return lines(Outcome.REJECTED) > 0 || lines(Outcome.WAITING) > 0;
    }

    Counts plus(Counts more) {
        return new Counts(
                sum(lines, more.lines),
                sum(memberships, more.memberships),
                agents + more.agents,
                withdrawn + more.withdrawn,
                unconfirmed + more.unconfirmed);
    }

    Counts line(Outcome outcome) {
        return plus(new Counts(Map.of(outcome, 1L), Map.of(), 0, 0, 0));
    }

    /** As they stand on a run. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        for (var outcome : Outcome.values()) {
            properties.put("lines" + word(outcome), lines(outcome));
            properties.put("memberships" + word(outcome), memberships(outcome));
        }
        properties.put("agentsAdded", agents);
        properties.put("claimsWithdrawn", withdrawn);
        properties.put("claimsUnconfirmed", unconfirmed);
        return properties;
    }

    static Counts of(MapAccessor run) {
        var lines = zeros();
        var memberships = zeros();
        for (var outcome : Outcome.values()) {
            lines.put(outcome, run.get("lines" + word(outcome)).asLong(0));
            memberships.put(outcome, run.get("memberships" + word(outcome)).asLong(0));
        }
        return new Counts(
                lines,
                memberships,
                run.get("agentsAdded").asLong(0),
                run.get("claimsWithdrawn").asLong(0),
                run.get("claimsUnconfirmed").asLong(0));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case REJECTED -> "Rejected";
            case WAITING -> "Waiting";
            case CHANGED -> "Changed";
            case NEW -> "New";
            case SAME -> "Same";
            case LEFT_OUT -> "LeftOut";
        };
    }

    private static Map<Outcome, Long> zeros() {
        var zeros = new EnumMap<Outcome, Long>(Outcome.class);
        for (var outcome : Outcome.values()) {
            zeros.put(outcome, 0L);
        }
        return zeros;
    }

    private static Map<Outcome, Long> sum(Map<Outcome, Long> one, Map<Outcome, Long> other) {
        // an empty map does not say of which enum its keys are
        var sum = new EnumMap<Outcome, Long>(Outcome.class);
        sum.putAll(one);
        other.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
        return sum;
    }
}
