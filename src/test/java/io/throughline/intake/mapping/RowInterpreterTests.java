package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.intake.matching.ListedAgent.Kind;
import io.throughline.intake.tabular.FileFinding;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.reference.date.PartialDate;
import io.throughline.writing.ledger.PledgeStatement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interprets rows with a mapping. */
class RowInterpreterTests extends MappedRows {

    @Test
    void statesWhatTheMappingSays() {
        var stated = one(
                HEAD + """
                member:
                  name: {column: name}
                  kind: {column: type, values: {Town: CITY, Land: REGION}}
                  country: {column: iso}
                  state: {column: state}
                  latitude: {column: lat}
                  longitude: {column: lon}
                  population: {column: people}
                  identifiers:
                    own: {column: id}
                    geonames: {column: geo}
                    wikidata: {column: wd}
                    unlocode: {column: lo}
                    iso3166-2: {column: sub}
                memberships:
                  - organization: c40
                    role: SIGNATORY
                    directness: DIRECT
                    status: ENDED
                    asOf: {column: seen}
                    validFrom: {column: from, dates: d/M/y}
                    validTo: {column: to, dates: [M.y, y]}
                    strength: IMPLIED
                    rank: PREFERRED
                    printed: "{name}[ ({state})]"
                    note: "[seen in {seen}]"
                """,
                "name",
                "Bonn",
                "type",
                "Town",
                "iso",
                "DEU",
                "state",
                "NA",
                "lat",
                "50.73",
                "lon",
                "7.1",
                "people",
                "331885",
                "id",
                "bonn",
                "geo",
                "2946447",
                "wd",
                "Q586",
                "lo",
                "DE BON",
                "sub",
                "DE-NW",
                "seen",
                "2022-05",
                "from",
                "7/8/2019",
                "to",
                "3.2021");

        var member = stated.member();
        assertThat(member.name()).isEqualTo("Bonn");
        assertThat(member.kind()).isEqualTo(Kind.CITY);
        assertThat(member.country()).isEqualTo("DEU");
        assertThat(member.state()).isNull();
        assertThat(member.latitude()).isEqualTo(50.73);
        assertThat(member.longitude()).isEqualTo(7.1);
        assertThat(member.population()).isEqualTo(331_885);
        assertThat(member.identifiers())
                .containsExactly(
                        entry("own", "bonn"),
                        entry("geonames", "2946447"),
                        entry("wikidata", "Q586"),
                        entry("unlocode", "DE BON"),
                        entry("iso3166-2", "DE-NW"));
        assertThat(stated.statement().role()).isEqualTo(MembershipRole.SIGNATORY);
        assertThat(stated.statement().organizationId()).isEqualTo("c40");
        assertThat(stated.statement().viaIds()).isEmpty();
        assertThat(stated.statement().viaStatus())
                .as("the mapping does not say")
                .isNull();
        assertThat(stated.statement().directness()).hasToString("DIRECT");
        assertThat(stated.statement().status()).hasToString("ENDED");
        assertThat(stated.evidence().asOf()).isEqualTo(PartialDate.parse("2022-05"));
        assertThat(stated.statement().validFrom()).isEqualTo(PartialDate.parse("2019-08-07"));
        assertThat(stated.statement().validTo()).isEqualTo(PartialDate.parse("2021-03"));
        assertThat(stated.evidence().strength()).hasToString("IMPLIED");
        assertThat(stated.evidence().rank()).hasToString("PREFERRED");
        assertThat(stated.evidence().printed()).isEqualTo("Bonn");
        assertThat(stated.evidence().note()).isEqualTo("seen in 2022-05");
        assertThat(stated.evidence().locator()).isEqualTo("line 7, column name");
        assertThat(stated.evidence().inferred()).isFalse();
    }

    @Test
    void readsPledgesAndRemarksWhoseConditionsHold() {
        var mapping = HEAD + """
                member: {name: {column: name}}
                memberships:
                  - organization: c40
                    role: MEMBER
                    pledges:
                      - {text: {column: target}, targetYear: {column: year}, under: gcom}
                      - {where: {adapts: "1"}, text: Adaptation, target: soon}
                    note:
                      - {where: {since: {pattern: "201\\\\d-.*"}}, text: "Joined another body on {since}"}
                      - {where: {adapts: "1"}, text: Adapts}
                """;

        var both = one(
                mapping, "name", "Bonn", "target", "Net zero", "year", "2040", "adapts", "1", "since", "2016-05-01");
        assertThat(both.pledges())
                .containsExactly(
                        new PledgeStatement("Net zero", 2040, null, "gcom"),
                        new PledgeStatement("Adaptation", null, "soon", null));
        assertThat(both.evidence().note()).isEqualTo("Joined another body on 2016-05-01. Adapts");
        var none = one(mapping, "name", "Bonn", "target", "NA", "year", "2040", "adapts", "0", "since", "2021-05-01");
        assertThat(none.pledges()).isEmpty();
        assertThat(none.evidence().note()).isNull();
        var unclear =
                stated(mapping, "name", "Bonn", "target", "Net zero", "year", "soon", "adapts", "0", "since", "2021");
        assertThat(unclear.memberships().get(0).pledges()).isEmpty();
        assertThat(unclear.findings()).extracting(FileFinding::code).containsExactly("NOT_A_YEAR");
    }

