package io.throughline.analysis.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Projections of the built-in data, and rejected requests; {@link NetworkxTests} tests the numbers. */
@GraphTest
class ProjectionTests {

    private static final String PROJECTION = """
            query($of: ProjectionOf, $organizations: [ID!]!, $where: AgentFilter, $weight: ProjectionWeight,
                  $minWeight: Float, $topK: Int, $asOf: Date, $maxNodes: Int, $first: Int = 10) {
              projection(of: $of, organizations: $organizations, where: $where, weight: $weight,
                         minWeight: $minWeight, topK: $topK, asOf: $asOf, maxNodes: $maxNodes) {
                nodes {
                  id label kind size unknown degree strength component community betweenness
                  attributes { id label kind betweenness }
                  entity { id }
                }
                edges { id source target weight shared sharedOrganizations attributes { id weight } }
                brokers(first: $first) { id }
                sets { id size unknown organization { id } coverage { complete } }
                measurable reason asOf citation
                stats { nodeCount edgeCount nodesLeftOut edgesLeftOut isolates density components communities modularity
                        cutOff note }
                method { weight communities resolution seed runs betweenness }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void tiesOrganizationsBySharedMembers() {
        var answer = ask(Map.of("organizations", List.of("jci", "c40", "iclei")));
        assertThat(maps(answer, "edges"))
                .extracting(e -> e.get("id"), e -> e.get("shared"), e -> e.get("sharedOrganizations"))
                .containsExactlyInAnyOrder(
                        tuple("c40~iclei", 10, null), tuple("c40~jci", 1, null), tuple("iclei~jci", 6, null));
        assertThat(maps(answer, "nodes"))
                .extracting(n -> n.get("id"), n -> n.get("label"), n -> n.get("kind"), n -> n.get("size"))
                .contains(tuple("c40", "C40 Cities", "NETWORK", 97));
        answer.path("projection.sets[*].id").entityList(String.class).containsExactly("jci", "c40", "iclei");
        answer.path("projection.measurable").entity(Boolean.class).isEqualTo(false);
        answer.path("projection.reason")
                .entity(String.class)
                .satisfies(reason -> assertThat(reason)
                        .isEqualTo(
                                "Not measurable: jci: no complete list of members; iclei: no complete list of members."
                                        + " Numbers of shared members or organizations are lower bounds; ratios can be off in either direction,"
                                        + " and ties can be missing."));
        answer.path("projection.method.seed").entity(Integer.class).isEqualTo(0);
    }

    @Test
    void tiesMembersBySharedOrganizations() {
        var answer = ask(Map.of(
                "of", "MEMBERS",
                "organizations", List.of("c40", "iclei", "jci"),
                "where", Map.of("country", Map.of("id", Map.of("eq", "JP")))));
        assertThat(maps(answer, "nodes"))
                .filteredOn(node -> "yokohama".equals(node.get("id")))
                .extracting(n -> n.get("size"), n -> n.get("kind"), n -> n.get("label"))
                .containsExactly(tuple(3, "CITY", "Yokohama"));
        assertThat(maps(answer, "edges"))
                .filteredOn(edge -> "kobe~yokohama".equals(edge.get("id")))
                .extracting(e -> e.get("shared"), e -> e.get("sharedOrganizations"))
                .containsExactly(tuple(2, List.of("iclei", "jci")));
        answer.path("projection.brokers[0].id").entity(String.class).isEqualTo("yokohama");
    }

    @Test
    void measuresOneCompleteListAndTiesItsMembersToEachOther() {
        var answer = ask(Map.of("of", "MEMBERS", "organizations", List.of("c40"), "weight", "NEWMAN"));
        answer.path("projection.measurable").entity(Boolean.class).isEqualTo(true);
        answer.path("projection.reason").valueIsNull();
        answer.path("projection.stats.nodeCount").entity(Integer.class).isEqualTo(97);
        answer.path("projection.stats.edgeCount").entity(Integer.class).isEqualTo(97 * 96 / 2);
        answer.path("projection.stats.density").entity(Double.class).isEqualTo(1.0);
        answer.path("projection.stats.communities").entity(Integer.class).isEqualTo(1);
        answer.path("projection.brokers").entityList(Object.class).hasSize(0);
        assertThat(maps(answer, "edges")).extracting(edge -> edge.get("weight")).containsOnly(1.0 / 96);
    }

    @Test
    void measuresNothingForASingleOrganization() {
        var answer = ask(Map.of("organizations", List.of("c40")));
        answer.path("projection.nodes[*].degree").entityList(Integer.class).containsExactly(0);
        answer.path("projection.nodes[0].betweenness").valueIsNull();
        answer.path("projection.stats.modularity").valueIsNull();
        answer.path("projection.stats.density").valueIsNull();
        answer.path("projection.reason")
                .entity(String.class)
                .isEqualTo("With fewer than 3 nodes, no node is between two others, so betweenness is undefined."
                        + " There are no edges, so modularity is undefined.");
    }

    @Test
    void keepsIsolatesWithoutSharedMembers() {
        var answer = ask(Map.of("organizations", List.of("c40", "jci", "ramcc", "wwf")));
        answer.path("projection.nodes[*].id").entityList(String.class).containsExactly("c40", "jci", "ramcc", "wwf");
        answer.path("projection.nodes[*].component").entityList(Integer.class).containsExactly(0, 0, 1, 2);
        answer.path("projection.nodes[*].community").entityList(Integer.class).containsExactly(0, 0, 1, 2);
        answer.path("projection.stats.isolates").entity(Integer.class).isEqualTo(2);
        nothing(ask(Map.of("organizations", List.of("wwf", "wri"))), 2);
        nothing(ask(Map.of("of", "MEMBERS", "organizations", List.of("wwf"))), 0);
    }

    @Test
    void leavesOutTiesBelowTheMinimumWeight() {
        nothing(ask(Map.of("organizations", List.of("c40", "jci", "iclei"), "minWeight", 1000)), 3);
        var strongest = ask(Map.of("organizations", List.of("c40", "gcom", "race-to-zero", "jci"), "topK", 1));
        strongest
                .path("projection.edges[*].id")
                .entityList(String.class)
                .containsExactly("gcom~race-to-zero", "c40~race-to-zero", "jci~race-to-zero");
        strongest.path("projection.stats.cutOff").entity(Boolean.class).isEqualTo(false);
    }

    @Test
    void keepsTheBestConnectedAndCountsTheRest() {
        var members = ask(Map.of("of", "MEMBERS", "organizations", List.of("c40", "iclei", "jci"), "maxNodes", 2));
        assertThat(maps(members, "nodes")).extracting(node -> node.get("id")).contains("yokohama");
        members.path("projection.stats.nodeCount").entity(Integer.class).isEqualTo(2);
        members.path("projection.stats.cutOff").entity(Boolean.class).isEqualTo(true);
        members.path("projection.stats.note")
                .entity(String.class)
                .satisfies(note -> assertThat(note).startsWith("Cut off: "));
        var organizations = ask(Map.of("organizations", List.of("ramcc", "c40", "jci"), "maxNodes", 2));
        organizations.path("projection.nodes[*].id").entityList(String.class).containsExactly("c40", "jci");
        organizations
                .path("projection.stats.nodesLeftOut")
                .entity(Integer.class)
                .isEqualTo(1);
        organizations.path("projection.sets").entityList(Object.class).hasSize(3);
    }

    @Tag("full") // measures 67,573 edges
    @Test
    void showsTheHeaviestOfTooManyEdgesAndMeasuresAll() {
        var answer = ask(Map.of("of", "MEMBERS", "organizations", List.of("climate-mayors", "race-to-zero", "c40")));
        answer.path("projection.stats.edgeCount").entity(Integer.class).isEqualTo(20_000);
        answer.path("projection.stats.edgesLeftOut").entity(Integer.class).isEqualTo(29_641);
        assertThat(maps(answer, "edges").get(0)).containsEntry("weight", 3.0);
        // Boston is in all three, so it is tied to everyone
        assertThat(maps(answer, "nodes"))
                .filteredOn(node -> "boston".equals(node.get("id")))
                .extracting(node -> node.get("degree"))
                .containsExactly(354);
        answer.path("projection.stats.density").entity(Double.class).isEqualTo(49_641 / (355 * 354 / 2.0));
        answer.path("projection.stats.modularity").hasValue();
    }

    @Test
    void hasNoCertainMembersBeforeTheFirstDay() {
        var answer = ask(Map.of("organizations", List.of("c40", "iclei", "gcom"), "asOf", "1700-01-01"));
        nothing(answer, 3);
        answer.path("projection.asOf").entity(String.class).isEqualTo("1700-01-01");
        answer.path("projection.nodes[*].size").entityList(Integer.class).containsExactly(0, 0, 0);
        answer.path("projection.measurable").entity(Boolean.class).isEqualTo(false);
        nothing(ask(Map.of("of", "MEMBERS", "organizations", List.of("c40"), "asOf", "1700-01-01")), 0);
    }

    @Test
    void doesNotDependOnTheOrderOfOrganizations() {
        var one = ask(Map.of("organizations", List.of("c40", "gcom", "iclei", "jci"), "weight", "NEWMAN"));
        var other = ask(Map.of("organizations", List.of("jci", "iclei", "gcom", "c40"), "weight", "NEWMAN"));
        assertThat(maps(other, "nodes")).isEqualTo(maps(one, "nodes"));
        assertThat(maps(other, "edges")).isEqualTo(maps(one, "edges"));
    }

    @Test
    void runsTheSameStatementsForFewAsForMany() {
        assertThat(runs(List.of("c40", "gcom", "iclei", "jci", "race-to-zero")))
                .isEqualTo(runs(List.of("c40")))
                .contains("projection/members-in-most-organizations ×1");
    }

    @Test
    void rejectsInvalidArguments() {
        var c40 = List.of("c40");
        rejects(Map.of("organizations", List.of()), "1 to 64 ids of organizations");
        rejects(Map.of("organizations", List.of("c40", "c40")), "each organization only once");
        rejects(Map.of("organizations", List.of("c40", "atlantis")), "atlantis: no organization has this id");
        rejects(Map.of("organizations", List.of("boston")), "organizations is \"boston\"");
        rejects(Map.of("organizations", c40, "minWeight", -0.1), "minWeight is -0.1; expected a number, at least 0");
        graphQl.document("{ projection(organizations: [\"c40\"], minWeight: 1e999) { reason } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage())
                                .isEqualTo("minWeight is Infinity; expected a number, at least 0")));
        rejects(Map.of("organizations", c40, "topK", 0), "topK is 0; expected a whole number from 1 to 5000");
        rejects(Map.of("organizations", c40, "topK", 5001), "topK is 5001");
        rejects(Map.of("organizations", c40, "maxNodes", 0), "maxNodes is 0; expected a whole number from 1 to 5000");
        rejects(Map.of("organizations", c40, "maxNodes", 5001), "maxNodes is 5001");
        rejects(Map.of("organizations", c40, "first", 0), "first is 0; expected a whole number from 1 to 500");
        rejects(Map.of("organizations", c40, "weight", "HEAVY"), "weight");
    }

    private static void nothing(GraphQlTester.Response answer, int nodes) {
        answer.path("projection.nodes").entityList(Object.class).hasSize(nodes);
        answer.path("projection.edges").entityList(Object.class).hasSize(0);
        answer.path("projection.brokers").entityList(Object.class).hasSize(0);
        answer.path("projection.stats.modularity").valueIsNull();
        answer.path("projection.stats.components").entity(Integer.class).isEqualTo(nodes);
        answer.path("projection.stats.cutOff").entity(Boolean.class).isEqualTo(false);
        answer.path("projection.reason")
                .entity(String.class)
                .satisfies(reason -> assertThat(reason).contains("There are no edges, so modularity is undefined."));
    }

    private void rejects(Map<String, Object> variables, String message) {
        ask(variables)
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains(message)));
    }

    private List<String> runs(List<String> organizations) {
        try (var log = new StatementLog()) {
            ask(Map.of("of", "MEMBERS", "organizations", organizations))
                    .path("projection")
                    .hasValue();
            return log.runs();
        }
    }

    private GraphQlTester.Response ask(Map<String, Object> variables) {
        var request = graphQl.document(PROJECTION);
        variables.forEach(request::variable);
        return request.execute();
    }

    private static List<Map<String, Object>> maps(GraphQlTester.Response answer, String list) {
        return answer.path("projection." + list)
                .entityList(new ParameterizedTypeReference<Map<String, Object>>() {})
                .get();
    }
}
