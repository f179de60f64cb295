package io.throughline.analysis.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;

/** Which memberships count, tested with members made for the purpose. */
@GraphTest
class CountedMembersTests extends Comparing {

    @AfterEach
    void deleteCreatedData() {
        write("MATCH (made:Entity) WHERE made.id STARTS WITH 'made-' DETACH DELETE made");
    }

    @Test
    void countsEachMemberOnceWithoutFormerOrDeniedMembersAndOrganizations() {
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
                        + "No universe is given, so there is no expected value.");
    }

    @Test
    void distinguishesThreeStatesOnADay() {
        makeTwoNetworks();
        var variables = Map.<String, Object>of("organizations", List.of("made-a", "made-b"), "asOf", "2021-06-01");
        var answer = incidence(variables);
        // Made Both: in A since 2020 and seen in 2022; in B since some day of 2021. Made Left: in A until 2022.
        answer.path("incidence.rows[*].id")
                .entityList(String.class)
                .containsExactly("made-left", "made-both", "made-partner", "made-twice");
        answer.path("incidence.rows[*].values")
                .entityList(new ParameterizedTypeReference<List<Object>>() {})
                .satisfies(values ->
                        assertThat(values.toString()).isEqualTo("[[1, null], [1, null], [0, null], [null, 0]]"));
        answer.path("incidence.rows[1].sets").entityList(String.class).containsExactly("made-a");
        answer.path("incidence.columns[*].recorded").entityList(Integer.class).containsExactly(2, 0);
        answer.path("incidence.columns[*].unknown").entityList(Integer.class).containsExactly(1, 3);
        answer.path("incidence.asOf").entity(String.class).isEqualTo("2021-06-01");
        var overlap = overlap(variables);
        overlap.path("overlap.sets[*].size").entityList(Integer.class).containsExactly(2, 0);
        overlap.path("overlap.sets[*].unknown").entityList(Integer.class).containsExactly(1, 3);
        incidence(Map.of("organizations", List.of("made-a"), "asOf", "1850-01-01"))
                .path("incidence.rows[*].id")
                .entityList(String.class)
                .containsExactly("made-twice");
    }

    @Test
    void seesPrecedingWrites() {
        makeTwoNetworks();
        var variables = Map.<String, @Nullable Object>of("organizations", List.of("made-a", "made-b"));
        overlap(variables).path("overlap.group.union").entity(Integer.class).isEqualTo(4);
        write("MATCH (:Entity {id: 'made-twice'})-[link:MEMBER_OF]->() SET link.status = 'ENDED', link.lapsed = true");
        overlap(variables).path("overlap.group.union").entity(Integer.class).isEqualTo(3);
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
                                 lapsed: CASE row[5] WHEN 'ENDED' THEN true END,
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
}
