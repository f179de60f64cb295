package io.throughline.intake.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An agent of the graph, with what tells it from its namesakes.
 *
 * @param county whether it is a region that lies in the subdivision of which it bears the code
 * @param settled whether it is settled which place it is
 * @param latitude degrees WGS 84
 * @param longitude degrees WGS 84
 */
record KnownAgent(
        String id,
        String name,
        boolean city,
        boolean region,
        boolean county,
        boolean settled,
        @Nullable String countryId,
        @Nullable String stateId,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Long population,
        Set<Register> identifiers) {

    /** Kinds of regions that have the code of the larger one they lie in, for want of one of their own. */
    private static final Set<String> COUNTIES = Set.of("COUNTY", "DISTRICT");

    /** Whether regions of a kind may bear the code of the larger one they lie in. */
    static boolean isCounty(String kind) {
        return COUNTIES.contains(kind);
    }

    /** A number in a register, e.g. {@code geonames 4930956}. */
    record Register(String scheme, String value) {

        static Set<Register> all(Value list) {
            return Set.copyOf(list.asList(each -> new Register(
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
                row.get("settled").asBoolean(),
                row.get("countryId").asString(null),
                row.get("stateId").asString(null),
                number(row.get("latitude")),
                number(row.get("longitude")),
                row.get("population").isNull() ? null : row.get("population").asLong(),
                Register.all(row.get("identifiers")));
    }

    private static @Nullable Double number(Value value) {
        return value.isNull() ? null : value.asDouble();
    }

    /** Whether it bears a number of a register. */
    boolean is(String scheme, @Nullable String value) {
        return value != null && identifiers.contains(new Register(scheme, value));
    }

    boolean has(String scheme) {
        return identifiers.stream().anyMatch(identifier -> identifier.scheme().equals(scheme));
    }
}