    @Test
    void refusesARowWithoutAName() {
        assertThat(refused(PLAIN, "name", " \u00a0 "))
                .containsExactly("NO_NAME name: the name of the member is missing");
        assertThat(refused(PLAIN, "name", "NA")).hasSize(1);
    }

    @Test
    void readsEachOfSeveralPartnersAsARoute() {
        var mapping = PLAIN.replace(
                "role: MEMBER", "role: MEMBER, via: {column: by, separators: [\";\"], values: {A: a, B: b}}");

        var stated = stated(mapping, "name", "Bonn", "by", "A;; B ;A;NA");

        assertThat(stated.memberships())
                .extracting(each -> each.statement().viaIds())
                .containsExactly(List.of("a"), List.of("b"));
        assertThat(stated.memberships())
                .extracting(each -> each.statement().viaStatus())
                .containsOnly(ViaStatus.NAMED);
        assertThat(stated.memberships())
                .extracting(each -> each.evidence().locator())
                .containsOnly("line 7, column by");
    }

    @Test
    void refusesAnUnknownPartnerAndSaysWhatIsAllowed() {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, via: {column: by, values: {A: a, B: b}}");

        assertThat(refused(mapping, "name", "Bonn", "by", "C"))
                .containsExactly("NOT_IN_TABLE by: 'C' is not in the table of the mapping; expected A, B");
    }

    @Test
    void readsAnUnknownPartnerAsUnnamedIfTheMappingSaysSo() {
        var mapping = PLAIN.replace(
                "role: MEMBER",
                "role: MEMBER, via: {column: by, separators: [\";\"], values: {A: a}, unknown: UNNAMED}");

        var stated = stated(mapping, "name", "Bonn", "by", "A;C");

        assertThat(stated.memberships())
                .extracting(
                        each -> each.statement().viaIds(),
                        each -> each.statement().viaStatus())
                .containsExactly(tuple(List.of("a"), ViaStatus.NAMED), tuple(List.of(), ViaStatus.UNNAMED));
        assertThat(stated.findings()).extracting(FileFinding::code).containsExactly("NOT_IN_TABLE");
    }

    @ParameterizedTest
    @CsvSource({"'', NOT_STATED", "'viaStatus: UNNAMED,', UNNAMED"})
    void recordsAMissingPartnerAsNotStatedUnlessTheMappingSaysOtherwise(String viaStatus, ViaStatus status) {
        var mapping = PLAIN.replace(
                "role: MEMBER", "role: MEMBER, %s via: {column: by, values: {A: a}}".formatted(viaStatus));

        assertThat(one(mapping, "name", "Bonn", "by", "").statement().viaStatus())
                .isEqualTo(status);
    }

    @Test
    void readsAListOfPartnersAsOneRouteInOrder() {
        var mapping =
                PLAIN.replace("role: MEMBER", "role: MEMBER, via: [{column: by, values: {A: a}}, cities-race-to-zero]");

        assertThat(one(mapping, "name", "Bonn", "by", "A").statement().viaIds())
                .containsExactly("a", "cities-race-to-zero");
        assertThat(refused(mapping, "name", "Bonn", "by", ""))
                .containsExactly("GAP_IN_VIA by: a part of the route is missing, although another is given");
    }

    @Test
    void readsTheOrganizationFromTheFile() {
        var mapping =
                PLAIN.replace("organization: c40", "organization: {column: org, values: {C40: c40, ICLEI: iclei}}");

        assertThat(one(mapping, "name", "Bonn", "org", "ICLEI").statement().organizationId())
                .isEqualTo("iclei");
        assertThat(refused(mapping, "name", "Bonn", "org", "UCLG")).hasSize(1);
        assertThat(refused(mapping, "name", "Bonn", "org", ""))
                .containsExactly("MISSING org: the organization is missing");
    }

    @Test
    void refusesAnUnknownRole() {
        var mapping = PLAIN.replace("role: MEMBER", "role: {column: as}");

        assertThat(one(mapping, "name", "Bonn", "as", "FOUNDER").statement().role())
                .isEqualTo(MembershipRole.FOUNDER);
        assertThat(refused(mapping, "name", "Bonn", "as", "FRIEND"))
                .singleElement()
                .asString()
                .startsWith("NOT_A_WORD as: 'FRIEND' is not one of MEMBER, SIGNATORY, ");
    }

