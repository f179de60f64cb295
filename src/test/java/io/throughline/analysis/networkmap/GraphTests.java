package io.throughline.analysis.networkmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class GraphTests {

    private static final String GRAPH = """
            query($roots: [ID!]!, $depth: Int, $roles: [MembershipRole!], $membershipsAs: MembershipShape,
                  $mergeParallel: Boolean, $asOf: Date, $maxNodes: Int) {
              graph(roots: $roots, depth: $depth, roles: $roles, membershipsAs: $membershipsAs,
                    mergeParallel: $mergeParallel, asOf: $asOf, maxNodes: $maxNodes) {
                nodes {
                  id label kind weight degree bipartite distance coordinates
                  attributes { id longitude latitude }
                  entity { id }
                }
                edges {
                  id source target label role weight undirected parallelIndex parallelCount start end status holds via
                  sourceCount leg legCount
                  attributes { id source target role leg }
                  memberships { id sourceCount }
                }
                stats { nodeCount edgeCount agentsLeftOut membershipsLeftOut cutOff note membershipsAs legend }
                citation
              }
            }
            """;

    private static final String SHARED = """
            query($minShared: Int) {
              graph(roots: ["race-to-zero"], depth: 2, roles: [MEMBER, SIGNATORY], membershipsAs: SHARED,
                    minShared: $minShared) {
                nodes { id kind }
                edges { id weight undirected role holds via sourceCount memberships { id } }
                arcs { from { id coordinates } to { id coordinates } }
                stats { edgeCount arcsLeftOut }
              }
            }
            """;

    private static final List<String> THROUGH_A_PARTNER =
            List.of("race-to-resilience", "basque-centre-for-climate-change");

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @Test
    void drawsTheNeighboursAndTheirMutualTies() {
        var answer = graph(Map.of("roots", List.of("jci-race-to-zero-circle")));
        assertThat(maps(answer, "graph.nodes"))
                .extracting(n -> n.get("id"), n -> n.get("kind"), n -> n.get("distance"), n -> n.get("bipartite"))
                .containsExactly(
                        tuple("jci-race-to-zero-circle", "BODY", 0, 1),
                        tuple("race-to-zero", "CAMPAIGN", 1, 1),
                        tuple("jci", "NETWORK", 1, 1));
        assertThat(maps(answer, "graph.edges"))
                .extracting(e -> e.get("source"), e -> e.get("target"), e -> e.get("role"), e -> e.get("start"))
                .containsExactly(
                        tuple("jci-race-to-zero-circle", "race-to-zero", "OFFICIAL_PARTNER", "2020-12-17"),
                        tuple("jci-race-to-zero-circle", "jci", "SECTION", null));
        answer.path("graph.stats.cutOff").entity(Boolean.class).isEqualTo(false);
        answer.path("graph.stats.note")
                .entity(String.class)
                .isEqualTo("Everything recorded within the requested depth.");
        answer.path("graph.citation")
                .entity(String.class)
                .satisfies(text -> assertThat(text).startsWith("Throughline"));
        answer.path("graph.edges[0].attributes.source").entity(String.class).isEqualTo("jci-race-to-zero-circle");
    }

    @Test
    void drawsOnlyTheRootsAndTheirTiesAtDepthZero() {
        var answer = graph(Map.of("roots", List.of("boston", "c40", "boston"), "depth", 0));
        assertThat(maps(answer, "graph.nodes")).extracting(n -> n.get("id")).containsExactly("boston", "c40");
        assertThat(maps(answer, "graph.edges")).extracting(e -> e.get("id")).containsExactly("boston.member.c40");
        assertThat(maps(answer, "graph.nodes").get(0))
                .containsEntry("degree", 1)
                .containsEntry("bipartite", 0)
                .satisfies(boston -> assertThat((List<?>) boston.get("coordinates"))
                        .satisfiesExactly(
                                longitude -> assertThat((Double) longitude).isBetween(-71.2, -70.9),
                                latitude -> assertThat((Double) latitude).isBetween(42.2, 42.5)));
        assertThat(maps(answer, "graph.nodes").get(1).get("coordinates")).isNull();
    }

    @Test
    void keepsTheBestConnectedAndReportsWhatIsLeftOut() {
        var whole = graph(Map.of("roots", List.of("c40")));
        var all = maps(whole, "graph.nodes").stream().map(n -> n.get("id")).toList();
        var cut = graph(Map.of("roots", List.of("c40"), "depth", 2, "maxNodes", 10));
        assertThat(maps(cut, "graph.nodes")).extracting(n -> n.get("id")).isEqualTo(all.subList(0, 10));
        assertThat(maps(whole, "graph.nodes").subList(1, all.size()))
                .extracting(n -> -(double) Objects.requireNonNull(n.get("weight")))
                .isSorted();
        cut.path("graph.stats.agentsLeftOut").entity(Integer.class).isEqualTo(all.size() - 10);
        cut.path("graph.stats.cutOff").entity(Boolean.class).isEqualTo(true);
        cut.path("graph.stats.note")
                .entity(String.class)
                .isEqualTo(
                        "Cut off: %d agents are left out (those with the fewest ties), and everything beyond them; 0 memberships between the agents shown are left out."
                                .formatted(all.size() - 10));
        // exactly as many as fit: everything beyond them is still left out
        graph(Map.of("roots", List.of("c40"), "depth", 2, "maxNodes", all.size()))
                .path("graph.stats.agentsLeftOut")
                .entity(Integer.class)
                .satisfies(count -> assertThat(count).isPositive());
    }

    @Test
    void numbersOrMergesParallelMemberships() {
        var roots = List.of("c40", "cities-race-to-zero");
        assertThat(maps(graph(Map.of("roots", roots, "depth", 0)), "graph.edges"))
                .extracting(e -> e.get("role"), e -> e.get("parallelIndex"), e -> e.get("parallelCount"))
                .containsExactly(tuple("CO_ORGANISER", 0, 2), tuple("PARTNER", 1, 2));
        var merged = maps(graph(Map.of("roots", roots, "depth", 0, "mergeParallel", true)), "graph.edges");
        assertThat(merged).singleElement().satisfies(edge -> {
            assertThat(edge)
                    .containsEntry("id", "c40>cities-race-to-zero")
                    .containsEntry("label", "co organiser, partner")
                    .containsEntry("role", null)
                    .containsEntry("weight", 2.0)
                    .containsEntry("parallelCount", 1)
                    .containsEntry("sourceCount", 5);
            assertThat((List<?>) edge.get("memberships")).hasSize(2);
        });
    }

    @Test
    void tiesMembersBySharedOrganizations() {
        var edges = maps(shared(8), "graph.edges");
        assertThat(edges).hasSize(5).first().satisfies(edge -> {
            assertThat(edge)
                    .containsEntry("id", "barcelona+milan")
                    .containsEntry("weight", 8.0)
                    .containsEntry("undirected", true)
                    .containsEntry("role", null)
                    .containsEntry("holds", null)
                    .containsEntry("sourceCount", 13)
                    .containsEntry(
                            "via",
                            List.of(
                                    "c40",
                                    "covenant-of-mayors-europe",
                                    "eu-cities-mission",
                                    "eu-mission-label",
                                    "eurocities",
                                    "gcom",
                                    "mcr2030-resilience-hubs",
                                    "race-to-zero"));
            assertThat((List<?>) edge.get("memberships")).hasSize(16);
        });
        assertThat(maps(shared(8), "graph.nodes"))
                .hasSize(302)
                .extracting(n -> n.get("kind"))
                .containsOnly("CITY", "REGION");
    }

    @Test
    void arcsHaveCoordinatesAtBothEnds() {
        var answer = shared(3);
        answer.path("graph.stats.edgeCount").entity(Integer.class).isEqualTo(5902);
        answer.path("graph.stats.arcsLeftOut").entity(Integer.class).isEqualTo(626);
        assertThat(maps(answer, "graph.arcs"))
                .hasSize(5902 - 626)
                .allSatisfy(arc -> assertThat(List.of(end(arc, "from"), end(arc, "to")))
                        .allSatisfy(end -> assertThat(end.get("coordinates")).isNotNull()));
        assertThat(maps(graph(Map.of("roots", List.of("c40"))), "graph.edges")).isNotEmpty();
        graphQl.document("{ graph(roots: [\"c40\"]) { arcs { id } } }")
                .execute()
                .path("graph.arcs")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void rejectsMorePairsThanCanBeDrawn() {
        graphQl.document(SHARED)
                .variable("minShared", 1)
                .execute()
                .errors()
                .satisfy(
                        errors -> assertThat(errors)
                                .singleElement()
                                .satisfies(
                                        error -> assertThat(error.getMessage())
                                                .isEqualTo(
                                                        "minShared is 1; expected a larger number: 45451 pairs share that many, and at most 20000 are drawn")));
        graphQl.document(SHARED)
                .variable("minShared", 0)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage())
                                .isEqualTo("minShared is 0; expected a whole number from 1")));
    }

    private GraphQlTester.Response shared(int fewest) {
        return graphQl.document(SHARED).variable("minShared", fewest).execute();
    }

    private static Map<?, ?> end(Map<String, Object> edge, String name) {
        return (Map<?, ?>) Objects.requireNonNull(edge.get(name));
    }

    @Test
    void membershipsAsNodesMakeTheMapBipartite() {
        var answer = graph(Map.of("roots", List.of("c40", "cities-race-to-zero"), "depth", 0, "membershipsAs", "NODE"));
        assertThat(maps(answer, "graph.nodes"))
                .extracting(n -> n.get("id"), n -> n.get("kind"), n -> n.get("bipartite"), n -> n.get("degree"))
                .containsExactly(
                        tuple("c40", "NETWORK", 0, 2),
                        tuple("cities-race-to-zero", "CAMPAIGN", 0, 2),
                        tuple("c40.co-organiser.cities-race-to-zero", "MEMBERSHIP", 1, 2),
                        tuple("c40.partner.cities-race-to-zero", "MEMBERSHIP", 1, 2));
        assertThat(maps(answer, "graph.edges"))
                .extracting(e -> e.get("id"), e -> e.get("label"))
                .containsExactly(
                        tuple("c40.co-organiser.cities-race-to-zero#member", "member"),
                        tuple("c40.co-organiser.cities-race-to-zero#organization", "organization"),
                        tuple("c40.partner.cities-race-to-zero#member", "member"),
                        tuple("c40.partner.cities-race-to-zero#organization", "organization"));
        answer.path("graph.nodes[2].entity.id").entity(String.class).isEqualTo("c40.co-organiser.cities-race-to-zero");
    }

    @Test
    void tiesAMembershipNodeToTheShownPartners() {
        var roots = List.of("race-to-resilience", "regionsadapt", "basque-centre-for-climate-change");
        assertThat(maps(graph(Map.of("roots", roots, "depth", 0, "membershipsAs", "NODE")), "graph.edges"))
                .filteredOn(edge -> "via".equals(edge.get("label")))
                .singleElement()
                .satisfies(edge -> assertThat(edge)
                        .containsEntry("target", "regionsadapt")
                        .containsEntry("via", List.of("regionsadapt")));
    }

    @Test
    void aRootThatIsAPartnerBringsTheMembersThatComeThroughIt() {
        var answer = graph(Map.of("roots", List.of("regionsadapt")));
        var brought = maps(answer, "graph.edges").stream()
                .filter(edge -> List.of("regionsadapt").equals(edge.get("via")))
                .toList();
        assertThat(brought).hasSize(55).extracting(edge -> edge.get("target")).containsOnly("race-to-resilience");
        var distances = new HashMap<Object, Object>();
        maps(answer, "graph.nodes").forEach(node -> distances.put(node.get("id"), node.get("distance")));
        assertThat(distances).containsEntry("regionsadapt", 0).containsEntry("race-to-resilience", 1);
        assertThat(brought).allSatisfy(edge -> assertThat(distances).containsEntry(edge.get("source"), 1));
        answer.path("graph.stats.cutOff").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void aMemberAndAnOrganizationBringThePartners() {
        for (var root : THROUGH_A_PARTNER) {
            assertThat(maps(graph(Map.of("roots", List.of(root))), "graph.nodes"))
                    .extracting(node -> node.get("id"), node -> node.get("distance"))
                    .contains(tuple("regionsadapt", 1));
        }
    }

    @Test
    void anyShownMembershipBringsItsPartnersAsFarAsThereIsRoom() {
        var answer = graph(Map.of("roots", THROUGH_A_PARTNER, "depth", 0));
        assertThat(maps(answer, "graph.nodes"))
                .extracting(node -> node.get("id"), node -> node.get("distance"))
                .contains(tuple("regionsadapt", 1));
        answer.path("graph.stats.agentsLeftOut").entity(Integer.class).isEqualTo(0);
        var cut = graph(Map.of("roots", THROUGH_A_PARTNER, "depth", 0, "maxNodes", 2, "membershipsAs", "CHAIN"));
        cut.path("graph.stats.agentsLeftOut").entity(Integer.class).isEqualTo(1);
        // a chain without its partner would be another one
        assertThat(maps(cut, "graph.edges"))
                .singleElement()
                .satisfies(edge -> assertThat(edge)
                        .containsEntry("source", "basque-centre-for-climate-change")
                        .containsEntry("target", "race-to-resilience")
                        .containsEntry("label", "member")
                        .containsEntry("via", List.of("regionsadapt"))
                        .containsEntry("leg", null));
    }

    @Test
    void drawsAMembershipAsAChainThroughItsPartner() {
        var answer = graph(Map.of("roots", THROUGH_A_PARTNER, "depth", 0, "membershipsAs", "CHAIN"));
        var membership = "basque-centre-for-climate-change.member.race-to-resilience.via.regionsadapt";
        var legs = maps(answer, "graph.edges").stream()
                .filter(edge -> edge.get("leg") != null)
                .toList();
        assertThat(legs)
                .extracting(e -> e.get("source"), e -> e.get("target"), e -> e.get("leg"), e -> e.get("legCount"))
                .containsExactly(
                        tuple("basque-centre-for-climate-change", "regionsadapt", 1, 2),
                        tuple("regionsadapt", "race-to-resilience", 2, 2));
        // nothing on a leg looks like a membership of its own
        assertThat(legs)
                .allSatisfy(leg -> assertThat(leg)
                        .containsEntry("label", "via")
                        .containsEntry("role", null)
                        .containsEntry("via", List.of("regionsadapt")));
        assertThat(legs)
                .extracting(leg -> String.valueOf(leg.get("memberships")))
                .containsOnly("[{id=%s, sourceCount=1}]".formatted(membership));
        answer.path("graph.stats.membershipsAs").entity(String.class).isEqualTo("CHAIN");
        answer.path("graph.stats.legend")
                .entity(String.class)
                .satisfies(legend -> assertThat(legend).contains("none of them says"));
    }

    @Test
    void aChainHasSeveralPartnersInOrderAndParallelLegsAreNumbered() {
        driver.executableQuery("""
                        MATCH (member:Entity {id: 'basque-centre-for-climate-change'}), (organization:Entity {id: 'race-to-resilience'})
                        WITH member, organization, {
                          id: 'graph-tests', memberId: member.id, organizationId: organization.id, role: 'MEMBER',
                          viaIds: ['usdn-resilience-hubs', 'regionsadapt'], directness: 'INDIRECT', strength: 'STATED', sourceCount: 1
                        } AS values
                        CREATE (membership:Entity:Membership)-[:ORGANIZATION]->(organization)
                        CREATE (member)-[link:MEMBER_OF]->(organization)
                        SET membership = values, link = values, link.membershipId = 'graph-tests'
                        """).execute();
        try {
            var answer = graph(Map.of("roots", THROUGH_A_PARTNER, "depth", 0, "membershipsAs", "CHAIN"));
            assertThat(maps(answer, "graph.edges"))
                    .filteredOn(edge -> edge.get("leg") != null)
                    .extracting(
                            e -> e.get("source"), e -> e.get("target"), e -> e.get("leg"), e -> e.get("parallelCount"))
                    .containsExactlyInAnyOrder(
                            tuple("basque-centre-for-climate-change", "usdn-resilience-hubs", 1, 1),
                            tuple("usdn-resilience-hubs", "regionsadapt", 2, 1),
                            tuple("regionsadapt", "race-to-resilience", 3, 3),
                            tuple("basque-centre-for-climate-change", "regionsadapt", 1, 1),
                            tuple("regionsadapt", "race-to-resilience", 2, 3));
        } finally {
            driver.executableQuery("""
                            MATCH ()-[link:MEMBER_OF {membershipId: 'graph-tests'}]->() DELETE link
                            WITH count(*) AS deleted
                            MATCH (made:Entity {id: 'graph-tests'}) DETACH DELETE made
                            """).execute();
        }
    }

    @Test
    void countsAPartnerThatIsLeftOutOnce() {
        var frame = new MapFrame(List.of("city", "campaign"), 3);
        assertThat(frame.add(List.of("city-2"), 1, 3, List.of("partner"), false))
                .isEmpty();
        frame.addPartners(List.of("partner", "partner-2", "city"), 2);
        frame.addPartners(List.of("partner-2"), 2);
        assertThat(frame.leftOut()).isEqualTo(3);
        assertThat(frame.ids()).containsExactly("city", "campaign", "city-2");
    }

    @Test
    void followsAndDrawsOnlyTheRequestedRoles() {
        var answer = graph(Map.of("roots", List.of("race-to-zero"), "roles", List.of("TRACK")));
        assertThat(maps(answer, "graph.edges")).extracting(e -> e.get("role")).containsExactly("TRACK");
        assertThat(maps(graph(Map.of("roots", List.of("gcom"))), "graph.edges"))
                .extracting(e -> e.get("role"))
                .doesNotContain("FOUNDER", "BOARD_MEMBER");
        rejects(Map.of("roots", List.of("gcom"), "roles", List.of()), "roles is an empty list");
    }

    @Test
    void leavesOutMembershipsBeginningAfterTheDayAndFlagsTheRest() {
        var roots = List.of("jci-race-to-zero-circle");
        assertThat(maps(graph(Map.of("roots", roots, "asOf", "2019-06-01")), "graph.edges"))
                .extracting(e -> e.get("role"), e -> e.get("holds"))
                .containsExactly(tuple("SECTION", "UNKNOWN"));
        assertThat(maps(graph(Map.of("roots", roots, "asOf", "2023-01-01")), "graph.edges"))
                .extracting(e -> e.get("role"), e -> e.get("holds"))
                .contains(tuple("OFFICIAL_PARTNER", "HOLDS"));
    }

    @Test
    void runsOneStatementPerLevel() {
        assertThat(runs("race-to-zero"))
                .contains("networkmap/neighbours-of-agents ×2", "networkmap/memberships-among-agents ×1")
                .isEqualTo(runs("uclg-aspac"));
    }

    @Test
    void rejectsInvalidArguments() {
        rejects(Map.of("roots", List.of()), "roots is an empty list");
        rejects(Map.of("roots", List.of("atlantis")), "atlantis: nothing has this id");
        rejects(Map.of("roots", List.of("US-MA")), "roots is \"US-MA\"");
        rejects(Map.of("roots", List.of("c40"), "depth", 4), "depth is 4");
        rejects(Map.of("roots", List.of("c40"), "depth", -1), "depth is -1");
        rejects(Map.of("roots", List.of("c40"), "maxNodes", 0), "maxNodes is 0");
        rejects(Map.of("roots", List.of("c40"), "maxNodes", 5001), "maxNodes is 5001");
        rejects(Map.of("roots", List.of("c40", "iclei"), "maxNodes", 1), "no more than maxNodes");
        var many = graphQl.document("{ cities(first: 201) { nodes { id } } }")
                .execute()
                .path("cities.nodes[*].id")
                .entityList(String.class)
                .get();
        rejects(Map.of("roots", many), "roots is a list of 201");
    }

    private void rejects(Map<String, Object> variables, String message) {
        graph(variables)
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains(message)));
    }

    private List<String> runs(String root) {
        try (var log = new StatementLog()) {
            graph(Map.of("roots", List.of(root), "depth", 2, "maxNodes", 5000))
                    .path("graph")
                    .hasValue();
            return log.runs();
        }
    }

    private GraphQlTester.Response graph(Map<String, Object> variables) {
        var request = graphQl.document(GRAPH);
        new HashMap<>(variables).forEach(request::variable);
        return request.execute();
    }

    private static List<Map<String, Object>> maps(GraphQlTester.Response answer, String path) {
        return answer.path(path)
                .entity(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .get();
    }
}
