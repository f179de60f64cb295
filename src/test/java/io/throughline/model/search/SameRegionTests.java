package io.throughline.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.search.KnownAgent.AgentIdentifier;
import io.throughline.reference.gazetteer.GazetteerRegion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a region in the graph and one in the gazetteer are the same. */
class SameRegionTests {

    private static KnownAgent county(String name, String country, String iso) {
        return KnownAgentBuilder.builder()
                .id(name)
                .name(name)
                .city(false)
                .region(true)
                .county(true)
                .resolved(true)
                .identifiers(Set.of(new AgentIdentifier("iso3166-2", iso)))
                .countryId(country)
                .build();
    }

    private static GazetteerRegion region(String iso, @Nullable String whole, String kind, String name) {
        return new GazetteerRegion(
                iso, iso.substring(0, 2), whole, kind, name, null, List.of(name), GazetteerRegion.NameSource.CLDR);
    }

    @Test
    void aCountyIsTheSameAsTheRegionWithItsNameAndCode() {
        assertThat(PlaceIdentity.isSame(county("Gotland", "SE", "SE-I"), region("SE-I", null, "COUNTY", "Gotland")))
                .isTrue();
        assertThat(PlaceIdentity.isSame(county("Kent", "GB", "GB-KEN"), region("GB-KEN", "GB-ENG", "PROVINCE", "Kent")))
                .isTrue();
    }

    @Test
    void aCountyIsNotTheStateWithTheSameNameAndCode() {
        assertThat(PlaceIdentity.isSame(
                        county("New York County", "US", "US-NY"), region("US-NY", null, "STATE", "New York")))
                .isFalse();
    }

    @Test
    void regionsWithDifferentCodesAreDifferent() {
        assertThat(PlaceIdentity.isSame(county("Gotland", "SE", "SE-C"), region("SE-I", null, "COUNTY", "Gotland")))
                .isFalse();
    }
}
