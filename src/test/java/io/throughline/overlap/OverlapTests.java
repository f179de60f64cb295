package io.throughline.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import io.throughline.cypher.GraphWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Sets on members made for the purpose, and what is refused. */
@GraphTest
class OverlapTests {

    private static final String INCIDENCE = """
            query($organizations: [ID!]!, $members: [ID!], $maxRows: Int, $asOf: Date) {
              incidence(organizations: $organizations, members: $members, maxRows: $maxRows, asOf: $asOf) {
                totalCount cutOff asOf
                columns { id recorded unknown organization { name } coverage { known complete } }
                rows { id name sets values member { id } }
              }
            }
            """;

    private static final String OVERLAP = """
            query($organizations: [ID!]!, $universe: UniverseInput, $allowIncomplete: Boolean, $asOf: Date) {
              overlap(organizations: $organizations, universe: $universe, allowIncomplete: $allowIncomplete, asOf: $asOf) {
                asOf
                universe { size citiesInAnyOf { id } }
                sets { id size unknown organization { id } coverage { known } }
                group { intersection union jaccard overlapCoefficient expected lift pValue log10PValue measurable reason }
                pairs {
                  a { id } b { id } sizeA sizeB intersection union jaccard overlapCoefficient containmentAinB
                  containmentBinA expected lift pValue log10PValue adjustedPValue measurable reason
                }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @Autowired
    private GraphWriter writer;

    @AfterEach
    void forgetWhatWasMade() {
        write("MATCH (made:Entity) WHERE made.id STARTS WITH 'made-' DETACH DELETE made");
    }

    @Test
    void countsAMemberOnceAndNotWhoLeftNorWhoIsNoMemberNorAnOrganization() {
        makeTwoNetworks();
        var answer = incidence(Map.of("organizations", List.of("made-b", "made-a")));
        answer.path("incidence.rows[*].name")
                .entityList(String.class)
                .containsExactly("Left Only B", "Made Both", "Made Partner and B", "Made Twice");
        answer.path("incidence.rows[*].values")
                .entityList(List.class)
                .containsExactly(List.of(1, 0), List.of(1, 1), List.of(1, 0), List.of(0, 1));
        answer.path("incidence.rows[1].sets").entityList(String.class).containsExactly("made-b", "made-a");
        answer.path("incidence.columns[*].recorded").entityList(Integer.class).containsExactly(3, 2);
        answer.path("incidence.totalCount").entity(Integer.class).isEqualTo(4);
        answer.path("incidence.cutOff").entity(Boolean.class).isEqualTo(false);
        var pair = "overlap.pairs[0].";
        var overlap = overlap(Map.of("organizations", List.of("made-a", "made-b")));
        overlap.path(pair + "sizeA").entity(Integer.class).isEqualTo(2);
        overlap.path(pair + "sizeB").entity(Integer.class).isEqualTo(3);
        overlap.path(pair + "intersection").entity(Integer.class).isEqualTo(1);
        overlap.path(pair + "union").entity(Integer.class).isEqualTo(4);
        overlap.path(pair + "jaccard").entity(Double.class).isEqualTo(0.25);
        overlap.path(pair + "measurable").entity(Boolean.class).isEqualTo(false);
        overlap.path(pair + "reason")
                .entity(String.class)
                .isEqualTo("Not measurable: made-a: no list of members; made-b: no list of members. "
                        + "No universe is named, so there is nothing to expect.");
    }

    @Test
    void aDayTellsThreeAnswersApart() {
        makeTwoNetworks();
        var asked = Map.<String, Object>of("organizations", List.of("made-a", "made-b"), "asOf", "2021-06-01");
        var answer = incidence(asked);
        // Made Both: in A from 2020 on and seen in 2022; in B from some day of 2021 on. Left was in A until 2022.
        answer.path("incidence.rows[*].id")
                .entityList(String.class)
                .containsExactly("made-left", "made-both", "made-partner", "made-twice");
        answer.path("incidence.rows[*].values")
                .entityList(List.class)
                .satisfies(values ->
                        assertThat(values.toString()).isEqualTo("[[1, null], [1, null], [0, null], [null, 0]]"));
        answer.path("incidence.rows[1].sets").entityList(String.class).containsExactly("made-a");
        answer.path("incidence.columns[*].recorded").entityList(Integer.class).containsExactly(2, 0);
        answer.path("incidence.columns[*].unknown").entityList(Integer.class).containsExactly(1, 3);
        answer.path("incidence.asOf").entity(String.class).isEqualTo("2021-06-01");
        var overlap = overlap(asked);
        overlap.path("overlap.sets[*].size").entityList(Integer.class).containsExactly(2, 0);
        overlap.path("overlap.sets[*].unknown").entityList(Integer.class).containsExactly(1, 3);
        incidence(Map.of("organizations", List.of("made-a"), "asOf", "1850-01-01"))
                .path("incidence.rows[*].id")
                .entityList(String.class)
                .containsExactly("made-twice");
    }

    @Test
    void showsNamedMembersInTheirOrderAlsoThoseInNone() {
        var answer =
                incidence(Map.of("organizations", List.of("c40"), "members", List.of("medford", "boston", "medford")));
        answer.path("incidence.rows[*].id").entityList(String.class).containsExactly("medford", "boston");
        answer.path("incidence.rows[*].values").entityList(List.class).containsExactly(List.of(0), List.of(1));
        answer.path("incidence.rows[*].member.id").entityList(String.class).containsExactly("medford", "boston");
        answer.path("incidence.columns[0].recorded").entity(Integer.class).isEqualTo(1);
        answer.path("incidence.columns[0].coverage.complete")
                .entity(String.class)
                .isEqualTo("YES");
    }

    @Test
    void saysWhatWasCutOffAndCountsItAllTheSame() {
        var answer = incidence(Map.of("organizations", List.of("c40"), "maxRows", 3));
        answer.path("incidence.rows[*].name")
                .entityList(String.class)
                .containsExactly("Abidjan", "Accra", "Addis Ababa");
        answer.path("incidence.totalCount").entity(Integer.class).isEqualTo(97);
        answer.path("incidence.columns[0].recorded").entity(Integer.class).isEqualTo(97);
        answer.path("incidence.cutOff").entity(Boolean.class).isEqualTo(true);
        incidence(Map.of("organizations", List.of("c40"), "maxRows", 97))
                .path("incidence.cutOff")
                .entity(Boolean.class)
                .isEqualTo(false);
    }

    @Test
    void aPIsGivenForIncompleteListsOnlyOnDemand() {
        var universe = Map.of("size", 1000);
        var asked = List.of("c40", "race-to-zero", "gcom");
        overlap(Map.of("organizations", asked, "universe", universe))
                .path("overlap.pairs[*].pValue")
                .entityList(Object.class)
                .satisfies(values -> assertThat(values).containsOnlyNulls());
        var allowed = overlap(Map.of("organizations", asked, "universe", universe, "allowIncomplete", true));
        allowed.path("overlap.pairs[*].pValue")
                .entityList(Double.class)
                .satisfies(values -> assertThat(values).hasSize(3).allMatch(p -> p > 0 && p < 1e-20));
        allowed.path("overlap.pairs[*].measurable").entityList(Boolean.class).containsExactly(false, false, false);
        allowed.path("overlap.universe.size").entity(Integer.class).isEqualTo(1000);
        allowed.path("overlap.universe.citiesInAnyOf").valueIsNull();
    }

    @Test
    void takesTheSameStatementsForTwoOrganizationsAsForTwenty() {
        var many = driver
                .executableQuery("MATCH (o:Organization) RETURN o.id AS id ORDER BY id LIMIT 20")
                .execute()
                .records()
                .stream()
                .map(row -> row.get("id").asString())
                .toList();
        assertThat(runs(many)).isEqualTo(runs(many.subList(0, 2)));
    }

    @Test
    void comparesOneWithAllOthers() {
        var document = """
                { overlap(organizations: ["gcom", "c40", "iclei"], pairsWith: "c40") {
                  sets { id } pairs { a { id } b { id } sizeA intersection } } }
                """;
        var answer = ask(document, Map.of());
        answer.path("overlap.pairs[*].a.id").entityList(String.class).containsExactly("c40", "c40");
        answer.path("overlap.pairs[*].b.id").entityList(String.class).containsExactly("gcom", "iclei");
        answer.path("overlap.pairs[*].sizeA").entityList(Integer.class).containsExactly(97, 97);
        answer.path("overlap.pairs[*].intersection").entityList(Integer.class).containsExactly(72, 3);
        answer.path("overlap.sets[*].id").entityList(String.class).containsExactly("gcom", "c40", "iclei");
        refused(document.replace("pairsWith: \"c40\"", "pairsWith: \"uclg\""), Map.of(), "one of the organizations");
    }

    @Test
    void refusesWhatCannotBeCompared() {
        refused(OVERLAP, Map.of("organizations", List.of("c40")), "2 to 64 ids of organizations");
        refused(OVERLAP, Map.of("organizations", List.of("c40", "c40")), "each organization once");
        refused(OVERLAP, Map.of("organizations", List.of("c40", "atlantis")), "organizations is \"atlantis\"");
        refused(OVERLAP, Map.of("organizations", List.of("c40", "boston")), "organizations is \"boston\"");
        var many = IntStream.range(0, 65).mapToObj(Integer::toString).toList();
        refused(OVERLAP, Map.of("organizations", many), "2 to 64 ids of organizations");
        refused(INCIDENCE, Map.of("organizations", List.of()), "1 to 64 ids of organizations");
        refused(INCIDENCE, Map.of("organizations", List.of("c40"), "maxRows", 0), "1 to 10000");
        refused(
                INCIDENCE,
                Map.of("organizations", List.of("c40"), "members", List.of("atlantis")),
                "members is \"atlantis\"");
        refused(
                INCIDENCE,
                Map.of("organizations", List.of("c40"), "members", List.of("iclei")),
                "members is \"iclei\"");
    }

    @Test
    void refusesAUniverseThatDoesNotHoldEverybody() {
        var asked = List.of("c40", "race-to-zero");
        refused(
                OVERLAP,
                Map.of("organizations", asked, "universe", Map.of("size", 100)),
                "as many as are in those compared");
        refused(
                OVERLAP,
                Map.of("organizations", List.of("wwf", "wri"), "universe", Map.of("size", 0)),
                "universe.size is 0; expected at least 1");
        refused(
                OVERLAP,
                Map.of("organizations", asked, "universe", Map.of("citiesInAnyOf", List.of("c40"))),
                "are in none of these");
        refused(OVERLAP, Map.of("organizations", asked, "universe", Map.of("citiesInAnyOf", List.of())), "1 to 64 ids");
        refused(OVERLAP, Map.of("organizations", asked, "universe", Map.of("size", -1)), "universe.size is -1");
        refused(OVERLAP, Map.of("organizations", asked, "universe", Map.of()), "xactly one");
        refused(
                OVERLAP,
                Map.of("organizations", asked, "universe", Map.of("size", 900, "citiesInAnyOf", asked)),
                "xactly one");
    }

    @Test
    void sharesOfNobodyHaveNoValueButAReason() {
        var nobody = Map.<String, @Nullable Object>of(
                "organizations",
                List.of("wwf", "wri"),
                "universe",
                Map.of("citiesInAnyOf", List.of("wwf")),
                "allowIncomplete",
                true);
        var answer = overlap(nobody);
        answer.path("overlap.universe.size").entity(Integer.class).isEqualTo(0);
        for (var part : List.of("pairs[0]", "group")) {
            var values = answer.path("overlap." + part).entity(Map.class).get();
            assertThat(values).containsEntry("intersection", 0).containsEntry("union", 0);
            for (var value : List.of("jaccard", "overlapCoefficient", "expected", "lift", "pValue", "log10PValue")) {
                assertThat(values.get(value)).as(value).isNull();
            }
            assertThat(String.valueOf(values.get("reason"))).contains("The universe is empty.");
        }
    }

    @Test
    void onADayBeforeEverythingNobodySurelyIsIn() {
        var answer = overlap(Map.of(
                "organizations",
                List.of("c40", "gcom"),
                "universe",
                Map.of("size", 1),
                "allowIncomplete",
                true,
                "asOf",
                "0001-01-01"));
        answer.path("overlap.sets[*].size").entityList(Integer.class).containsExactly(0, 0);
        answer.path("overlap.sets[0].unknown").entity(Integer.class).isEqualTo(97);
        answer.path("overlap.pairs[0].expected").entity(Double.class).isEqualTo(0.0);
        answer.path("overlap.pairs[0].lift").valueIsNull();
        answer.path("overlap.pairs[0].pValue").entity(Double.class).isEqualTo(1.0);
    }

    private void refused(String document, Map<String, Object> variables, String message) {
        ask(document, variables)
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains(message)));
    }

    private List<String> runs(List<String> organizations) {
        try (var log = StatementLog.afterWrite(writer)) {
            overlap(Map.of("organizations", organizations)).path("overlap").hasValue();
            return log.runs();
        }
    }

    private GraphQlTester.Response incidence(Map<String, Object> variables) {
        return ask(INCIDENCE, variables);
    }

    private GraphQlTester.Response overlap(Map<String, Object> variables) {
        return ask(OVERLAP, variables);
    }

    private GraphQlTester.Response ask(String document, Map<String, @Nullable Object> variables) {
        var request = graphQl.document(document);
        new HashMap<>(variables).forEach(request::variable);
        return request.execute();
    }

    private void makeTwoNetworks() {
        write("""
                        CREATE (a:Entity:Agent:Organization {id: 'made-a', name: 'A', kind: 'NETWORK', sortName: 'a'}),
                               (b:Entity:Agent:Organization {id: 'made-b', name: 'B', kind: 'NETWORK', sortName: 'b'})
                        WITH a, b
                        UNWIND [
                          ['made-both', 'City', 'Made Both', a, 'MEMBER', 'IN_FORCE', '2020', null],
                          ['made-both', 'City', 'Made Both', b, 'SIGNATORY', null, '2021', null],
                          ['made-twice', 'Region', 'Made Twice', a, 'MEMBER', 'IN_FORCE', null, null],
                          ['made-twice', 'Region', 'Made Twice', a, 'SIGNATORY', 'IN_FORCE', null, null],
                          ['made-left', 'City', 'Left Only B', a, 'MEMBER', 'ENDED', '2019', '2022'],
                          ['made-left', 'City', 'Left Only B', b, 'MEMBER', 'IN_FORCE', '2021', null],
                          ['made-partner', 'City', 'Made Partner and B', a, 'OFFICIAL_PARTNER', 'IN_FORCE', null, null],
                          ['made-partner', 'City', 'Made Partner and B', b, 'MEMBER', 'IN_FORCE', '2021', null],
                          ['made-body', 'Organization', 'Made Body', a, 'MEMBER', 'IN_FORCE', null, null]
                        ] AS row
                        WITH row, row[0] + '.' + toLower(row[4]) + '.' + row[3].id AS id, row[3] AS organization
                        MERGE (member:Entity {id: row[0]})
                        SET member.name = row[2], member.sortName = toLower(row[2]), member.kind = 'CITY',
                            member.resolution = 'RESOLVED', member:Agent
                        FOREACH (each IN CASE row[1] WHEN 'City' THEN [1] ELSE [] END | SET member:LocalGovernment:City)
                        FOREACH (each IN CASE row[1] WHEN 'Region' THEN [1] ELSE [] END |
                          SET member:LocalGovernment:Region, member.kind = 'STATE')
                        FOREACH (each IN CASE row[1] WHEN 'Organization' THEN [1] ELSE [] END |
                          SET member:Organization, member.kind = 'BODY')
                        CREATE (member)-[:MEMBER_OF {membershipId: id, memberId: row[0], organizationId: organization.id,
                                 sortName: member.sortName, role: row[4], status: row[5],
                                 notBefore: date(row[6] + '-01-01'), notFrom: date(row[7] + '-12-31'),
                                 surelyFrom: date(row[6] + '-12-31'), surelyUntil: date(row[7] + '-01-01')}]->(organization)
                        WITH *
                        // seen in 2022
                        MATCH ()-[link:MEMBER_OF {membershipId: 'made-both.member.made-a'}]->()
                        SET link.surelyUntil = date('2022-01-02')
                        """);
    }

    private void write(String statement) {
        writer.write(transaction -> transaction.run(statement).consume());
    }

    @Test
    void seesWhatWasWrittenJustBefore() {
        makeTwoNetworks();
        var asked = Map.<String, @Nullable Object>of("organizations", List.of("made-a", "made-b"));
        overlap(asked).path("overlap.group.union").entity(Integer.class).isEqualTo(4);
        write("MATCH (:Entity {id: 'made-twice'})-[link:MEMBER_OF]->() SET link.status = 'ENDED'");
        overlap(asked).path("overlap.group.union").entity(Integer.class).isEqualTo(3);
    }

    @Test
    void comparesAllOfThemAtOnce() {
        var group = overlap(Map.of(
                "organizations",
                List.of("c40", "gcom", "race-to-zero"),
                "universe",
                Map.of("size", 1000),
                "allowIncomplete",
                true));
        group.path("overlap.group.intersection").entity(Integer.class).isEqualTo(63);
        group.path("overlap.group.union").entity(Integer.class).isEqualTo(268);
        group.path("overlap.group.lift")
                .entity(Double.class)
                .satisfies(lift -> assertThat(lift).isGreaterThan(1));
        group.path("overlap.group.pValue")
                .entity(Double.class)
                .satisfies(p -> assertThat(p).isBetween(0.0, 1e-20));
        group.path("overlap.group.measurable").entity(Boolean.class).isEqualTo(false);
        var without = overlap(Map.of("organizations", List.of("c40", "gcom", "race-to-zero")))
                .path("overlap.group");
        without.path("overlap.group.expected").valueIsNull();
        without.path("overlap.group.log10PValue").valueIsNull();
        without.path("overlap.group.reason")
                .entity(String.class)
                .satisfies(reason -> assertThat(reason).contains("No universe is named"));
    }
}
