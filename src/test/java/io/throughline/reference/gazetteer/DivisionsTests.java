package io.throughline.reference.gazetteer;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.reference.name.NameKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks the table of divisions as a whole, as {@code docs/gazetteer/make.mjs} does when it makes it. */
class DivisionsTests {

    private static final Gazetteer gazetteer = new Gazetteer();
    private static final Map<String, List<String>> sections = GazetteerFile.read();
    private static final Map<String, Region> regions = regions();
    private static final Map<String, Set<String>> decisions = decisions();

    private record Region(String iso, String whole, String name) {

        String country() {
            return iso.substring(0, 2);
        }
    }

    /** A division that leads to a region. */
    private record Lead(String division, String iso, String name) {}

    @Test
    void everyFirstLevelRegionIsReachable() {
        var reached = statesOfPlaces();
        var countries = reached.stream().map(iso -> iso.substring(0, 2)).collect(toSet());
        var around = reached.stream().map(iso -> region(iso).whole()).collect(toSet());
        assertThat(regions.values())
                .filteredOn(region -> region.whole().equals(region.country()) && countries.contains(region.country()))
                .extracting(Region::iso)
                .filteredOn(iso -> !reached.contains(iso) && !around.contains(iso))
                .allSatisfy(iso -> assertThat(decided("unreachable")).contains(iso));
    }

    @Test
    void noDecisionThatARegionIsUnreachableIsOutOfDate() {
        assertThat(statesOfPlaces()).doesNotContainAnyElementsOf(decided("unreachable"));
    }

    @Test
    void noDivisionLeadsIntoAPartOfARegion() {
        assertThat(leads()).isNotEmpty().allSatisfy(lead -> {
            var region = region(lead.iso());
            assertThat(region.country()).isEqualTo(lead.division().substring(0, 2));
            assertThat(region.whole().equals(region.country())
                            || decided("level").contains(region.country()))
                    .as("%s leads to %s, a part of %s", lead.division(), lead.iso(), region.whole())
                    .isTrue();
        });
    }

    @Test
    void noTwoDivisionsLeadToTheSameRegion() {
        var divisions = leads().stream()
                .filter(lead -> !decided("within").contains(lead.division()))
                .collect(groupingBy(Lead::iso, mapping(Lead::division, toSet())));
        assertThat(divisions).allSatisfy((iso, ofRegion) -> assertThat(ofRegion).hasSize(1));
    }

    @Test
    void noDivisionHasTheNameOfAnotherRegion() {
        var byName = regions.values().stream()
                .filter(region -> region.whole().equals(region.country()))
                .collect(groupingBy(region -> region.country() + " " + key(region.name()), toSet()));
        assertThat(leads()).allSatisfy(lead -> {
            var namesakes = byName.getOrDefault(lead.division().substring(0, 2) + " " + key(lead.name()), Set.of());
            assertThat(namesakes.isEmpty()
                            || namesakes.contains(region(lead.iso()))
                            || decided("join").contains(lead.division()))
                    .as("%s (%s) leads to %s", lead.division(), lead.name(), region(lead.iso()))
                    .isTrue();
        });
    }

    @Test
    void everyRegionHasTheNameOfItsDivisionToo() {
        assertThat(leads())
                .filteredOn(lead -> !decided("within").contains(lead.division()))
                .filteredOn(lead -> Objects.requireNonNull(gazetteer.region(lead.iso())).names().stream()
                        .map(DivisionsTests::key)
                        .noneMatch(key(lead.name())::equals))
                .isEmpty();
    }

    @Test
    void aFormerStateIsNoLongerThatOfItsDivision() throws IOException {
        var current = new HashMap<String, String>();
        leads().forEach(lead -> current.put(lead.division(), lead.iso()));
        assertThat(Files.readAllLines(Path.of("src/main/resources/gazetteer/former-states.txt")))
                .filteredOn(line -> !line.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(current.get(line.split(" ")[0])).isNotEqualTo(line.split(" ")[1]));
    }

    @ParameterizedTest
    @CsvSource({
        "3435910, AR-C", // Buenos Aires
        "3430863, AR-B", // Mar del Plata
        "3429980, AR-B", // Pilar
        "2509954, ES-VC", // Valencia
        "1668341, TW-TPE", // Taipei
        "1668355, TW-TNN", // Tainan
        "1675151, TW-HSZ", // the city of Hsinchu
        "3067580, CZ-71", // Přerov
        "598316, LT-KU", // Kaunas
        "588335, EE-79", // the city of Tartu
        "1205733, BD-B", // Chittagong
        "1581130, VN-HN", // Hanoi
        "1566083, VN-SG", // Ho Chi Minh City
        "2036892, CN-NM", // Hohhot
        "2542997, MA-07", // Marrakesh
        "112931, IR-23", // Tehran
        "703448, UA-30", // Kyiv
        "792680, RS-00", // Belgrade
        "1070940, MG-T" // Antananarivo
    })
    void aCityIsInItsState(int geonames, String state) {
        assertThat(Objects.requireNonNull(gazetteer.place(geonames)).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "MA-07, Marrakesh-Safi",
        "MA-09, Souss-Massa",
        "NP-P3, Bagmati Province",
        "IR-07, Fars",
        "CD-BC, Kongo Central",
        "UA-32, Kyiv Oblast",
        "BY-MI, Minsk Region"
    })
    void aRegionHasItsCurrentName(String iso, String name) {
        assertThat(Objects.requireNonNull(gazetteer.region(iso)).name()).isEqualTo(name);
    }

    /** What every place of the gazetteer is in. */
    private static Set<String> statesOfPlaces() {
        return sections.getOrDefault("places", List.of()).stream()
                .map(line -> Integer.parseInt(line.substring(0, line.indexOf('\t'))))
                .map(gazetteer::place)
                .filter(Objects::nonNull)
                .flatMap(place -> Stream.ofNullable(place.state()))
                .collect(toSet());
    }

    private static List<Lead> leads() {
        return Stream.concat(
                        rows("admin1").map(cells -> new Lead(cells[0], cells[1], cells[2])),
                        rows("admin2").map(cells -> new Lead(cells[0], cells[2], cells[1])))
                .filter(lead -> !lead.iso().isEmpty())
                .toList();
    }

    private static Stream<String[]> rows(String section) {
        return sections.getOrDefault(section, List.of()).stream().map(GazetteerFile::cells);
    }

    private static Map<String, Region> regions() {
        return rows("regions")
                .map(cells -> new Region(cells[0], cells[1], cells[3]))
                .collect(toMap(Region::iso, region -> region));
    }

    private static Region region(String iso) {
        return Objects.requireNonNull(regions.get(iso), iso);
    }

    /** The subjects of {@code decisions.tsv} by kind of decision. */
    private static Map<String, Set<String>> decisions() {
        try (var lines = Files.lines(Path.of("docs/gazetteer/decisions.tsv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(groupingBy(
                            cells -> cells[0], flatMapping(cells -> Arrays.stream(cells[1].split(" ")), toSet())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> decided(String kind) {
        return Objects.requireNonNull(decisions.get(kind), kind);
    }

    private static String key(String name) {
        return NameKey.of(name).plain();
    }
}
