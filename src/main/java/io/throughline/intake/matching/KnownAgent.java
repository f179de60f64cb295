package io.throughline.intake.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An agent in the graph, with what distinguishes it from its namesakes.
 *
 * @param county whether it is a region of a kind that may have the ISO 3166-2 code of the subdivision it is in
 * @param resolved whether it has been decided which place it is
 * @param latitude degrees WGS 84
 * @param longitude degrees WGS 84
 */
record KnownAgent(
        String id,
        String name,
        boolean city,
        boolean region,
        boolean county,
        boolean resolved,
        @Nullable String countryId,
        @Nullable String stateId,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Long population,
        Set<AgentIdentifier> identifiers) {

    /** Kinds of regions that have the code of the larger region they are in, because they have none of their own. */
    private static final Set<String> COUNTIES = Set.of("COUNTY", "DISTRICT");

    /** Whether regions of this kind may have the code of the larger region they are in. */
    static boolean isCounty(String kind) {
        return COUNTIES.contains(kind);
    }

    /** An identifier in a register, e.g. {@code geonames 4930956}. */
    record AgentIdentifier(String scheme, String value) {

        static Set<AgentIdentifier> all(Value list) {
            return Set.copyOf(list.asList(each -> new AgentIdentifier(
                    each.get("scheme").asString(), each.get("value").asString())));
        }
    }

    static KnownAgent of(Record row) {
        var labels = row.get("labels").asList(Value::asString);
        return new KnownAgent(
                row.get("id").asString(),
                row.get("name").asString(),
                labels.contains("City"),
                labels.contains("Region"),
                isCounty(row.get("kind").asString("")),
                row.get("resolved").asBoolean(),
                row.get("countryId").asString(null),
                row.get("stateId").asString(null),
                number(row.get("latitude")),
                number(row.get("longitude")),
                row.get("population").isNull() ? null : row.get("population").asLong(),
                AgentIdentifier.all(row.get("identifiers")));
    }

    private static @Nullable Double number(Value value) {
        return value.isNull() ? null : value.asDouble();
    }

    /** Whether it has this identifier. */
    boolean is(String scheme, @Nullable String value) {
        return value != null && identifiers.contains(new AgentIdentifier(scheme, value));
    }

    boolean has(String scheme) {
        return identifiers.stream().anyMatch(identifier -> identifier.scheme().equals(scheme));
    }
}
