package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.ListFiles;
import io.throughline.intake.tabular.FileFinding;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the built-in mappings make of the samples; {@link PublishedListsTests} has the complete lists. */
class SampleListsTests {

    @Test
    void citiesAndRegionsAreInRaceToZeroOrNot() throws Exception {
        var rows = read("net-zero-tracker-2022-12-20", "net-zero-tracker-2022-12-20.xlsx");

        assertThat(MappedLists.counts(rows.stream(), MappedLists::outcome))
                .containsExactly(entry("STATED", 27L), entry("only: Neither a city nor a region", 5L));
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> String.valueOf(stated.statement().status())))
                .containsExactly(entry("IN_FORCE", 21L), entry("NOT_MEMBER", 6L));
        assertThat(MappedLists.findings(rows)).isEmpty();
        assertThat(place(rows, "Denver")).isEqualTo("USA CO");
        assertThat(place(rows, "Birmingham")).isEqualTo("GBR null");
    }

    @Test
    void tagsAreMembershipsDisclosuresOrUnknown() throws Exception {
        var rows = read("climactor-2022-12", "climactor-2022-12.csv");

        assertThat(MappedLists.counts(
                        rows.stream(),
                        row -> MappedLists.outcome(row).replaceFirst("(tags that are not memberships):.*", "$1")))
                .containsExactly(
                        entry("REFUSED", 1L),
                        entry("STATED", 24L),
                        entry("no tags: Column initiatives_committed is empty", 1L),
                        entry("tags that are not memberships", 2L));
        assertThat(MappedLists.counts(MappedLists.findings(rows), FileFinding::code))
                .containsExactly(entry("NOT_A_POPULATION", 1L), entry("UNKNOWN_TAG", 2L));
        assertThat(rows.stream().filter(row -> row.interpreted() instanceof InterpretedRow.Refused))
                .extracting(row -> row.row().cells().get("name"))
                .containsExactly("Viken");
        assertThat(MappedLists.stated(rows)
                        .filter(stated -> stated.evidence().rank().name().equals("DEPRECATED")))
                .as("C40 on places that only share a name with a member")
                .extracting(
                        stated -> stated.member().name(),
                        stated -> stated.member().country(),
                        stated -> stated.statement().organizationId())
                .containsExactlyInAnyOrder(
                        tuple("Guadalajara", "ESP", "c40"),
                        tuple("Lagos", "BGR", "c40"),
                        tuple("Lagos", "PRT", "c40"),
                        tuple("Madrid", "COL", "c40"));
        assertThat(MappedLists.stated(rows)
                        .filter(stated -> stated.member().name().equals("Kalmar")))
                .as("a comma separates tags too")
                .extracting(stated -> stated.statement().organizationId())
                .containsExactlyInAnyOrder("klimatkommunerna", "sveriges-ekokommuner");
    }

    @Test
    void disclosingToCdpStatesNothing() throws Exception {
        var rows = read("cdp-cities-disclosing-2020", "cdp-cities-disclosing-2020.csv");

        assertThat(rows)
                .hasSize(8)
                .allSatisfy(row -> assertThat(MappedLists.outcome(row)).startsWith("tags that are not memberships: "));
    }

    @Test
    void aSignatoryOfTheEuCovenantIsCoordinatedAndSupported() throws Exception {
        var rows = read("eu-covenant-coordinators-2022", "eu-covenant-coordinators-2022.csv");

        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> String.valueOf(stated.statement().role())))
                .containsExactly(entry("COORDINATED", 4L), entry("SIGNATORY", 12L), entry("SUPPORTED", 6L));
        assertThat(MappedLists.stated(rows))
                .as("no way in is stated")
                .allSatisfy(stated -> assertThat(stated.statement().viaIds()).isEmpty());
        assertThat(MappedLists.stated(rows)
                        .filter(stated -> stated.member().name().equals("Leuven")))
                .extracting(
                        stated -> stated.statement().role().name(),
                        stated -> stated.statement().organizationId())
                .contains(tuple("COORDINATED", "province-of-flemish-brabant"), tuple("SUPPORTED", "interleuven"));
        assertThat(MappedLists.counts(MappedLists.findings(rows), FileFinding::code))
                .containsExactly(entry("CORRECTED", 2L));
        assertThat(place(rows, "Patù")).isEqualTo("ITA null");
        assertThat(place(rows, "Breda")).isEqualTo("NLD null");
    }

    @Test
    void everyMemberOfRaceToResilienceCameThroughThePartnerThatReportedIt() throws Exception {
        var rows = read("race-to-resilience-members-2023", "race-to-resilience-members-2023.csv");

        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> stated.statement().viaIds().get(0)))
                .containsExactly(
                        entry("cities-race-to-resilience", 3L),
                        entry("extreme-heat-resilience-alliance", 4L),
                        entry("regionsadapt", 4L),
                        entry("usdn-resilience-hubs", 8L));
        assertThat(MappedLists.counts(MappedLists.findings(rows), FileFinding::code))
                .containsExactly(entry("CORRECTED", 6L));
        assertThat(place(rows, "Calgary")).isEqualTo("CA Alberta");
        assertThat(place(rows, "Vancouver")).isEqualTo("CA BC");
        assertThat(place(rows, "Thunder Bay")).isEqualTo("CA null");
        assertThat(place(rows, "City of Mexico City")).isEqualTo("MX null");
        assertThat(place(rows, "Kansas City")).isEqualTo("US null");
        assertThat(place(rows, "City of Miami")).isEqualTo("US Florida");
        assertThat(place(rows, "City of Lagos")).as("no country is printed").isEqualTo("null null");
    }

    @Test
    void theMemberTableOfRaceToResilienceHasCountriesAndOrganizationsThatAreLeftOut() throws Exception {
        var rows = read("race-to-resilience-member-table-2023-01", "race-to-resilience-member-table-2023-01.csv");

        assertThat(MappedLists.counts(rows.stream(), MappedLists::outcome))
                .containsExactly(
                        entry("STATED", 14L),
                        entry("notMemberships: Neither a city nor a region, and left out", 1L),
                        entry("only: Reported by a partner that has neither cities nor regions", 2L));
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> stated.statement().viaIds().get(0)))
                .containsExactly(
                        entry("cities-race-to-resilience", 5L),
                        entry("extreme-heat-resilience-alliance", 3L),
                        entry("regionsadapt", 3L),
                        entry("usdn-resilience-hubs", 3L));
        assertThat(place(rows, "City of London")).isEqualTo("United Kingdom null");
        assertThat(place(rows, "Adamstown")).isEqualTo("Pitcairn Islands null");
        assertThat(place(rows, "Calgary")).isEqualTo("CA Alberta");
        assertThat(place(rows, "Cambridge")).isEqualTo("US MA");
        assertThat(place(rows, "City of Mexico City")).isEqualTo("MX null");
        assertThat(place(rows, "City of Athens")).isEqualTo("GR null");
        assertThat(MappedLists.stated(rows)
                        .filter(stated -> stated.member().name().equals("City of San Francisco"))
                        .map(stated -> stated.member().country()))
                .containsExactly("Philippines", "United States of America");
        assertThat(MappedLists.stated(rows)
                        .map(stated -> String.valueOf(stated.evidence().printed())))
                .as("printed as in the extract that the built-in dataset was made from")
                .contains(
                        "City of London (London)",
                        "Cambridge (MA, EEUU)",
                        "Basque Centre for Climate Change (BC3) (Spain)");
    }

    @ParameterizedTest
    @CsvSource({"cdp-citywide-emissions-2016, 6, 2016", "cdp-community-emissions-2017, 4, 2017"})
    void citiesThatCdpMarksAreMembersOfC40(String mapping, long stated, String year) throws Exception {
        var rows = read(mapping, mapping + ".csv");

        assertThat(MappedLists.counts(rows.stream(), MappedLists::outcome))
                .containsExactly(
                        entry("STATED", stated),
                        entry(
                                "only: Not marked as a member of C40, which does not rule out a membership",
                                rows.size() - stated));
        assertThat(MappedLists.findings(rows)).isEmpty();
        assertThat(MappedLists.stated(rows)).allSatisfy(each -> {
            assertThat(each.statement().organizationId()).isEqualTo("c40");
            assertThat(String.valueOf(each.evidence().asOf())).contains(year);
        });
        assertThat(place(rows, "Portland")).isEqualTo("USA OR");
        assertThat(place(rows, "Tshwane")).isEqualTo("South Africa null");
    }

    @Test
    void aTargetImpliesThatACityIsInTheInitiativesItCountsTowards() throws Exception {
        var rows = read("cdp-cities-targets-2021", "cdp-cities-targets-2021.csv");

        assertThat(MappedLists.counts(
                        rows.stream(), row -> MappedLists.outcome(row).replaceFirst(": .*", "")))
                .containsExactly(entry("STATED", 4L), entry("no tags", 1L), entry("tags that are not memberships", 3L));
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> "%s %s %s"
                                .formatted(
                                        stated.statement().role(),
                                        stated.statement().organizationId(),
                                        stated.evidence().strength())))
                .containsExactly(entry("MEMBER cities-race-to-zero IMPLIED", 3L), entry("SIGNATORY gcom IMPLIED", 2L));
        assertThat(MappedLists.findings(rows)).isEmpty();
        assertThat(place(rows, "Phoenix")).isEqualTo("USA AZ");
    }

    @Test
    void citiesInTheCompendiumAreInClimateMayors() throws Exception {
        var rows = read("climate-mayors-compendium-2018-01", "climate-mayors-compendium-2018-01.csv");

        assertThat(MappedLists.counts(rows.stream(), MappedLists::outcome)).containsExactly(entry("STATED", 6L));
        assertThat(MappedLists.counts(MappedLists.findings(rows), FileFinding::code))
                .containsExactly(entry("CORRECTED", 2L));
        assertThat(place(rows, "San José")).isEqualTo("USA CA");
        assertThat(place(rows, "Durham")).isEqualTo("USA NC");
        assertThat(place(rows, "Washington")).isEqualTo("USA DC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wikidata-members.csv", "wikidata-members.json"})
    void wikidataGivesIdentifiersAndDatesAsPreciselyAsItHasThem(String file) throws Exception {
        var rows = read("wikidata-members", file);

        assertThat(rows.stream()
                        .filter(row -> row.interpreted() instanceof InterpretedRow.Refused)
                        .flatMap(row -> ((InterpretedRow.Refused) row.interpreted()).findings().stream()))
                .extracting(FileFinding::code)
                .as("an organization that the mapping does not have")
                .containsExactly("NOT_IN_TABLE");
        assertThat(MappedLists.stated(rows))
                .extracting(
                        stated -> stated.member().identifiers(),
                        stated -> stated.statement().organizationId(),
                        stated -> String.valueOf(stated.statement().status()),
                        stated -> text(stated.statement().validFrom()),
                        stated -> text(stated.statement().validTo()),
                        stated -> text(stated.evidence().asOf()),
                        stated -> stated.evidence().note())
                .containsExactly(
                        tuple(
                                Map.of("wikidata", "Q100", "geonames", "4930956", "unlocode", "US BOS"),
                                "c40",
                                "IN_FORCE",
                                "2005",
                                null,
                                "2026-11-30",
                                "Reference in Wikidata: https://www.c40.org/cities/ https://example.org/b"),
                        tuple(
                                Map.of("wikidata", "Q84", "geonames", "2643743", "unlocode", "GB LON"),
                                "c40",
                                "IN_FORCE",
                                null,
                                null,
                                "2026-11-30",
                                null),
                        tuple(
                                Map.of("wikidata", "Q100", "geonames", "4930956"),
                                "iclei",
                                "ENDED",
                                "2010-05",
                                "2019-12-31",
                                "2026-11-30",
                                null));
        assertThat(MappedLists.stated(rows).findFirst().orElseThrow().member().latitude())
                .isEqualTo(42.3605);
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.text();
    }

    private static List<MappedLists.Read> read(String mapping, String file) throws Exception {
        return MappedLists.read(mapping, ListFiles.sample(file));
    }

    private static String place(List<MappedLists.Read> rows, String name) {
        return MappedLists.stated(rows)
                .map(StatedMembership::member)
                .filter(member -> member.name().equals(name))
                .map(member -> member.country() + " " + member.state())
                .findFirst()
                .orElseThrow();
    }
}
