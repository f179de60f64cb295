package io.throughline.intake.reconcile;

import static java.util.stream.Collectors.joining;

import io.throughline.reference.id.IdSyntax;
import io.throughline.writing.ledger.NewAgent;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What people need to tell an agent from its namesakes.
 *
 * @param kind a constant of CityKind, RegionKind or OrganizationKind
 * @param state the name of the state it is in, or its ISO 3166-2 code; null if not known, and for that state itself
 * @param country the name of its country, or its ISO 3166-1 code; null if not known
 */
record AgentSummary(
        String id,
        String name,
        ReconciliationType type,
        String kind,
        @Nullable String state,
        @Nullable String country) {

    static AgentSummary of(Record row) {
        var labels = row.get("labels").asList(Value::asString);
        return new AgentSummary(
                row.get("id").asString(),
                row.get("name").asString(),
                labels.contains("City")
                        ? ReconciliationType.CITY
                        : labels.contains("Region") ? ReconciliationType.REGION : ReconciliationType.ORGANIZATION,
                row.get("kind").asString(""),
                row.get("state").asString(row.get("stateId").asString(null)),
                row.get("country").asString(row.get("countryId").asString(null)));
    }

    /**
     * A place of the gazetteer that the graph does not have.
     *
     * @param id an id of {@link GazetteerId}
     */
    static AgentSummary of(String id, NewAgent place, PlaceNames names) {
        return new AgentSummary(
                id,
                place.name(),
                place.label().equals("City") ? ReconciliationType.CITY : ReconciliationType.REGION,
                place.kind(),
                names.state(place.stateId()),
                names.country(place.countryId()));
    }

    /** One line about it, e.g. {@code City in Massachusetts, United States}. */
    String description() {
        var words = kind.isEmpty() ? type.id() : IdSyntax.words(kind);
        var where = Stream.of(Objects.equals(state, name) ? null : state, country)
                .filter(Objects::nonNull)
                .collect(joining(", "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + (where.isEmpty() ? "" : " in " + where);
    }
}
