package io.throughline.model.agent;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.graphql.entity.SelectedType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/** The government of a city or a region. */
public final class LocalGovernment implements Entity {

    private static final Map<String, List<String>> PROPERTIES = Map.ofEntries(
            Map.entry("kind", List.of("kind")),
            Map.entry("country", List.of("countryId")),
            Map.entry("state", List.of("stateId")),
            Map.entry("worldRegion", List.of("worldRegionId")),
            Map.entry("latitude", List.of("latitude")),
            Map.entry("longitude", List.of("longitude")),
            Map.entry("population", List.of("population")),
            Map.entry("populationYear", List.of("populationYear")),
            Map.entry("populationClass", List.of("populationClass")),
            Map.entry("resolution", List.of("resolution")),
            Map.entry("resolutionNote", List.of("resolutionNote")));

    /** Cities, read with the properties a document selects; the name is always read, because other fields use it. */
    static final SelectedType<LocalGovernment> CITY =
            new SelectedType<>("City", List.of("id", "name"), PROPERTIES, LocalGovernment::new);

    /** Regions, read with the properties a document selects. */
    static final SelectedType<LocalGovernment> REGION =
            new SelectedType<>("Region", List.of("id", "name"), PROPERTIES, LocalGovernment::new);

    private final NodeReader government;

    private LocalGovernment(NodeReader government) {
        this.government = government;
    }

    /** Reads a whole node with the label {@code City} or {@code Region}. */
    public static LocalGovernment of(Node node) {
        return new LocalGovernment(NodeReader.of(node));
    }

    @Override
    public String typeName() {
        return isCity() ? "City" : "Region";
    }

    @Override
    public String id() {
        return government.id();
    }

    public String name() {
        return government.required("name");
    }

    /** One of {@link CityKind} or of {@link RegionKind}. */
    public Enum<?> kind() {
        return isCity()
                ? government.requiredWord("kind", CityKind.class)
                : government.requiredWord("kind", RegionKind.class);
    }

    public @Nullable String countryId() {
        return government.text("countryId");
    }

    public @Nullable String stateId() {
        return government.text("stateId");
    }

    /** The world region that its country is in. */
    public @Nullable String worldRegionId() {
        return government.text("worldRegionId");
    }

    /** Degrees north, WGS 84. */
    public @Nullable Double latitude() {
        return government.decimal("latitude");
    }

    /** Degrees east, WGS 84. */
    public @Nullable Double longitude() {
        return government.decimal("longitude");
    }

    /** The number of inhabitants according to GeoNames. */
    public @Nullable Integer population() {
        return government.whole("population");
    }

    /** Year of the GeoNames release. */
    public @Nullable Integer populationYear() {
        return government.whole("populationYear");
    }

    public @Nullable PopulationClass populationClass() {
        return government.word("populationClass", PopulationClass.class);
    }

    public Resolution resolution() {
        return government.requiredWord("resolution", Resolution.class);
    }

    public @Nullable String resolutionNote() {
        return government.text("resolutionNote");
    }

    private boolean isCity() {
        return government.hasLabel("City");
    }
}
