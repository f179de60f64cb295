package io.throughline.intake.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.neo4j.driver.types.MapAccessor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The counts of an import so far.
 *
 * @param lines lines of the file by outcome, each counted once, except blank ones
 * @param memberships memberships that the lines state, by outcome; a line may state several or none
 * @param agents agents added to the graph; in a dry run those that would be
 * @param withdrawn claims of earlier imports that the file no longer makes
 * @param reasons the number of lines left out, rejected or waiting, by reason; each line counts once
 * @param unconfirmed such claims that are kept because a rejected or waiting line may still make them
 */
public record ImportCounts(
        Map<LineOutcome, Long> lines,
        Map<LineOutcome, Long> memberships,
        Map<LineReason, Long> reasons,
        long agents,
        long withdrawn,
        long unconfirmed) {

    static final ImportCounts NONE = new ImportCounts(zeros(), zeros(), Map.of(), 0, 0, 0);

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

    /** The reasons, each with its number of lines, most frequent first. */
    public <T> List<T> byReason(BiFunction<LineReason, Long, T> row) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<LineReason, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().reason()))
                .map(entry -> row.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    ImportCounts plus(ImportCounts more) {
        return new ImportCounts(
                sum(lines, more.lines),
                sum(memberships, more.memberships),
                merged(reasons, more.reasons),
                agents + more.agents,
                withdrawn + more.withdrawn,
                unconfirmed + more.unconfirmed);
    }

    ImportCounts line(LineOutcome outcome) {
        return plus(new ImportCounts(Map.of(outcome, 1L), Map.of(), Map.of(), 0, 0, 0));
    }

    /** The counts as properties of a run. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        for (var outcome : LineOutcome.values()) {
            properties.put("lines" + propertySuffix(outcome), lines(outcome));
            properties.put("memberships" + propertySuffix(outcome), memberships(outcome));
        }
        properties.put(
                "reasons",
                JsonMapper.shared()
                        .writeValueAsString(reasons.entrySet().stream()
                                .map(reason -> new CountedReason(
                                        reason.getKey().outcome(),
                                        reason.getKey().reason(),
                                        reason.getValue()))
                                .toList()));
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
                reasons(run.get("reasons").asString("[]")),
                run.get("agentsAdded").asLong(0),
                run.get("claimsWithdrawn").asLong(0),
                run.get("claimsUnconfirmed").asLong(0));
    }

    /** A reason with its number of lines, as stored. */
    private record CountedReason(LineOutcome outcome, String reason, long lines) {}

    private static Map<LineReason, Long> reasons(String json) {
        var reasons = new LinkedHashMap<LineReason, Long>();
        for (var counted : JsonMapper.shared().readValue(json, new TypeReference<List<CountedReason>>() {})) {
            reasons.put(new LineReason(counted.outcome(), counted.reason()), counted.lines());
        }
        return reasons;
    }

    private static Map<LineReason, Long> merged(Map<LineReason, Long> one, Map<LineReason, Long> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        var merged = new LinkedHashMap<>(one);
        other.forEach((reason, count) -> merged.merge(reason, count, Long::sum));
        return merged;
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
