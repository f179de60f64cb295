package io.throughline.analysis.path;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class PathsTests {

    private static final String PATHS = """
            query($from: ID!, $to: ID!, $maxLength: Int, $roles: [MembershipRole!], $asOf: Date) {
              paths(from: $from, to: $to, maxLength: $maxLength, roles: $roles, asOf: $asOf) {
                cutOff
                note
                paths { length steps { from { id } to { id } holds memberships { id role } } }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @AfterEach
    void deleteCreatedData() {
        driver.executableQuery("MATCH (made:Entity) WHERE made.id STARTS WITH 'made-' DETACH DELETE made")
                .execute();
    }

    @Test
    void findsEveryPathFromUclgAspacToRaceToZeroShortestFirst() {
        var answer =
                graphQl.documentName("09-paths-from-uclg-aspac-to-race-to-zero").execute();
        assertThat(paths(answer))
                .startsWith(
                        "-SECRETARIAT-> gcom -CO_ORGANISER+PARTNER-> cities-race-to-zero -TRACK-> race-to-zero",
                        "-SECTION-> uclg -CO_ORGANISER+PARTNER-> cities-race-to-zero -TRACK-> race-to-zero")
                .containsExactlyInAnyOrder(
                        "-SECRETARIAT-> gcom -CO_ORGANISER+PARTNER-> cities-race-to-zero -TRACK-> race-to-zero",
                        "-SECTION-> uclg -CO_ORGANISER+PARTNER-> cities-race-to-zero -TRACK-> race-to-zero",
                        "-SECRETARIAT-> gcom -CO_ORGANISER-> cities-race-to-resilience -SIBLING-> cities-race-to-zero -TRACK-> race-to-zero",
                        "-SECRETARIAT-> gcom -CO_ORGANISER-> cities-race-to-resilience -PARTNER+TRACK-> race-to-resilience -SIBLING-> race-to-zero",
                        "-COLLABORATOR-> iclei-asia-pacific-offices -SECTION-> iclei -CO_ORGANISER+PARTNER-> cities-race-to-zero -TRACK-> race-to-zero",
                        "-COLLABORATOR-> iclei-asia-pacific-offices -SECTION-> iclei -SUPPORTER-> ramcc -PARTNER-> race-to-zero",
                        "-SECTION-> uclg -CO_ORGANISER-> cities-race-to-resilience -SIBLING-> cities-race-to-zero -TRACK-> race-to-zero",
                        "-SECTION-> uclg -CO_ORGANISER-> cities-race-to-resilience -PARTNER+TRACK-> race-to-resilience -SIBLING-> race-to-zero",
                        "-SECTION-> uclg -SUPPORTER-> gcom -CO_ORGANISER+PARTNER-> cities-race-to-zero -TRACK-> race-to-zero");
        answer.path("paths.cutOff").entity(Boolean.class).isEqualTo(false);
        answer.path("paths.note")
                .entity(String.class)
                .isEqualTo("Assembled from separate memberships; no source states a whole path.");
        answer.path("paths.paths[*].steps[*].memberships[*].claims.nodes")
                .entityList(new ParameterizedTypeReference<List<Object>>() {})
                .satisfies(claims ->
                        assertThat(claims).allSatisfy(each -> assertThat(each).isNotEmpty()));
    }

    @Test
    void followsFoundersAndSeatsOnACouncilOnlyOnRequest() {
        assertThat(paths(ask("uclg", "gcom", 4, null, null))).containsExactly("-SUPPORTER-> gcom");
        assertThat(paths(ask("uclg", "gcom", 4, List.of("FOUNDER"), null))).isEmpty();
        assertThat(paths(ask("uclg", "gcom", 4, List.of("BOARD_MEMBER"), null)))
                .containsExactly("-BOARD_MEMBER-> gcom");
        assertThat(paths(ask("boston", "carbon-neutral-cities-alliance", 1, List.of("FOUNDER"), null)))
                .containsExactly("-FOUNDER-> carbon-neutral-cities-alliance");
    }

    @Test
    void followsSiblingsInBothDirections() {
        assertThat(paths(ask("race-to-resilience", "race-to-zero", 1, null, null)))
                .containsExactly("-SIBLING-> race-to-zero");
        assertThat(paths(ask("race-to-zero", "race-to-resilience", 1, null, null)))
                .containsExactly("-SIBLING-> race-to-resilience");
    }

    @Test
    void findsNoPathDownwards() {
        assertThat(paths(ask("race-to-zero", "uclg-aspac", 6, null, null))).isEmpty();
    }

    @Test
    void leavesOutMembershipsBeginningAfterTheDayAndFlagsUndatedOnes() {
        assertThat(paths(ask("jci-race-to-zero-circle", "race-to-zero", 1, null, "2019-06-01")))
                .isEmpty();
        ask("jci-race-to-zero-circle", "race-to-zero", 1, null, "2023-01-01")
                .path("paths.paths[0].steps[0].holds")
                .entity(String.class)
                .isEqualTo("HOLDS");
        ask("uclg-aspac", "uclg", 1, null, "2021-01-01")
                .path("paths.paths[0].steps[0].holds")
                .entity(String.class)
                .isEqualTo("UNKNOWN");
        ask("uclg-aspac", "uclg", 1, null, null)
                .path("paths.paths[0].steps[0].holds")
                .valueIsNull();
    }

    @ParameterizedTest
    @CsvSource({"race-to-zero, race-to-zero", "US-MA, race-to-zero", "claim-4.03, race-to-zero"})
    void findsNoPathForNonAgentsOrEqualEnds(String from, String to) {
        var answer = ask(from, to, 6, null, null);
        assertThat(paths(answer)).isEmpty();
        answer.path("paths.cutOff").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void findsNothingWithoutRoles() {
        assertThat(paths(ask("uclg-aspac", "race-to-zero", 4, List.of(), null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 7, Integer.MAX_VALUE})
    void rejectsALengthOutOfRange(int maxLength) {
        graphQl.document(PATHS)
                .variable("from", "uclg-aspac")
                .variable("to", "race-to-zero")
                .variable("maxLength", maxLength)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getMessage())
                            .isEqualTo("maxLength is %d; expected a whole number from 1 to 6".formatted(maxLength));
                    assertThat(error.getExtensions())
                            .containsEntry("code", "BAD_ARGUMENT")
                            .containsEntry("argument", "maxLength");
                }));
    }

    @Test
    void terminatesOnCircularMemberships() {
        make(3, "RETURN each AS member, (each + 1) % 3 AS organization", "SECTION", "IN_FORCE");
        assertThat(paths(ask("made-0", "made-2", 6, null, null)))
                .containsExactly("-SECTION-> made-1 -SECTION-> made-2");
        assertThat(paths(ask("made-0", "race-to-zero", 6, null, null))).isEmpty();
    }

    @Test
    void doesNotFollowDeniedOrEndedMemberships() {
        make(2, "WITH each WHERE each = 0 RETURN each AS member, 1 AS organization", "MEMBER", "NOT_MEMBER");
        assertThat(paths(ask("made-0", "made-1", 1, null, null))).isEmpty();
        assertThat(paths(ask("made-0", "made-1", 1, null, "2021-01-01"))).isEmpty();
        driver.executableQuery(
                        "MATCH ()-[made:MEMBER_OF {membershipId: 'made-0-1'}]->() SET made.status = 'ENDED', made.lapsed = true")
                .execute();
        assertThat(paths(ask("made-0", "made-1", 1, null, null))).isEmpty();
        assertThat(paths(ask("made-0", "made-1", 1, null, "2021-01-01"))).hasSize(1);
    }

    @Tag("full") // writes fifty thousand members
    @Test
    void passesAHubWithoutReadingItsFiftyThousandMembers() {
        make(50_001, "WITH each WHERE each > 0 RETURN each AS member, 0 AS organization", "MEMBER", "IN_FORCE");
        var answer = ask("made-7", "made-0", 6, null, null);
        assertThat(paths(answer)).containsExactly("-MEMBER-> made-0");
        answer.path("paths.cutOff").entity(Boolean.class).isEqualTo(false);
        assertThat(paths(ask("made-0", "made-7", 6, null, null))).isEmpty();
    }

    @Tag("full") // adds and removes thousands of collaborators
    @Test
    void findsTheEndDespiteCuttingOffAHubWithThousandsOfCollaborators() {
        make(3_001, "WITH each WHERE each > 0 RETURN each AS member, 0 AS organization", "COLLABORATOR", "IN_FORCE");
        var answer = ask("made-7", "made-2999", 6, null, null);
        assertThat(paths(answer)).containsExactly("-COLLABORATOR-> made-0 -COLLABORATOR-> made-2999");
        answer.path("paths.cutOff").entity(Boolean.class).isEqualTo(true);
        answer.path("paths.note")
                .entity(String.class)
                .satisfies(note -> assertThat(note).endsWith("The search was cut off: there may be more."));
    }

    /**
     * Creates organizations {@code made-0}, {@code made-1} and so on, with a membership for each row returned by the
     * rule.
     */
    private void make(int count, String rule, String role, String status) {
        driver.executableQuery("""
                        UNWIND range(0, $count - 1) AS each
                        CREATE (:Entity:Agent:Organization:Network {id: 'made-' + each, name: 'Made', sortName: 'made', kind: 'NETWORK'})
                        """).withParameters(Map.of("count", count)).execute();
        driver.executableQuery("""
                        UNWIND range(0, $count - 1) AS each
                        CALL (each) { %s }
                        WITH 'made-' + member AS memberId, 'made-' + organization AS organizationId, 'made-' + member + '-' + organization AS id
                        MATCH (member:Entity {id: memberId})
                        MATCH (organization:Entity {id: organizationId})
                        CREATE (member)<-[:MEMBER]-(:Entity:Membership {
                          id: id, memberId: memberId, organizationId: organizationId, role: $role, status: $status,
                          strength: 'STATED', sourceCount: 1
                        })-[:ORGANIZATION]->(organization)
                        CREATE (member)-[:MEMBER_OF {
                          membershipId: id, memberId: memberId, organizationId: organizationId, role: $role, status: $status,
                          sortName: 'made'
                        }]->(organization)
                        """.formatted(rule))
                .withParameters(Map.of("count", count, "role", role, "status", status))
                .execute();
    }

    private GraphQlTester.Response ask(
            String from, String to, int maxLength, @Nullable List<String> roles, @Nullable String asOf) {
        return graphQl.document(PATHS)
                .variable("from", from)
                .variable("to", to)
                .variable("maxLength", maxLength)
                .variable("roles", roles)
                .variable("asOf", asOf)
                .execute();
    }

    private static List<String> paths(GraphQlTester.Response answer) {
        return answer.path("paths.paths").entityList(FoundPath.class).get().stream()
                .map(path -> path.steps().stream()
                        .map(step -> "-%s-> %s"
                                .formatted(
                                        step.memberships().stream()
                                                .map(Tie::role)
                                                .collect(joining("+")),
                                        step.to().id()))
                        .collect(joining(" ")))
                .toList();
    }

    private record FoundPath(List<Step> steps) {}

    private record Step(Agent to, List<Tie> memberships) {}

    private record Agent(String id) {}

    private record Tie(String role) {}
}
