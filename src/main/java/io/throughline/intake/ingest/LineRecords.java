package io.throughline.intake.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import org.neo4j.driver.types.Node;

/**
 * What became of the lines of one batch; stored for reports, and so that an interrupted run can be resumed.
 *
 * @param claims memberships that were recorded or already recorded with the same values, in the order of the lines
 * @param uncertainty what the lines may say besides
 */
record LineRecords(List<LineRecord> lines, List<ProcessedMembership> claims, Uncertainty uncertainty) {

    /**
     * What became of a line.
     *
     * @param number the line number, from 1
     * @param claimIds the claims that now state what the line says; in a dry run those that would
     * @param detail how it was read, {@link LineDetail} as JSON; empty when not recorded
     */
    record LineRecord(int number, LineOutcome outcome, List<String> claimIds, String detail) {}

    /**
     * A membership that the run has processed.
     *
     * @param key fingerprint of the membership id
     * @param values what is stated about it, as {@link StatedValues}
     */
    record ProcessedMembership(int line, String claimId, long key, long values) {}

    /**
     * What the lines may say that could not be read, so that earlier claims are not withdrawn by mistake.
     *
     * @param everything whether a line was rejected, which could have said anything
     * @param agentIds agents about which a line may say more: it waits and could mean them, or part of it is unusable
     */
    record Uncertainty(boolean everything, Set<String> agentIds) {}

    Map<String, Object> properties(String runId) {
        var outcomes = new StringBuilder();
        lines.forEach(line -> outcomes.append(line.outcome().letter()));
        var properties = new HashMap<String, Object>();
        // padded so that ids sort by line; two batches of a run never begin with the same line
        properties.put("id", "%s.%09d".formatted(runId, lines.get(0).number()));
        properties.put("runId", runId);
        properties.put("firstLine", lines.get(0).number());
        properties.put("lastLine", lines.get(lines.size() - 1).number());
        properties.put(
                "lines", lines.stream().mapToInt(LineRecord::number).boxed().toList());
        properties.put("outcomes", outcomes.toString());
        properties.put("details", lines.stream().map(LineRecord::detail).toList());
        properties.put(
                "claimCounts",
                lines.stream().mapToInt(line -> line.claimIds().size()).boxed().toList());
        properties.put(
                "claimIds", claims.stream().map(ProcessedMembership::claimId).toList());
        properties.put("keys", claims.stream().map(ProcessedMembership::key).toList());
        properties.put(
                "values", claims.stream().map(ProcessedMembership::values).toList());
        properties.put("unsureOfAll", uncertainty.everything());
        properties.put("unsureOfIds", List.copyOf(uncertainty.agentIds()));
        return properties;
    }

    static LineRecords of(Node batch) {
        var lines = lines(batch);
        var claimIds = batch.get("claimIds").asList(Value::asString);
        var keys = batch.get("keys").asList(Value::asLong);
        var values = batch.get("values").isNull()
                ? Collections.nCopies(claimIds.size(), StatedValues.UNKNOWN)
                : batch.get("values").asList(Value::asLong);
        var claims = new ArrayList<ProcessedMembership>(claimIds.size());
        for (var line : lines) {
            for (var claimId : line.claimIds()) {
                var next = claims.size();
                claims.add(new ProcessedMembership(line.number(), claimId, keys.get(next), values.get(next)));
            }
        }
        return new LineRecords(
                lines,
                claims,
                new Uncertainty(
                        batch.get("unsureOfAll").asBoolean(),
                        Set.copyOf(batch.get("unsureOfIds").asList(Value::asString))));
    }

    /** What became of the lines of a batch, or of a part of it in the same form. */
    static List<LineRecord> lines(MapAccessor batch) {
        var numbers = batch.get("lines").asList(Value::asInt);
        var outcomes = batch.get("outcomes").asString();
        var counts = batch.get("claimCounts").asList(Value::asInt);
        var details = batch.get("details").isNull()
                ? Collections.nCopies(numbers.size(), "")
                : batch.get("details").asList(Value::asString);
        var claimIds = batch.get("claimIds").asList(Value::asString);
        var lines = new ArrayList<LineRecord>(numbers.size());
        var next = 0;
        for (var i = 0; i < numbers.size(); i++) {
            var end = next + counts.get(i);
            lines.add(new LineRecord(
                    numbers.get(i),
                    LineOutcome.of(outcomes.charAt(i)),
                    List.copyOf(claimIds.subList(next, end)),
                    details.get(i)));
            next = end;
        }
        return lines;
    }
}
