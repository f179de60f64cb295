package io.throughline.agent;

import io.throughline.entity.Entity;
import io.throughline.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * The government of a city or a region.
 *
 * @param typeName {@code City} or {@code Region}
 * @param kind one of {@link CityKind} or of {@link RegionKind}
 * @param worldRegionId the part of the world that its country is in
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 * @param population inhabitants, as GeoNames gives them
 * @param populationYear year of the GeoNames release
 */
public record LocalGovernment(
        String typeName,
        String id,
        String name,
        Enum<?> kind,
        @Nullable String countryId,
        @Nullable String stateId,
        @Nullable String worldRegionId,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Integer population,
        @Nullable Integer populationYear,
        @Nullable PopulationClass populationClass,
        Resolution resolution,
        @Nullable String resolutionNote)
        implements Entity {

    /** Reads a node with the label {@code City} or {@code Region}. */
    public static LocalGovernment of(Node node) {
        var government = NodeReader.of(node);
        var city = node.hasLabel("City");
        return new LocalGovernment(
                city ? "City" : "Region",
                government.id(),
                government.required("name"),
                city
                        ? government.requiredWord("kind", CityKind.class)
                        : government.requiredWord("kind", RegionKind.class),
                government.text("countryId"),
                government.text("stateId"),
                government.text("worldRegionId"),
                government.decimal("latitude"),
                government.decimal("longitude"),
                government.whole("population"),
                government.whole("populationYear"),
                government.word("populationClass", PopulationClass.class),
                government.requiredWord("resolution", Resolution.class),
                government.text("resolutionNote"));
    }
}