    @Test
    void filtersByEqualityOneOfNotAndPresent() {
        var mapping = PLAIN + """
                only:
                  - {where: {member: "Yes", type: [City, Region]}, reason: not asked for}
                  - {where: {left: {present: false}, note: {not: [false, wrong]}}, reason: has left}
                """;

        assertThat(outcome(mapping, "name", "Bonn", "member", "Yes", "type", "City"))
                .isEqualTo("STATED");
        assertThat(outcome(mapping, "name", "Bonn", "member", "Yes", "type", "Region", "note", "odd"))
                .isEqualTo("STATED");
        assertThat(outcome(mapping, "name", "Bonn", "member", "yes", "type", "City"))
                .isEqualTo("only, line 9: not asked for");
        assertThat(outcome(mapping, "name", "Bonn", "member", "Yes", "type", ""))
                .isEqualTo("only, line 9: not asked for");
        assertThat(outcome(mapping, "name", "Bonn", "member", "Yes", "type", "City", "left", "2020"))
                .isEqualTo("only, line 10: has left");
        assertThat(outcome(mapping, "name", "Bonn", "member", "Yes", "type", "City", "note", "false"))
                .isEqualTo("only, line 10: has left");
    }

    @Test
    void leavesOutARowThatIsNotAMembershipWithTheReason() {
        var mapping = PLAIN + """
                notMemberships:
                  - {where: {kind: observer}, reason: An observer is not a member}
                """;

        assertThat(outcome(mapping, "name", "Bonn", "kind", "observer"))
                .isEqualTo("notMemberships, line 9: An observer is not a member");
        assertThat(outcome(mapping, "name", "", "kind", "observer"))
                .as("even without a name")
                .startsWith("notMemberships");
        assertThat(outcome(mapping, "name", "Bonn", "kind", "member")).isEqualTo("STATED");
    }

    @Test
    void leavesOutARowWithoutARule() {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, where: {c40: x}");

        assertThat(outcome(mapping, "name", "Bonn", "c40", "x")).isEqualTo("STATED");
        assertThat(outcome(mapping, "name", "Bonn", "c40", ""))
                .isEqualTo("no rule: No rule of the mapping finds a membership in this row");
    }

    @Test
    void keepsTheOtherMembershipsIfOneIsInvalid() {
        var mapping = PLAIN + "  - {organization: gcom, role: SIGNATORY, asOf: {column: since}}\n";

        var stated = stated(mapping, "name", "Bonn", "since", "31/02/2021");

        assertThat(stated.memberships())
                .extracting(each -> each.statement().organizationId())
                .containsExactly("c40");
        assertThat(stated.findings()).extracting(FileFinding::code).containsExactly("NOT_A_DATE");
    }

    private static final String SPLIT = HEAD + """
            member:
              name: {column: name, separators: [";", " / "]}
              country: {column: country}
              population: {column: people}
            memberships:
              - {organization: c40, role: MEMBER}
              - {organization: gcom, role: SIGNATORY, where: {gcom: x}}
            """;

    @Test
    void readsSeveralMembersOfOneRow() {
        var stated = stated(SPLIT, "name", "Graz; Linz / Wels;;NA;Graz", "country", "Austria", "gcom", "x");

        assertThat(stated.findings()).isEmpty();
        assertThat(stated.memberships())
                .extracting(
                        each -> each.member().name(),
                        each -> each.member().country(),
                        each -> each.statement().organizationId(),
                        each -> each.evidence().locator())
                .containsExactly(
                        tuple("Graz", "Austria", "c40", "line 7, column name, name 1 of 3"),
                        tuple("Graz", "Austria", "gcom", "line 7, column gcom, name 1 of 3"),
                        tuple("Linz", "Austria", "c40", "line 7, column name, name 2 of 3"),
                        tuple("Linz", "Austria", "gcom", "line 7, column gcom, name 2 of 3"),
                        tuple("Wels", "Austria", "c40", "line 7, column name, name 3 of 3"),
                        tuple("Wels", "Austria", "gcom", "line 7, column gcom, name 3 of 3"));
    }

    @Test
    void leavesOutWhatCannotDescribeEachOfSeveralMembers() {
        var stated = stated(SPLIT, "name", "Graz; Linz", "country", "Austria", "people", "500000");

        assertThat(stated.memberships())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.member().population()).isNull());
        assertThat(stated.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("DESCRIBES_SEVERAL");
            assertThat(finding.message()).startsWith("the cell names 2 members (Graz, Linz);");
        });
        assertThat(one(SPLIT, "name", "Graz", "people", "300000").member().population())
                .isEqualTo(300_000);
    }

    @Test
    void namesThePartOfANameThatCannotBeUsed() {
        var mapping = SPLIT.replace("separators:", "pattern: '[A-Z].*', separators:");
        var stated = stated(mapping, "name", "Graz; and others");

        assertThat(stated.memberships()).hasSize(1);
        assertThat(stated.findings())
                .extracting(FileFinding::code, FileFinding::message)
                .containsExactly(tuple("NOT_LIKE_PATTERN", "'and others' does not match the pattern [A-Z].*"));
        assertThat(refused(mapping, "name", "and; others")).hasSize(2);
        assertThat(refused(SPLIT, "name", ";;")).containsExactly("NO_NAME name: the name of the member is missing");
    }
}
