package io.throughline.intake.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;

/**
 * What became of the lines of one batch; kept for reports, and so that a run which was broken off knows what it did.
 *
 * @param claims memberships that were recorded or held to be the same, in the order of the lines
 * @param unsure what the lines may say beside that
 */
record LineRecords(List<LineRecord> lines, List<Recording> claims, Unsure unsure) {

    /**
     * What became of a line.
     *
     * @param number of the line, from 1
     * @param claimIds that say now what the line says; in a dry run those that would
     */
    record LineRecord(int number, LineOutcome outcome, List<String> claimIds) {}

    /**
     * A membership that the run has dealt with.
     *
     * @param key stands for the membership
     * @param mark stands for what is said of it
     */
    record Recording(int line, String claimId, long key, long mark) {}

    /**
     * What lines may say that could not be made out, so that nothing of it is taken for not said.
     *
     * @param anything whether a line was rejected, of which nobody knows what it says
     * @param agentIds agents of whom a line may say more: it waits and could mean them, or a part of it cannot be used
     */
    record Unsure(boolean anything, Set<String> agentIds) {}

    Map<String, Object> properties(String runId) {
        var outcomes = new StringBuilder();
        lines.forEach(line -> outcomes.append(line.outcome().letter()));
        var properties = new HashMap<String, Object>();
        // wide enough that texts sort as numbers; two batches of one run never begin with the same line
        properties.put("id", "%s.%09d".formatted(runId, lines.get(0).number()));
        properties.put("runId", runId);
        properties.put("firstLine", lines.get(0).number());
        properties.put("lastLine", lines.get(lines.size() - 1).number());
        properties.put(
                "lines", lines.stream().mapToInt(LineRecord::number).boxed().toList());
        properties.put("outcomes", outcomes.toString());
        properties.put(
                "claimCounts",
                lines.stream().mapToInt(line -> line.claimIds().size()).boxed().toList());
        properties.put("claimIds", claims.stream().map(Recording::claimId).toList());
        properties.put("keys", claims.stream().map(Recording::key).toList());
        properties.put("marks", claims.stream().map(Recording::mark).toList());
        properties.put("unsureOfAll", unsure.anything());
        properties.put("unsureOfIds", List.copyOf(unsure.agentIds()));
        return properties;
    }

    static LineRecords of(Node batch) {
        var numbers = batch.get("lines").asList(Value::asInt);
        var outcomes = batch.get("outcomes").asString();
        var counts = batch.get("claimCounts").asList(Value::asInt);
        var claimIds = batch.get("claimIds").asList(Value::asString);
        var keys = batch.get("keys").asList(Value::asLong);
        var marks = batch.get("marks").asList(Value::asLong);
        var lines = new ArrayList<LineRecord>(numbers.size());
        var claims = new ArrayList<Recording>(claimIds.size());
        var next = 0;
        for (var i = 0; i < numbers.size(); i++) {
            var own = claimIds.subList(next, next + counts.get(i));
            lines.add(new LineRecord(numbers.get(i), LineOutcome.of(outcomes.charAt(i)), List.copyOf(own)));
            for (var end = next + counts.get(i); next < end; next++) {
                claims.add(new Recording(numbers.get(i), claimIds.get(next), keys.get(next), marks.get(next)));
            }
        }
        return new LineRecords(
                lines,
                claims,
                new Unsure(
                        batch.get("unsureOfAll").asBoolean(),
                        Set.copyOf(batch.get("unsureOfIds").asList(Value::asString))));
    }
}
