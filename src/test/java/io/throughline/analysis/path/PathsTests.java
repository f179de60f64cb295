package io.throughline.analysis.path;

import static io.throughline.analysis.path.MadeMembership.inForce;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import java.util.List;
import java.util.stream.IntStream;
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
            query(
              $from: ID!, $to: ID!, $direction: PathDirection, $maxLength: Int, $maxPaths: Int, $roles: [MembershipRole!], $asOf: Date
            ) {
              paths(
                from: $from, to: $to, direction: $direction, maxLength: $maxLength, maxPaths: $maxPaths, roles: $roles, asOf: $asOf
              ) {
                cutOff
                note
                paths { length steps { direction from { id } to { id } holds memberships { id role } } }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @AfterEach
    void deleteCreatedData() {
        MadeMembership.deleteAll(driver);
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
    void connectsTwoCitiesByTheNetworksTheyShare() {
        var answer =
                graphQl.documentName("26-how-boston-and-bogota-are-connected").execute();
        assertThat(paths(answer))
                .containsExactly(
                        "-MEMBER-> c40 <-MEMBER- bogota",
                        "-SIGNATORY-> gcom <-SIGNATORY- bogota",
                        "-MEMBER-> race-to-zero <-MEMBER- bogota");
        answer.path("paths.cutOff").entity(Boolean.class).isEqualTo(false);
        assertNote(
                answer,
                "Assembled from separate memberships; no source states a whole path. Only the shortest are listed.");
        answer.path("paths.paths[*].steps[*].memberships[*].claims.nodes")
                .entityList(new ParameterizedTypeReference<List<Object>>() {})
                .satisfies(claims ->
                        assertThat(claims).allSatisfy(each -> assertThat(each).isNotEmpty()));
    }

    @Test
    void connectsTheSameAgentsInTheOtherDirection() {
        assertThat(paths(connections("bogota", "boston")))
                .containsExactly(
                        "-MEMBER-> c40 <-MEMBER- boston",
                        "-SIGNATORY-> gcom <-SIGNATORY- boston",
                        "-MEMBER-> race-to-zero <-MEMBER- boston");
    }

    @Test
    void readsTheConnectionOfTwoCitiesWithOneStatement() {
        var document = """
                {
                  paths(from: "boston", to: "bogota", direction: ANY) {
                    paths { steps { from { id name } to { id name } memberships { role viaStatus } } }
                  }
                }
                """;
        try (var log = new StatementLog()) {
            graphQl.document(document).executeAndVerify();
            assertThat(log.runs())
                    .contains("path/memberships-of-agents ×1")
                    .allMatch(run -> List.of("path/memberships-of-agents ×1", "entity/entities-by-id ×1")
                            .contains(run));
        }
    }

    @Test
    void connectsNetworksByWhatTheyBelongToAndByTheirMembers() {
        var answer = connections("c40", "iclei");
        assertThat(paths(answer))
                .startsWith(
                        "-CO_ORGANISER-> cities-race-to-resilience <-CO_ORGANISER- iclei",
                        "-CO_ORGANISER+PARTNER-> cities-race-to-zero <-CO_ORGANISER+PARTNER- iclei")
                .contains("<-MEMBER- auckland -MEMBER-> iclei");
        answer.path("paths.paths[*].length")
                .entityList(Integer.class)
                .satisfies(lengths -> assertThat(lengths).containsOnly(2));
        answer.path("paths.cutOff").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void listsAsManyConnectionsAsWantedAndReportsTheCut() {
        var answer = ask("ANY", "boston", "bogota", 4, 2, null, null);
        assertThat(paths(answer))
                .containsExactly("-MEMBER-> c40 <-MEMBER- bogota", "-SIGNATORY-> gcom <-SIGNATORY- bogota");
        answer.path("paths.cutOff").entity(Boolean.class).isEqualTo(true);
        assertNote(
                answer,
                "Assembled from separate memberships; no source states a whole path. Only the shortest are listed. "
                        + "The search was cut off: there may be more.");
    }

    @Test
    void saysWhyNothingConnects() {
        MadeMembership.write(
                driver,
                6,
                List.of(
                        inForce(0, 1, "MEMBER"),
                        inForce(2, 3, "MEMBER"),
                        new MadeMembership(4, 1, "MEMBER", "IN_FORCE", true),
                        inForce(5, 1, "FOUNDER")));
        assertNote(
                connections("made-0", "made-2"),
                "No path of at most 4 steps is recorded. \"Not recorded\" does not mean \"not connected\".");
        assertNote(
                connections("made-0", "made-4"),
                "made-4 has no recorded membership in these roles that has not ended. "
                        + "\"Not recorded\" does not mean \"not connected\".");
        assertNote(
                connections("made-5", "made-4"),
                "made-5 has no recorded membership in these roles that has not ended. "
                        + "made-4 has no recorded membership in these roles that has not ended. "
                        + "\"Not recorded\" does not mean \"not connected\".");
        assertNote(
                connections("made-0", "made-0"),
                "`from` and `to` are the same agent, so there is no path between them.");
        assertNote(
                connections("US-MA", "made-0"),
                "US-MA is not an agent; only cities, regions and organizations have memberships.");
        assertNote(
                ask("made-5", "made-2", 1, null, "2021-05-01"),
                "made-5 has no recorded membership in these roles that may have held on 2021-05-01. "
                        + "made-2 has no recorded members. \"Not recorded\" does not mean \"not connected\". "
                        + "`direction: ANY` also finds paths that go down.");
        assertThat(paths(ask("ANY", "made-5", "made-0", 2, null, List.of("FOUNDER", "MEMBER"), null)))
                .containsExactly("-FOUNDER-> made-1 <-MEMBER- made-0");
        assertThat(paths(ask("ANY", "made-4", "made-0", 2, null, null, "2021-05-01")))
                .containsExactly("-MEMBER-> made-1 <-MEMBER- made-0");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201})
    void rejectsANumberOfPathsOutOfRange(int maxPaths) {
        graphQl.document(PATHS)
                .variable("from", "boston")
                .variable("to", "bogota")
                .variable("maxPaths", maxPaths)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage())
                                .isEqualTo(
                                        "maxPaths is %d; expected a whole number from 1 to 200".formatted(maxPaths))));
    }

    @Tag("full") // writes twelve thousand members
    @Test
    void connectsTwoHubsWithoutReadingAllTheirMembers() {
        // made-0 has 6,000 members, and so has made-6001; made-1 is in both
        var memberships = IntStream.rangeClosed(1, 12_000)
                .mapToObj(member -> inForce(member == 6_001 ? 1 : member, member <= 6_000 ? 0 : 6_001, "MEMBER"))
                .toList();
        MadeMembership.write(driver, 12_001, memberships);
        assertThat(paths(connections("made-7", "made-9"))).containsExactly("-MEMBER-> made-0 <-MEMBER- made-9");
        connections("made-7", "made-9")
                .path("paths.cutOff")
                .entity(Boolean.class)
                .isEqualTo(false);
        var hubs = connections("made-0", "made-6001");
        assertThat(paths(hubs)).containsExactly("<-MEMBER- made-1 -MEMBER-> made-6001");
        hubs.path("paths.cutOff").entity(Boolean.class).isEqualTo(true);
        var members = connections("made-7", "made-7000");
        assertThat(paths(members))
                .containsExactly("-MEMBER-> made-0 <-MEMBER- made-1 -MEMBER-> made-6001 <-MEMBER- made-7000");
        assertNote(connections("made-0", "c40"), "No path was found, but the search was cut off: there may be some.");
    }

    @Test
    void terminatesOnCircularMemberships() {
        MadeMembership.write(
                driver, 3, List.of(inForce(0, 1, "SECTION"), inForce(1, 2, "SECTION"), inForce(2, 0, "SECTION")));
        assertThat(paths(ask("made-0", "made-2", 6, null, null)))
                .containsExactly("-SECTION-> made-1 -SECTION-> made-2");
        assertThat(paths(ask("made-0", "race-to-zero", 6, null, null))).isEmpty();
    }

    @Test
    void doesNotFollowDeniedOrEndedMemberships() {
        MadeMembership.write(driver, 2, List.of(new MadeMembership(0, 1, "MEMBER", "NOT_MEMBER", false)));
        assertThat(paths(ask("made-0", "made-1", 1, null, null))).isEmpty();
        assertThat(paths(ask("made-0", "made-1", 1, null, "2021-01-01"))).isEmpty();
        driver.executableQuery(
                        "MATCH ()-[made:MEMBER_OF {membershipId: 'made-0-1-MEMBER'}]->() SET made.status = 'ENDED', made.lapsed = true")
                .execute();
        assertThat(paths(ask("made-0", "made-1", 1, null, null))).isEmpty();
        assertThat(paths(ask("made-0", "made-1", 1, null, "2021-01-01"))).hasSize(1);
    }

    @Tag("full") // writes fifty thousand members
    @Test
    void passesAHubWithoutReadingItsFiftyThousandMembers() {
        makeHub(50_000, "MEMBER");
        var answer = ask("made-7", "made-0", 6, null, null);
        assertThat(paths(answer)).containsExactly("-MEMBER-> made-0");
        answer.path("paths.cutOff").entity(Boolean.class).isEqualTo(false);
        assertThat(paths(ask("made-0", "made-7", 6, null, null))).isEmpty();
    }

    @Tag("full") // adds and removes thousands of collaborators
    @Test
    void findsTheEndDespiteCuttingOffAHubWithThousandsOfCollaborators() {
        makeHub(3_000, "COLLABORATOR");
        var answer = ask("made-7", "made-2999", 6, null, null);
        assertThat(paths(answer)).containsExactly("-COLLABORATOR-> made-0 -COLLABORATOR-> made-2999");
        answer.path("paths.cutOff").entity(Boolean.class).isEqualTo(true);
        answer.path("paths.note")
                .entity(String.class)
                .satisfies(note -> assertThat(note).endsWith("The search was cut off: there may be more."));
    }

    /** Creates {@code made-0} with so many members. */
    private void makeHub(int members, String role) {
        MadeMembership.write(
                driver,
                members + 1,
                IntStream.rangeClosed(1, members)
                        .mapToObj(member -> inForce(member, 0, role))
                        .toList());
    }

    private GraphQlTester.Response ask(
            String from, String to, int maxLength, @Nullable List<String> roles, @Nullable String asOf) {
        return ask("UP", from, to, maxLength, null, roles, asOf);
    }

    private GraphQlTester.Response connections(String from, String to) {
        return ask("ANY", from, to, 4, null, null, null);
    }

    private GraphQlTester.Response ask(
            String direction,
            String from,
            String to,
            int maxLength,
            @Nullable Integer maxPaths,
            @Nullable List<String> roles,
            @Nullable String asOf) {
        return graphQl.document(PATHS)
                .variable("from", from)
                .variable("to", to)
                .variable("direction", direction)
                .variable("maxLength", maxLength)
                .variable("maxPaths", maxPaths)
                .variable("roles", roles)
                .variable("asOf", asOf)
                .execute();
    }

    private static void assertNote(GraphQlTester.Response answer, String note) {
        answer.path("paths.note").entity(String.class).isEqualTo(note);
    }

    private static List<String> paths(GraphQlTester.Response answer) {
        return answer.path("paths.paths").entityList(FoundPath.class).get().stream()
                .map(path -> path.steps().stream()
                        .map(step -> ("DOWN".equals(step.direction()) ? "<-%s- %s" : "-%s-> %s")
                                .formatted(
                                        step.memberships().stream()
                                                .map(Tie::role)
                                                .collect(joining("+")),
                                        step.to().id()))
                        .collect(joining(" ")))
                .toList();
    }

    private record FoundPath(List<Step> steps) {}

    private record Step(@Nullable String direction, Agent to, List<Tie> memberships) {}

    private record Agent(String id) {}

    private record Tie(String role) {}
}
