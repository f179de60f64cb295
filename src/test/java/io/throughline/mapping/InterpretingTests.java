package io.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.date.PartialDate;
import io.throughline.matching.WrittenAgent.Kind;
import io.throughline.membership.MembershipRole;
import io.throughline.membership.ViaStatus;
import io.throughline.published.Finding;
import io.throughline.published.Row;
import io.throughline.source.Rank;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping makes of a row. */
class InterpretingTests {

    private static final String HEAD = """
            id: my-list
            title: My list
            source: my-source
            file: {nulls: [NA]}
            """;
    private static final String PLAIN = HEAD + """
            member: {name: {column: name}}
            memberships:
              - {organization: c40, role: MEMBER}
            """;

    @Test
    void aRowStatesWhatTheMappingSays() {
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
        assertThat(stated.role()).isEqualTo(MembershipRole.SIGNATORY);
        assertThat(stated.organizationId()).isEqualTo("c40");
        assertThat(stated.viaIds()).isEmpty();
        assertThat(stated.viaStatus()).as("the mapping says nothing of it").isNull();
        assertThat(stated.directness()).hasToString("DIRECT");
        assertThat(stated.status()).hasToString("ENDED");
        assertThat(stated.asOf()).isEqualTo(PartialDate.parse("2022-05"));
        assertThat(stated.validFrom()).isEqualTo(PartialDate.parse("2019-08-07"));
        assertThat(stated.validTo()).isEqualTo(PartialDate.parse("2021-03"));
        assertThat(stated.strength()).hasToString("IMPLIED");
        assertThat(stated.rank()).hasToString("PREFERRED");
        assertThat(stated.printed()).isEqualTo("Bonn");
        assertThat(stated.note()).isEqualTo("seen in 2022-05");
        assertThat(stated.locator()).isEqualTo("line 7, column name");
        assertThat(stated.inferred()).isFalse();
    }

