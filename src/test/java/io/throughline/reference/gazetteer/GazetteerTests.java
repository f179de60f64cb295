package io.throughline.reference.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.reference.name.NameKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTests {

    private static final Gazetteer gazetteer = new Gazetteer();

    @ParameterizedTest
    @CsvSource({
        "Boston, US, 4930956",
        "Wien, AT, 2761369",
        "Vienna, AT, 2761369",
        "ミラノ, IT, 3173435",
        "Москва, RU, 524901",
        "القاهرة, EG, 360630",
        "東京, JP, 1850147",
        "Muenchen, DE, 2867714",
        "Lodz, PL, 3093133",
        "Hitachinaka, JP, 6822096"
    })
    void findsAPlaceByItsNamesInAllLanguagesAndScripts(String name, String country, int geonames) {
        assertThat(gazetteer.named(NameKey.of(name).forms()))
                .filteredOn(named -> named.place().country().equals(country))
                .extracting(named -> named.place().geonames())
                .contains(geonames);
    }

    @Test
    void everyCountryIsAPlaceOfTheDataset() throws IOException {
        var places = Files.readAllLines(Path.of("src/main/resources/dataset/places.csv")).stream()
                .map(line -> line.split(",")[0])
                .toList();
        assertThat(GazetteerFile.read().getOrDefault("places", List.of()).stream()
                        .map(line -> GazetteerFile.cells(line)[2])
                        .distinct())
                .isNotEmpty()
                .isSubsetOf(places);
    }

    @Test
    void distinguishesThePlacesOwnNameFromOthers() {
        var found = gazetteer.named(List.of("wien"));
        assertThat(found)
                .filteredOn(named -> named.place().geonames() == 2761369)
                .singleElement()
                .satisfies(named -> assertThat(named.own()).isFalse());
    }

    @Test
    void givesThePositionAndDivisionsOfAPlace() {
        var boston = Objects.requireNonNull(gazetteer.place(4930956));
        assertThat(boston)
                .isEqualTo(GazetteerPlaceBuilder.builder()
                        .geonames(4930956)
                        .name("Boston")
                        .country("US")
                        .division("US.MA")
                        .districtCode("US-025")
                        .rank(GazetteerPlace.Rank.SEAT)
                        .latitude(42.3584)
                        .longitude(-71.0598)
                        .state("US-MA")
                        .stateName("Massachusetts")
                        .district("Suffolk County")
                        .population(675_647)
                        .build());
        assertThat(Objects.requireNonNull(gazetteer.place(6167865)).state()).isEqualTo("CA-ON");
        assertThat(gazetteer.place(1)).isNull();
    }

    @Test
    void findsNamesOneTypingErrorAway() {
        assertThat(gazetteer.similar("bostno", "US"))
                .extracting(GazetteerPlace::name)
                .contains("Boston");
        assertThat(gazetteer.similar("fort worthh", "US"))
                .extracting(GazetteerPlace::name)
                .contains("Fort Worth");
        assertThat(gazetteer.similar("rom", "IT")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Lombardy, IT-25", "Lombardia, IT-25", "Massachusetts, US-MA", "Québec, CA-QC", "東京都, JP-13"})
    void findsASubdivisionByItsNames(String name, String iso) {
        assertThat(gazetteer.regionsNamed(RegionWords.forms(NameKey.of(name))))
                .extracting(GazetteerRegion::iso)
                .contains(iso);
    }

    @Test
    void aCountyOfTheUnitedStatesIsFoundByItsFullNameOnly() {
        assertThat(gazetteer.regionsNamed(List.of("alameda county")))
                .singleElement()
                .satisfies(county -> {
                    assertThat(county.iso()).isNull();
                    assertThat(county.whole()).isEqualTo("US-CA");
                });
        assertThat(gazetteer.regionsNamed(List.of("alameda"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "US, US",
        "usa, US",
        "EEUU, US",
        "UK, GB",
        "United Kingdom of Great Britain and Northern Ireland, GB",
        "Grecia, GR",
        "Perú, PE",
        "Ivory Coast, CI",
        "'Taiwan, Greater China', TW",
        "State of Palestine, PS",
        "日本, JP",
        "XKX, XK"
    })
    void findsACountryHoweverItIsWritten(String written, String code) {
        assertThat(gazetteer.countries().code(written)).isEqualTo(code);
    }

    @Test
    void givesTheNameAndCodeOfACountry() {
        assertThat(gazetteer.countries().name("HR")).isEqualTo("Croatia");
        assertThat(gazetteer.countries().alpha3("HR")).isEqualTo("HRV");
        assertThat(gazetteer.countries().alpha3("ZZ")).isNull();
    }

    @Test
    void anUnknownCountryIsNull() {
        assertThat(gazetteer.countries().code("XXX")).isNull();
        assertThat(gazetteer.countries().code("Atlantis")).isNull();
    }

    @Test
    void everyStateOfAPlaceIsASubdivisionOfItsCountry() {
        assertThat(gazetteer.size()).isGreaterThan(190_000);
        assertThat(gazetteer.named(List.of("springfield", "san jose", "santa maria", "halle", "leon")))
                .isNotEmpty()
                .allSatisfy(named -> {
                    var state = named.place().state();
                    if (state != null) {
                        assertThat(state).startsWith(named.place().country() + "-");
                        assertThat(gazetteer.region(state)).isNotNull();
                    }
                });
    }
}
