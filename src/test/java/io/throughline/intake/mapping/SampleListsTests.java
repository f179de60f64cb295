package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.ListFiles;
import io.throughline.intake.tabular.FileFinding;
import java.util.List;
import org.junit.jupiter.api.Test;

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
