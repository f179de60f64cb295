package io.throughline.model.search;

import io.throughline.infra.builder.StagedBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;

/**
 * An agent in the graph, with what distinguishes it from its namesakes.
 *
 * @param county whether it is a region of a kind that may have the ISO 3166-2 code of the subdivision it is in
 * @param resolved whether it has been decided which place it is
 * @param latitude degrees WGS 84
 * @param longitude degrees WGS 84
 */
@StagedBuilder
public record KnownAgent(
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
    public record AgentIdentifier(String scheme, String value) {

        /** As statements take them, each once. */
        static List<Map<String, String>> rows(Collection<AgentIdentifier> identifiers) {
            return identifiers.stream()
                    .distinct()
                    .map(identifier -> Map.of("scheme", identifier.scheme(), "value", identifier.value()))
                    .toList();
        }

        /** Reads a list of {@code {scheme, value}}. */
        public static Set<AgentIdentifier> all(Value list) {
            return Set.copyOf(list.asList(each -> new AgentIdentifier(
                    each.get("scheme").asString(), each.get("value").asString())));
        }
    }

    /** Reads a row or a map of the statements that find agents. */
    static KnownAgent of(MapAccessor row) {
        var labels = row.get("labels").asList(Value::asString);
        return KnownAgentBuilder.builder()
                .id(row.get("id").asString())
                .name(row.get("name").asString())
                .city(labels.contains("City"))
                .region(labels.contains("Region"))
                .county(isCounty(row.get("kind").asString("")))
                .resolved(row.get("resolved").asBoolean())
                .identifiers(AgentIdentifier.all(row.get("identifiers")))
                .countryId(row.get("countryId").asString(null))
                .stateId(row.get("stateId").asString(null))
                .latitude(number(row.get("latitude")))
                .longitude(number(row.get("longitude")))
                .population(
                        row.get("population").isNull()
                                ? null
                                : row.get("population").asLong())
                .build();
    }

    private static @Nullable Double number(Value value) {
        return value.isNull() ? null : value.asDouble();
    }

    /** Whether it has this identifier. */
    public boolean is(String scheme, @Nullable String value) {
        return value != null && identifiers.contains(new AgentIdentifier(scheme, value));
    }

    /** Whether it has an identifier in this register. */
    public boolean has(String scheme) {
        return identifiers.stream().anyMatch(identifier -> identifier.scheme().equals(scheme));
    }
}