    @Test
    void aRowWithoutANameIsRefused() {
        assertThat(refused(PLAIN, "name", " \u00a0 "))
                .containsExactly("NO_NAME name: the name of the member is missing");
        assertThat(refused(PLAIN, "name", "NA")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        people | -12        | NEGATIVE_POPULATION
        people | 12.5       | NOT_A_POPULATION
        people | 1,234      | NOT_A_POPULATION
        people | many       | NOT_A_POPULATION
        lat    | 139.7      | COORDINATES_SWAPPED
        lat    | 999        | NOT_A_POSITION
        lat    | north      | NOT_A_POSITION
        lat    | NA         | HALF_A_POSITION
        kind   | VILLAGE    | NOT_A_WORD
        geo    | 12a        | NOT_AN_IDENTIFIER
        geo    | -3         | NOT_AN_IDENTIFIER
        """)
    void whatCannotBeUsedOfADescriptionIsLeftOutAndSaid(String column, String cell, String code) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("name", "Tokyo");
        cells.put("people", "100");
        cells.put("lat", "35.68");
        cells.put("lon", "35.69");
        cells.put("kind", "CITY");
        cells.put("geo", "1850147");
        cells.put(column, cell);
        var mapping = Mapping.read(HEAD + """
                member:
                  name: {column: name}
                  kind: {column: kind}
                  latitude: {column: lat}
                  longitude: {column: lon}
                  population: {column: people}
                  identifiers: {geonames: {column: geo}}
                memberships:
                  - {organization: c40, role: MEMBER}
                """, "my.yaml");

        var stated = (Interpreted.Stated) mapping.interpret(new Row(7, cells, List.of()));

        assertThat(stated.memberships()).hasSize(1);
        assertThat(stated.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.column()).isIn(column, "lat", "lon");
            assertThat(cell.equals("NA")
                            || finding.message().contains("'%s'".formatted(cell))
                            || finding.message().contains(cell))
                    .isTrue();
        });
        var member = stated.memberships().get(0).member();
        assertThat(member.population() == null).isEqualTo(column.equals("people"));
        assertThat(member.latitude() == null).isEqualTo(column.equals("lat"));
        assertThat(member.longitude() == null).isEqualTo(column.equals("lat"));
        assertThat(member.identifiers().isEmpty()).isEqualTo(column.equals("geo"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        POINT (7.1 50.73)   | 50.73 | -
        point(7.1 50.73)    | 50.73 | -
        POINT (7,1 50,73)   | -     | NOT_A_POSITION
        POINT (50.73 139.7) | -     | COORDINATES_SWAPPED
        7.1 50.73           | -     | NOT_A_POSITION
        NA                  | -     | -
        """)
    void aPointIsLongitudeThenLatitude(String cell, Double latitude, String code) {
        var mapping = HEAD + """
                member: {name: {column: name}, point: {column: at}}
                memberships:
                  - {organization: c40, role: MEMBER}
                """;

        var stated = stated(mapping, "name", "Bonn", "at", cell);

        assertThat(stated.memberships().get(0).member().latitude()).isEqualTo(latitude);
        assertThat(stated.findings()).extracting(Finding::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
        31/02/2021  | '31/02/2021' is no day of the calendar written d/M/y
        20211       | '20211' is no day of the calendar written d/M/y
        2021-02-30  | '2021-02-30' is no day of the calendar
        1/1/20211   | '1/1/20211' is no day of the calendar written d/M/y
        13/13/2021  | '13/13/2021' is no day of the calendar written d/M/y
        soon        | 'soon' is no day of the calendar written d/M/y
        """)
    void aDateOfAMembershipThatIsNoneRefusesTheRow(String cell, String message) {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, asOf: {column: seen, dates: d/M/y}");

        assertThat(refused(mapping, "name", "Bonn", "seen", cell))
                .singleElement()
                .asString()
                .startsWith("NOT_A_DATE seen: asOf: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "28/02/2021, 2021-02-28",
        "2021, 2021",
        "2021-02, 2021-02",
        "2020-09-07T09:45:19.793, 2020-09-07",
        "2021-11-04 17:30:00, 2021-11-04",
        "2021/2027, 2021/2027",
        "../2021-10-04, ../2021-10-04"
    })
    void aDateIsReadAsPreciselyAsItIsPrinted(String cell, String date) {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, asOf: {column: seen, dates: d/M/y}");

        assertThat(one(mapping, "name", "Bonn", "seen", cell).asOf()).isEqualTo(PartialDate.parse(date));
    }

    @Test
    void whatEndsBeforeItBeginsIsRefused() {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, validFrom: {column: from}, validTo: {column: to}");

        assertThat(refused(mapping, "name", "Bonn", "from", "2021", "to", "2020-12"))
                .containsExactly("ENDS_BEFORE_IT_BEGINS to: validTo lies before validFrom");
        assertThat(one(mapping, "name", "Bonn", "from", "2021", "to", "2021-06").validTo())
                .isEqualTo(PartialDate.parse("2021-06"));
    }

    @Test
    void eachOfSeveralCoordinatorsIsARoadOfItsOwn() {
        var mapping = PLAIN.replace(
                "role: MEMBER", "role: MEMBER, via: {column: by, separators: [\";\"], values: {A: a, B: b}}");

        var stated = stated(mapping, "name", "Bonn", "by", "A;; B ;A;NA");

        assertThat(stated.memberships())
                .extracting(StatedMembership::viaIds)
                .containsExactly(List.of("a"), List.of("b"));
        assertThat(stated.memberships()).extracting(StatedMembership::viaStatus).containsOnly(ViaStatus.NAMED);
        assertThat(stated.memberships()).extracting(StatedMembership::locator).containsOnly("line 7, column by");
    }

    @Test
    void anUnknownPartnerIsRefusedWithTheValueAndWhatIsAllowed() {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, via: {column: by, values: {A: a, B: b}}");

        assertThat(refused(mapping, "name", "Bonn", "by", "C"))
                .containsExactly("NOT_IN_TABLE by: 'C' is not in the table of the mapping: A, B");
    }

    @Test
    void anUnknownPartnerMayAlsoBeARoadThatIsNotNamed() {
        var mapping = PLAIN.replace(
                "role: MEMBER",
                "role: MEMBER, via: {column: by, separators: [\";\"], values: {A: a}, unknown: UNNAMED}");

        var stated = stated(mapping, "name", "Bonn", "by", "A;C");

        assertThat(stated.memberships())
                .extracting(StatedMembership::viaIds, StatedMembership::viaStatus)
                .containsExactly(tuple(List.of("a"), ViaStatus.NAMED), tuple(List.of(), ViaStatus.UNNAMED));
        assertThat(stated.findings()).extracting(Finding::code).containsExactly("NOT_IN_TABLE");
    }

    @ParameterizedTest
    @CsvSource({"'', NOT_STATED", "'viaStatus: UNNAMED,', UNNAMED"})
    void whereNoPartnerIsGivenTheRoadIsNotStatedUnlessTheMappingSaysOtherwise(String said, ViaStatus status) {
        var mapping =
                PLAIN.replace("role: MEMBER", "role: MEMBER, %s via: {column: by, values: {A: a}}".formatted(said));

        assertThat(one(mapping, "name", "Bonn", "by", "").viaStatus()).isEqualTo(status);
    }

    @Test
    void aListOfPartnersIsOneRoadInItsOrder() {
        var mapping =
                PLAIN.replace("role: MEMBER", "role: MEMBER, via: [{column: by, values: {A: a}}, cities-race-to-zero]");

        assertThat(one(mapping, "name", "Bonn", "by", "A").viaIds()).containsExactly("a", "cities-race-to-zero");
        assertThat(refused(mapping, "name", "Bonn", "by", ""))
                .containsExactly("GAP_IN_VIA by: a part of the road is missing, though another is given");
    }

    @Test
    void theOrganizationMayStandInTheFile() {
        var mapping =
                PLAIN.replace("organization: c40", "organization: {column: org, values: {C40: c40, ICLEI: iclei}}");

        assertThat(one(mapping, "name", "Bonn", "org", "ICLEI").organizationId())
                .isEqualTo("iclei");
        assertThat(refused(mapping, "name", "Bonn", "org", "UCLG")).hasSize(1);
        assertThat(refused(mapping, "name", "Bonn", "org", ""))
                .containsExactly("MISSING org: the organization is missing");
    }

    @Test
    void aRoleOfTheFileThatIsNoneIsRefused() {
        var mapping = PLAIN.replace("role: MEMBER", "role: {column: as}");

        assertThat(one(mapping, "name", "Bonn", "as", "FOUNDER").role()).isEqualTo(MembershipRole.FOUNDER);
        assertThat(refused(mapping, "name", "Bonn", "as", "FRIEND"))
                .singleElement()
                .asString()
                .startsWith("NOT_A_WORD as: 'FRIEND' is none of MEMBER, SIGNATORY, ");
    }

    @Test
    void filtersAreEqualityOneOfNotAndPresent() {
        var mapping = PLAIN + """
                only:
                  - {where: {member: "Yes", type: [City, Region]}, reason: not asked for}
                  - {where: {left: {present: false}, note: {not: [false, wrong]}}, reason: has left}
                """;

        assertThat(fate(mapping, "name", "Bonn", "member", "Yes", "type", "City"))
                .isEqualTo("STATED");
        assertThat(fate(mapping, "name", "Bonn", "member", "Yes", "type", "Region", "note", "odd"))
                .isEqualTo("STATED");
        assertThat(fate(mapping, "name", "Bonn", "member", "yes", "type", "City"))
                .isEqualTo("only, line 9: not asked for");
        assertThat(fate(mapping, "name", "Bonn", "member", "Yes", "type", "")).isEqualTo("only, line 9: not asked for");
        assertThat(fate(mapping, "name", "Bonn", "member", "Yes", "type", "City", "left", "2020"))
                .isEqualTo("only, line 10: has left");
        assertThat(fate(mapping, "name", "Bonn", "member", "Yes", "type", "City", "note", "false"))
                .isEqualTo("only, line 10: has left");
    }

    @Test
    void whatIsNoMembershipIsLeftOutWithTheReason() {
        var mapping = PLAIN + """
                notMemberships:
                  - {where: {kind: observer}, reason: An observer is no member}
                """;

        assertThat(fate(mapping, "name", "Bonn", "kind", "observer"))
                .isEqualTo("notMemberships, line 9: An observer is no member");
        assertThat(fate(mapping, "name", "", "kind", "observer"))
                .as("whoever it is")
                .startsWith("notMemberships");
        assertThat(fate(mapping, "name", "Bonn", "kind", "member")).isEqualTo("STATED");
    }

    @Test
    void aRowNoRuleSpeaksOfIsLeftOut() {
        var mapping = PLAIN.replace("role: MEMBER", "role: MEMBER, where: {c40: x}");

        assertThat(fate(mapping, "name", "Bonn", "c40", "x")).isEqualTo("STATED");
        assertThat(fate(mapping, "name", "Bonn", "c40", ""))
                .isEqualTo("no rule: No rule of the mapping makes a membership of it");
    }

    private static final String TAGS = HEAD + """
            member: {name: {column: name}}
            tags: {column: lists, separators: [";"]}
            defaults: {role: MEMBER, asOf: 2022-12}
            memberships:
              - {organization: gcom, role: SIGNATORY, tags: ["GCoM{year}", "GCoMEC{year}"]}
              - {organization: c40, tags: [C40, "C40{year}"]}
            notMemberships:
              - {tags: ["CDP{year}"], reason: Disclosing is no membership}
              - {tags: [NAZCA], reason: A platform}
            deprecated:
              - {where: {name: Lagos, iso: [PT, BG]}, organization: c40, reason: Another Lagos}
            """;

    @Test
    void theYearOfATagIsWhenItWasSo() {
        var stated = stated(TAGS, "name", "Bonn", "lists", ";GCoM2022;; C40 ;");

        assertThat(stated.memberships())
                .extracting(
                        StatedMembership::organizationId, each -> each.role().name(), StatedMembership::asOf)
                .containsExactly(
                        tuple("gcom", "SIGNATORY", PartialDate.parse("2022")),
                        tuple("c40", "MEMBER", PartialDate.parse("2022-12")));
        assertThat(stated.findings()).isEmpty();
    }

    @Test
    void ofTagsThatSpeakOfTheSameTheLatestCountsAndAllAreNamed() {
        for (var lists : List.of("GCoM2019;GCoMEC2021;GCoM2020", "GCoMEC2021;GCoM2019;GCoM2020")) {
            var stated = one(TAGS, "name", "Bonn", "lists", lists);

            assertThat(stated.asOf()).isEqualTo(PartialDate.parse("2021"));
            assertThat(stated.locator()).isEqualTo("line 7, column lists, tags " + lists.replace(";", ", "));
        }
    }

    @Test
    void aTagInNoTableIsReportedAndNotLost() {
        var stated = stated(TAGS, "name", "Bonn", "lists", "C40;C4O;GCoM20211;GCoM3022");

        assertThat(stated.memberships()).hasSize(1);
        assertThat(stated.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "tag 'C4O' is in no table of the mapping",
                        "tag 'GCoM20211' is in no table of the mapping",
                        "tag 'GCoM3022' is in no table of the mapping");
        assertThat(refused(TAGS, "name", "Bonn", "lists", "CDP2020;C4O"))
                .containsExactly("UNKNOWN_TAG lists: tag 'C4O' is in no table of the mapping");
    }

    @Test
    void tagsThatAreNoMembershipsLeaveTheRowOut() {
        assertThat(fate(TAGS, "name", "Bonn", "lists", "CDP2020;NAZCA;CDP2021"))
                .isEqualTo("tags that are no memberships: Disclosing is no membership; A platform");
        assertThat(fate(TAGS, "name", "Bonn", "lists", "NA")).isEqualTo("no tags: Column lists is empty");
        assertThat(fate(TAGS, "name", "Bonn", "lists", ";;")).isEqualTo("no tags: Column lists is empty");
    }

    @Test
    void whatIsKnownToBeFalseIsKeptAsDeprecatedWithTheReason() {
        var lagos = one(TAGS, "name", "Lagos", "iso", "PT", "lists", "C402022");
        assertThat(lagos.rank()).isEqualTo(Rank.DEPRECATED);
        assertThat(lagos.note()).isEqualTo("Another Lagos");

        assertThat(one(TAGS, "name", "Lagos", "iso", "NG", "lists", "C402022").rank())
                .isEqualTo(Rank.NORMAL);
        assertThat(one(TAGS, "name", "Lagos", "iso", "PT", "lists", "GCoM2022").rank())
                .isEqualTo(Rank.NORMAL);
    }

    @Test
    void aCorrectionIsNotedAndIsAnInferenceOnlyWhereTheMembershipRestsOnIt() {
        var mapping = HEAD + """
                member: {name: {column: name}, country: {column: iso}}
                corrections:
                  - {where: {name: Patù, iso: BRA}, set: {iso: ITA}, reason: It is in Apulia}
                  - {where: {name: Bonn, by: Cologne}, set: {by: A}, reason: Renamed}
                memberships:
                  - {organization: c40, role: MEMBER, via: {column: by, values: {A: a}}, printed: "{name} {iso} {by}"}
                """;

        var patu = stated(mapping, "name", "Patù", "iso", "BRA", "by", "A");
        assertThat(patu.findings()).extracting(Finding::code).containsExactly("CORRECTED");
        assertThat(patu.memberships()).singleElement().satisfies(stated -> {
            assertThat(stated.member().country()).isEqualTo("ITA");
            assertThat(stated.printed()).as("as printed, not as corrected").isEqualTo("Patù BRA A");
            assertThat(stated.inferred()).isFalse();
            assertThat(stated.note()).isEqualTo("Column iso: printed 'BRA', read as 'ITA'. It is in Apulia");
        });

        var bonn = one(mapping, "name", "Bonn", "iso", "DEU", "by", "Cologne");
        assertThat(bonn.viaIds()).containsExactly("a");
        assertThat(bonn.inferred()).isTrue();

        assertThat(one(mapping, "name", "Bonn", "iso", "DEU", "by", "A").note()).isNull();
    }

    @Test
    void otherwiseIsTakenWhenACellIsEmptyOrNotLikeThePattern() {
        var mapping = HEAD + """
                member:
                  name: {column: city, otherwise: {column: body}}
                  state: {column: body, pattern: ".+, ([A-Z]{2})", otherwise: null}
                memberships:
                  - {organization: c40, role: MEMBER}
                """;

        assertThat(one(mapping, "city", "", "body", "City of Boston, MA").member())
                .satisfies(member -> assertThat(member.name()).isEqualTo("City of Boston, MA"))
                .satisfies(member -> assertThat(member.state()).isEqualTo("MA"));
        assertThat(one(mapping, "city", "Boston", "body", "City of Boston").member())
                .satisfies(member -> assertThat(member.name()).isEqualTo("Boston"))
                .satisfies(member -> assertThat(member.state()).isNull());
    }

    @Test
    void aNameThatIsNotLikeItsPatternRefusesTheRow() {
        var mapping = PLAIN.replace("{column: name}", "{column: name, pattern: \"(.+) City\"}");

        assertThat(one(mapping, "name", "Mexico City").member().name()).isEqualTo("Mexico");
        assertThat(refused(mapping, "name", "Boston"))
                .containsExactly("NOT_LIKE_PATTERN name: 'Boston' is not written like (.+) City");
    }

    @Test
    void oneMembershipThatCannotBeUsedDoesNotLoseTheOther() {
        var mapping = PLAIN + "  - {organization: gcom, role: SIGNATORY, asOf: {column: since}}\n";

        var stated = stated(mapping, "name", "Bonn", "since", "31/02/2021");

        assertThat(stated.memberships())
                .extracting(StatedMembership::organizationId)
                .containsExactly("c40");
        assertThat(stated.findings()).extracting(Finding::code).containsExactly("NOT_A_DATE");
    }

    private static Interpreted interpret(String mapping, String... cells) {
        var row = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return Mapping.read(mapping, "my.yaml").interpret(new Row(7, row, List.of()));
    }

    private static Interpreted.Stated stated(String mapping, String... cells) {
        var interpreted = interpret(mapping, cells);
        assertThat(interpreted).isInstanceOf(Interpreted.Stated.class);
        return (Interpreted.Stated) interpreted;
    }

    private static StatedMembership one(String mapping, String... cells) {
        var stated = stated(mapping, cells);
        assertThat(stated.memberships()).hasSize(1);
        return stated.memberships().get(0);
    }

    private static List<String> refused(String mapping, String... cells) {
        var interpreted = interpret(mapping, cells);
        assertThat(interpreted).isInstanceOf(Interpreted.Refused.class);
        return ((Interpreted.Refused) interpreted)
                .findings().stream()
                        .map(finding -> "%s %s: %s".formatted(finding.code(), finding.column(), finding.message()))
                        .toList();
    }

    private static String fate(String mapping, String... cells) {
        var interpreted = interpret(mapping, cells);
        return interpreted instanceof Interpreted.LeftOut leftOut
                ? leftOut.rule() + ": " + leftOut.reason()
                : interpreted instanceof Interpreted.Stated ? "STATED" : "REFUSED";
    }
}
