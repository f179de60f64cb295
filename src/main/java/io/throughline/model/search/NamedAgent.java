package io.throughline.model.search;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An agent found by one of its names.
 *
 * @param nameOrigin where the name is known from
 * @param own whether it is the agent's own name, not another recorded one
 * @param settled whether it is known which place the agent is
 * @param score how closely the name matches, from 0 to 1
 */
public record NamedAgent(
        String id,
        String matchedName,
        NameOrigin nameOrigin,
        boolean own,
        boolean settled,
        @Nullable String countryId,
        @Nullable String stateId,
        double score) {

    /** Reads a row of the statements that find agents; without a score yet. */
    static NamedAgent of(Record row) {
        return new NamedAgent(
                row.get("id").asString(),
                row.get("name").asString(),
                NameOrigin.GRAPH,
                row.get("own").asBoolean(),
                row.get("settled").asBoolean(),
                text(row.get("countryId")),
                text(row.get("stateId")),
                0);
    }

    NamedAgent scored(NameText text) {
        return new NamedAgent(
                id,
                matchedName,
                nameOrigin,
                own,
                settled,
                countryId,
                stateId,
                NameSimilarity.of(text, matchedName, own));
    }

    /** Whether neither its country nor its state is recorded. */
    boolean isNowhere() {
        return countryId == null && stateId == null;
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }
}
