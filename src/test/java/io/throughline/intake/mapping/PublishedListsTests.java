package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.CompleteLists;
import io.throughline.intake.tabular.FileFinding;
import io.throughline.model.membership.MembershipRole;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads each published list completely and counts the outcomes of its rows. */
@CompleteLists
class PublishedListsTests {

    @Test
    void netZeroTrackerStates246MembersOfRaceToZeroAnd1644Others() throws Exception {
        var rows = MappedLists.read("net-zero-tracker-2022-12-20", "net-zero-tracker-2022-12-20.xlsx");

        assertThat(MappedLists.counts(rows.stream(), MappedLists::outcome))
                .containsExactly(entry("STATED", 1_890L), entry("only: Neither a city nor a region", 2_199L));
        assertThat(MappedLists.findings(rows)).isEmpty();
        assertThat(MappedLists.counts(MappedLists.stated(rows), PublishedListsTests::describe))
                .containsExactly(entry("MEMBER race-to-zero 2022-12-20", 1_890L));
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> String.valueOf(stated.statement().status())))
                .containsExactly(entry("IN_FORCE", 246L), entry("NOT_MEMBER", 1_644L));
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> stated.member().kind().name()))
                .containsExactly(entry("CITY", 1_177L), entry("REGION", 713L));
        assertThat(MappedLists.stated(rows)
                        .filter(stated -> List.of("Boston, MA", "London, UK")
                                .contains(String.valueOf(stated.evidence().printed()))))
                .extracting(
                        stated -> stated.member().name(),
                        stated -> stated.member().state())
                .containsExactlyInAnyOrder(tuple("Boston", "MA"), tuple("London", null));
    }

    @Test
    void climActorStatesWhatItsTagsMean() throws Exception {
        var rows = MappedLists.read("climactor-2022-12", "climactor-2022-12.csv");

        assertThat(rows).hasSize(14_706);
        assertThat(MappedLists.counts(
                        rows.stream(),
                        row -> MappedLists.outcome(row).replaceFirst("(tags that are not memberships):.*", "$1")))
                .containsExactly(
                        entry("REFUSED", 3L),
                        entry("STATED", 13_233L),
                        entry("no tags: Column initiatives_committed is empty", 473L),
                        entry("tags that are not memberships", 997L));
        assertThat(MappedLists.counts(MappedLists.findings(rows), FileFinding::code))
                .containsExactly(
                        entry("NOT_A_POPULATION", 4L), entry("ROUNDED_POPULATION", 25L), entry("UNKNOWN_TAG", 4L));
        assertThat(rows.stream().filter(row -> row.interpreted() instanceof InterpretedRow.Refused))
                .extracting(row -> row.row().cells().get("name"))
                .as("rows whose only tags are the address of a page, and 'Region'")
                .containsExactly("Innlandet", "Tasmania", "Western Australia");
        assertThat(MappedLists.counts(MappedLists.stated(rows), PublishedListsTests::describe))
                .containsAllEntriesOf(Map.of(
                        "SIGNATORY gcom 2022", 10_641L,
                        "SIGNATORY gcom 2021", 698L,
                        "SIGNATORY covenant-of-mayors-europe 2022", 4_350L,
                        "MEMBER race-to-zero 2022", 608L,
                        "MEMBER race-to-zero 2020", 267L,
                        "MEMBER c40 2022", 82L,
                        "MEMBER under2-coalition 2022", 104L,
                        "MEMBER us-climate-alliance 2022", 25L));
    }

    @Test
    void keepsARowWithInvalidBytes() throws Exception {
        var rows = MappedLists.read("climactor-2022-12", "climactor-2022-12.csv");

        assertThat(rows.stream().filter(row -> !row.row().findings().isEmpty()))
                .singleElement()
                .satisfies(row -> assertThat(row.row().cells()).containsEntry("name", "Fujikawa"));
    }

    @Test
    void keepsC40MembershipsOfNamesakesAsDeprecated() throws Exception {
        var rows = MappedLists.read("climactor-2022-12", "climactor-2022-12.csv");

        assertThat(MappedLists.stated(rows)
                        .filter(stated -> stated.evidence().rank().name().equals("DEPRECATED")))
                .extracting(
                        stated -> stated.member().name(),
                        stated -> stated.member().country(),
                        stated -> stated.statement().organizationId())
                .containsExactlyInAnyOrder(
                        tuple("Guadalajara", "ESP", "c40"),
                        tuple("Lagos", "BGR", "c40"),
                        tuple("Lagos", "PRT", "c40"),
                        tuple("Madrid", "COL", "c40"));
    }

    @Test
    void disclosingToCdpStatesNothing() throws Exception {
        var rows = MappedLists.read("cdp-cities-disclosing-2020", "cdp-cities-disclosing-2020.csv");

        var both = "tags that are not memberships: Disclosing to CDP is not a membership; "
                + "Reporting through the system that CDP and ICLEI share is not a membership in ICLEI";
        var c40 = "tags that are not memberships: Sharing the answers with C40 is not a membership in C40, "
                + "which has its own list; Disclosing to CDP is not a membership; "
                + "Reporting through the system that CDP and ICLEI share is not a membership in ICLEI";
        assertThat(MappedLists.counts(rows.stream(), MappedLists::outcome))
                .containsExactly(
                        entry(both, 473L),
                        entry(
                                both
                                        + "; Sharing the answers with the Union of the Baltic Cities is not a membership in it",
                                21L),
                        entry(c40, 72L));
    }

    @Test
    void euCovenantSignatoriesAreCoordinatedAndSupported() throws Exception {
        var rows = MappedLists.read("eu-covenant-coordinators-2022", "eu-covenant-coordinators-2022.csv");

        assertThat(MappedLists.counts(rows.stream(), MappedLists::outcome)).containsExactly(entry("STATED", 248L));
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> String.valueOf(stated.statement().role())))
                .containsExactly(entry("COORDINATED", 158L), entry("SIGNATORY", 248L), entry("SUPPORTED", 26L));
        assertThat(MappedLists.stated(rows)
                        .filter(stated -> stated.member().name().equals("Monterenzio")
                                && stated.statement().role() == MembershipRole.COORDINATED))
                .extracting(stated -> stated.statement().organizationId())
                .containsExactly("province-of-bologna", "regione-emilia-romagna");
        assertThat(MappedLists.stated(rows)
                        .filter(stated -> stated.statement().role() != MembershipRole.SIGNATORY)
                        .map(stated -> stated.statement().organizationId())
                        .distinct())
                .as("65 printed names, each a separate organization")
                .hasSize(65);
    }

    @Test
    void myCovenantStatesWhenEachSignatoryJoinedAndWhoCoordinatesIt() throws Exception {
        var rows = MappedLists.read("gcom-mycovenant-2024-01", "gcom-mycovenant-2024-01.csv");

        assertThat(rows).hasSize(11_973);
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> "%s %s"
                                .formatted(
                                        stated.statement().role(),
                                        stated.statement().status())))
                .containsExactly(
                        entry("COORDINATED null", 7_309L),
                        entry("MEMBER null", 2_207L),
                        entry("SIGNATORY IN_FORCE", 9_720L),
                        entry("SIGNATORY SUSPENDED", 2_244L),
                        entry("SUPPORTED null", 2_090L));
        assertThat(MappedLists.stated(rows).filter(stated -> stated.statement().role() == MembershipRole.SIGNATORY))
                .allSatisfy(stated -> assertThat(stated.statement().validFrom()).isNotNull());
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows).flatMap(stated -> stated.pledges().stream()),
                        pledge -> String.valueOf(pledge.targetYear())))
                .containsExactly(
                        entry("2020", 8_400L), entry("2030", 4_490L), entry("2050", 1_363L), entry("null", 308L));
        assertThat(MappedLists.stated(rows)
                        .filter(stated -> !stated.statement().viaIds().isEmpty()))
                .as("only those that signed as part of a group have a route")
                .hasSize(2_207);
    }

    @Test
    void correctsPatuToItalyAndSaysSo() throws Exception {
        var rows = MappedLists.read("eu-covenant-coordinators-2022", "eu-covenant-coordinators-2022.csv");

        assertThat(MappedLists.counts(MappedLists.findings(rows), FileFinding::code))
                .containsExactly(entry("CORRECTED", 2L));
        assertThat(MappedLists.stated(rows)
                        .filter(stated -> stated.member().name().equals("Patù")))
                .singleElement()
                .satisfies(patu -> {
                    assertThat(patu.member().country()).isEqualTo("ITA");
                    assertThat(patu.evidence().inferred())
                            .as("the country is not part of the membership")
                            .isFalse();
                    assertThat(patu.evidence().note()).contains("Column iso: printed 'BRA', read as 'ITA'");
                });
    }

    @Test
    void raceToResilienceMembersJoinedViaTheirReportingPartner() throws Exception {
        var rows = MappedLists.read("race-to-resilience-members-2023", "race-to-resilience-members-2023.csv");

        assertThat(MappedLists.counts(rows.stream(), MappedLists::outcome)).containsExactly(entry("STATED", 189L));
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> stated.statement().viaIds().get(0)))
                .containsExactly(
                        entry("cities-race-to-resilience", 51L),
                        entry("extreme-heat-resilience-alliance", 15L),
                        entry("regionsadapt", 55L),
                        entry("usdn-resilience-hubs", 68L));
        assertThat(MappedLists.counts(MappedLists.findings(rows), FileFinding::code))
                .containsExactly(entry("CORRECTED", 7L));
        assertThat(MappedLists.counts(
                        MappedLists.stated(rows),
                        stated -> stated.member().kind().name()))
                .containsExactly(
                        entry("ANY", 115L), entry("CITY", 1L), entry("ORGANIZATION", 3L), entry("REGION", 70L));
    }

    @Test
    void correctsPlacesListedUnderTheWrongCountry() throws Exception {
        var rows = MappedLists.read("race-to-resilience-members-2023", "race-to-resilience-members-2023.csv");

        assertThat(country(rows, "Calgary")).isEqualTo("CA Alberta");
        assertThat(country(rows, "Mississauga")).isEqualTo("CA Ontario");
        assertThat(country(rows, "Vancouver")).isEqualTo("CA BC");
        assertThat(country(rows, "Thunder Bay")).isEqualTo("CA null");
        assertThat(country(rows, "City of Mexico City")).isEqualTo("MX null");
        assertThat(country(rows, "Kansas City")).isEqualTo("US null");
        assertThat(country(rows, "Boulder County")).isEqualTo("US CO");
        assertThat(country(rows, "City of Miami")).isEqualTo("US Florida");
        assertThat(country(rows, "City of New York")).isEqualTo("US New York");
        assertThat(country(rows, "Travis County")).isEqualTo("US Texas");
        assertThat(country(rows, "City of Lagos")).as("no country is printed").isEqualTo("null null");
    }

    private static String country(List<MappedLists.Read> rows, String name) {
        return MappedLists.stated(rows)
                .map(StatedMembership::member)
                .filter(member -> member.name().equals(name))
                .map(member -> member.country() + " " + member.state())
                .findFirst()
                .orElseThrow();
    }

    private static String describe(StatedMembership stated) {
        return Stream.of(
                        stated.statement().role().name(),
                        stated.statement().organizationId(),
                        stated.evidence().asOf() == null
                                ? "undated"
                                : stated.evidence().asOf().text())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }
}
