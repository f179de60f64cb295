package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The review queue over GraphQL. */
@GraphTest
class ReviewTests {

    private static final String RESOLVE = """
            mutation($input: ResolveReviewInput!) {
              resolveReview(input: $input) {
                item { state decision agent { id } settledBy settledAt candidates { agent { id } } waiting { totalCount } }
                recorded
                userErrors { code field message }
              }
            }
            """;

    @Autowired
    private ImportStarter imports;

    @Autowired
    private ImportUndo importUndo;

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @TempDir
    private Path directory;

    @BeforeEach
    void signIn() {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                "anna", null, AuthorityUtils.createAuthorityList("ROLE_CURATOR"))));
    }

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
        ImportedLists.clear(driver);
    }

    @Test
    void listsUncertainRowsWithCandidatesAndLine() {
        var run = run();
        graphQl.document("""
                        query($source: ID!) {
                          reviewQueue(where: {source: {id: {eq: $source}}, state: {in: [OPEN, UNSURE]}}) {
                            totalCount
                            nodes {
                              written { name kind country state }
                              code
                              source { id }
                              candidates { name score reason agent { id } addition { id countryId } }
                              waiting { totalCount nodes { line role validFrom organization { id } run { id } } }
                            }
                          }
                        }
                        """)
                .variable("source", ImportedLists.SOURCE)
                .execute()
                .path("reviewQueue")
                .matchesJson("""
                        {"totalCount": 1, "nodes": [{
                          "written": {"name": "Springfield", "kind": "CITY", "country": "USA", "state": null},
                          "code": "AMBIGUOUS", "source": {"id": "list-for-tests"},
                          "waiting": {"totalCount": 1, "nodes": [{
                            "line": 3, "role": "MEMBER", "validFrom": "2018", "organization": {"id": "network-for-tests"},
                            "run": {"id": "%s"}}]}}]}
                        """.formatted(run.id()))
                .path("reviewQueue.nodes[0].candidates")
                .entityList(Object.class)
                .satisfies(candidates -> assertThat(candidates).hasSizeGreaterThan(1));
    }

    @Test
    void recordsWaitingMembershipsAndRemembersTheAnswerForTheNextImport() {
        var first = run();
        var item = item();
        resolve(Map.of("item", item, "decision", "SAME", "agent", "cambridge-ma"))
                .path("resolveReview")
                .matchesJson("""
                        {"recorded": 1, "userErrors": [], "item": {
                          "state": "SETTLED", "decision": "SAME", "agent": {"id": "cambridge-ma"}, "settledBy": "anna",
                          "waiting": {"totalCount": 0}}}
                        """);
        assertThat(members()).containsExactly("boston", "cambridge-ma");
        resolve(Map.of("item", item, "decision", "SAME", "agent", "boston"))
                .path("resolveReview.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("ALREADY_SETTLED");
        var again = run();
        assertThat(again.counts().lines(LineOutcome.SAME)).isEqualTo(2);
        assertThat(again.counts().lines(LineOutcome.WAITING)).isZero();
        importUndo.finish(importUndo.begin(again.id(), "anna"), changed -> {});
        assertThat(members()).containsExactly("boston", "cambridge-ma");
        importUndo.finish(importUndo.begin(first.id(), "anna"), changed -> {});
        assertThat(members()).isEmpty();
    }

    @Test
    void addsAPlaceThatIsMissing() {
        run();
        var item = item();
        resolve(Map.of("item", item, "decision", "ADD"))
                .path("resolveReview.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("ADDITION_EXPECTED");
        resolve(Map.of(
                        "item",
                        item,
                        "decision",
                        "ADD",
                        "addition",
                        Map.of("id", "boston", "name", "B", "country", "US")))
                .path("resolveReview.userErrors[0]")
                .matchesJson("""
                        {"code": "ID_TAKEN", "message": "'boston' is the id of something else; if that agent is meant, answer SAME with its id"}
                        """);
        resolve(Map.of(
                        "item",
                        item,
                        "decision",
                        "ADD",
                        "addition",
                        Map.of("id", "springfield-for-tests", "name", "Springfield", "country", "US")))
                .path("resolveReview.recorded")
                .entity(Integer.class)
                .isEqualTo(1);
        assertThat(members()).containsExactly("boston", "springfield-for-tests");
        driver.executableQuery("MATCH (agent {id: 'springfield-for-tests'}) DETACH DELETE agent")
                .execute();
    }

    @Test
    void checksAnAdditionLikeAnyOtherNewCity() {
        run();
        var item = item();
        assertThat(List.of(
                        error(item, Map.of("id", "x-for-tests", "name", "X", "country", "XX")),
                        error(item, Map.of("id", "x-for-tests", "name", "X", "country", "US-MA")),
                        error(item, Map.of("id", "x-for-tests", "name", "X", "country", "US", "state", "IT-34")),
                        error(item, Map.of("id", "x-for-tests", "name", "X", "country", "US", "state", "US-99")),
                        error(item, Map.of("id", "x-for-tests", "name", "X", "country", "US", "latitude", 100)),
                        error(item, Map.of("id", "x-for-tests", "name", " ", "country", "US")),
                        error(item, Map.of("id", "X for tests", "name", "X", "country", "US"))))
                .containsExactly(
                        "UNKNOWN_ID input.addition.country",
                        "WRONG_KIND input.addition.country",
                        "NOT_IN_COUNTRY input.addition.state",
                        "UNKNOWN_ID input.addition.state",
                        "POSITION_INVALID input.addition.latitude",
                        "NAME_INVALID input.addition.name",
                        "ID_INVALID input.addition.id");
        assertThat(members()).containsExactly("boston");
    }

    private String error(String item, Map<String, Object> addition) {
        var response = resolve(Map.of("item", item, "decision", "ADD", "addition", addition))
                .path("resolveReview.userErrors[0]");
        return "%s %s"
                .formatted(
                        response.path("resolveReview.userErrors[0].code")
                                .entity(String.class)
                                .get(),
                        String.join(
                                ".",
                                response.path("resolveReview.userErrors[0].field")
                                        .entityList(String.class)
                                        .get()));
    }

    @Test
    void anUnsureAnswerLeavesTheQuestionOpen() {
        run();
        var item = item();
        resolve(Map.of("item", item, "decision", "UNSURE"))
                .path("resolveReview.item.state")
                .entity(String.class)
                .isEqualTo("UNSURE");
        assertThat(run().counts().lines(LineOutcome.WAITING)).isEqualTo(1);
        resolve(Map.of("item", item, "decision", "NONE_OF_THESE"))
                .path("resolveReview.item.state")
                .entity(String.class)
                .isEqualTo("SETTLED");
        assertThat(members()).containsExactly("boston");
    }

    @Test
    void rejectsUnknownItemsAndAgents() {
        run();
        resolve(Map.of("item", "nothing", "decision", "UNSURE"))
                .path("resolveReview.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("ITEM_UNKNOWN");
        resolve(Map.of("item", item(), "decision", "SAME", "agent", "nobody"))
                .path("resolveReview.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("AGENT_UNKNOWN");
        resolve(Map.of("item", item(), "decision", "SAME"))
                .path("resolveReview.userErrors[0].code")
                .entity(String.class)
                .isEqualTo("AGENT_EXPECTED");
    }

    private ImportRun run() {
        return imports.begin(ImportedLists.request(
                        directory, true, "Boston,USA,Massachusetts,2019,yes", "Springfield,USA,,2018,yes"))
                .run(run -> {});
    }

    private String item() {
        return Objects.requireNonNull(graphQl.document("""
                        query($source: ID!) { reviewQueue(where: {source: {id: {eq: $source}}}) { nodes { id } } }
                        """)
                .variable("source", ImportedLists.SOURCE)
                .execute()
                .path("reviewQueue.nodes[0].id")
                .entity(String.class)
                .get());
    }

    private GraphQlTester.Response resolve(Map<String, Object> input) {
        return graphQl.document(RESOLVE).variable("input", input).execute();
    }

    private List<String> members() {
        return driver
                .executableQuery("""
                        MATCH (member)-[:MEMBER_OF]->({id: $network})
                        RETURN member.id AS id
                        ORDER BY id
                        """)
                .withParameters(Map.of("network", ImportedLists.NETWORK))
                .execute()
                .records()
                .stream()
                .map(row -> row.get("id").asString())
                .toList();
    }
}
