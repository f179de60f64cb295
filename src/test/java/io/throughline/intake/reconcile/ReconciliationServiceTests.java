package io.throughline.intake.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.infra.limit.RequestLimits;
import io.throughline.intake.reconcile.AgentProperty.Part;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;

/** The service around the queries: manifest, suggestions, previews, other sites, limits and errors. */
class ReconciliationServiceTests extends ReconciliationTestBase {

    @Autowired
    private ExecutionGraphQlService graphQl;

    @Autowired
    private AgentSummaryQueries summaries;

    @Test
    void theManifestLeadsToEveryService() {
        var manifest = valid("manifest", get(""));
        assertThat(manifest.path("versions").valueStream().map(JsonNode::asString))
                .containsExactly("0.2");
        assertThat(manifest.path("batchSize").asInt()).isEqualTo(500);
        assertThat(manifest.path("defaultTypes")
                        .valueStream()
                        .map(type -> type.path("id").asString()))
                .containsExactly("Agent", "City", "Region", "Organization");
        for (var suggest : List.of("entity", "type", "property")) {
            var service = manifest.path("suggest").path(suggest);
            valid("suggestions", get(below(service) + "?prefix=c"));
        }
        valid("proposal", get(below(manifest.path("extend").path("propose_properties")) + "?type=City"));
        for (var page : List.of("preview", "view")) {
            var url = manifest.path(page).path("url").asString().replace("{{id}}", "boston");
            assertThat(get(url.substring(address().length())).statusCode()).isEqualTo(200);
        }
    }

    private String below(JsonNode service) {
        assertThat(service.path("service_url").asString()).isEqualTo(address());
        return service.path("service_path").asString();
    }

    @Test
    void suggestsAgentsByNameAndById() {
        assertThat(suggested("/suggest/entity?prefix=cambri")).contains("cambridge-ma");
        assertThat(suggested("/suggest/entity?prefix=race-to-zero")).startsWith("race-to-zero");
        assertThat(suggested("/suggest/entity?prefix=")).isEmpty();
        var all = suggested("/suggest/entity?prefix=re");
        assertThat(all).hasSize(10);
        assertThat(suggested("/suggest/entity?prefix=re&cursor=4").subList(0, 6))
                .isEqualTo(all.subList(4, 10));
    }

    @Test
    void suggestsTypesAndProperties() {
        assertThat(suggested("/suggest/type?prefix=reg")).containsExactly("Region");
        assertThat(suggested("/suggest/type?prefix=")).hasSize(4);
        assertThat(suggested("/suggest/property?prefix=coord")).containsExactly("coordinates");
        assertThat(suggested("/suggest/property?prefix="))
                .contains("country", "state", "kind", "coordinates", "population", "memberships", "target");
    }

    private List<String> suggested(String path) {
        return ReconcilingTests.ids(valid("suggestions", get(path)).path("result"));
    }

    @Test
    void proposesTheColumnsOfAType() {
        var ofOrganizations = valid("proposal", get("/properties?type=Organization"));
        assertThat(ofOrganizations
                        .path("properties")
                        .valueStream()
                        .map(each -> each.path("id").asString()))
                .contains("memberships", "target")
                .doesNotContain("population", "coordinates");
        var first = valid("proposal", get("/properties?type=City&limit=3"));
        assertThat(first.path("properties").size()).isEqualTo(3);
        assertThat(first.path("limit").asInt()).isEqualTo(3);
        valid("proposal", get("/properties"));
    }

    @Test
    void theDocumentationNamesEveryProperty() throws IOException {
        var page = Files.readString(Path.of("docs/openrefine.md"));
        assertThat(AgentProperty.values()).allSatisfy(property -> {
            var id = property.id();
            assertThat(page)
                    .containsAnyOf(
                            "`" + id + "`",
                            "`" + id.substring(id.indexOf('.') + 1) + "`",
                            "`." + id.substring(id.indexOf('.') + 1) + "`");
        });
    }

    @Test
    void previewsAnAgentInAFrame() {
        var page = get("/preview?id=boston");
        assertThat(page.body()).contains("<h1>Boston</h1>", "C40 Cities: member", "partner not stated");
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(get("").headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void previewsWhatIsNotAnAgentOfTheGraph() {
        assertThat(get("/preview?id=geonames:3164433").body())
                .contains("<h1>Viareggio</h1>", "not in Throughline yet", "id none yet");
        assertThat(get("/preview?id=DE").body()).contains("<h1>Germany</h1>").doesNotContain("membership");
        assertThat(get("/preview?id=disclosing-body-x").statusCode()).isEqualTo(404);
        var unknown = get("/preview?id=" + encoded("<script>"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?queries=7", "/suggest/entity?prefix=b", "/properties", "/preview?id=boston", "/nowhere"})
    void pagesOfAllSitesMayReadAnswersAndErrors(String path) {
        var response = send(request(path).header("Origin", "https://tables.example"));
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void pagesOfOtherSitesMaySendForms() {
        var response = send(request("")
                .header("Origin", "https://tables.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("GET,HEAD,POST");
    }

    @Test
    void takesAsManyNamesAsResolveNames() {
        assertThat(form("queries", names(500)).statusCode()).isEqualTo(200);
        var tooMany = form("queries", names(501));
        assertThat(tooMany.statusCode()).isEqualTo(413);
        assertThat(tooMany.body()).contains("queries has 501 queries", "\"limit\":500", "BATCH_TOO_LARGE");
        assertThat(candidates("{'query': '%s'}".formatted("x".repeat(200))).isEmpty())
                .isTrue();
        var tooLong = form("queries", "{\"q\": {\"query\": \"%s\"}}".formatted("x".repeat(201)));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("queries.q.query", "at most 200 characters");
    }

    @Test
    void asksForNoMoreMembershipsThanAPageCanHave() {
        var documents = new AgentDocuments(graphQl, JSON, limits(3));
        assertThatThrownBy(() -> documents.agents(List.of("boston"), Set.of(Part.MEMBERSHIPS), ""))
                .hasMessageContaining("more than the 3 a column can hold");
    }

    @Test
    void asksForNoMoreSuggestionsThanAPageCanHave() {
        var requested = new ArrayList<Object>();
        ExecutionGraphQlService recording = request -> {
            requested.add(request.getVariables().get("first"));
            return graphQl.execute(request);
        };
        var finder = new SuggestionFinder(new AgentDocuments(recording, JSON, limits(15)), summaries);
        assertThat(finder.agents("re", 5).result()).hasSize(10);
        assertThatThrownBy(() -> finder.agents("re", 6)).hasMessageContaining("a number from 0 to 5");
        new SuggestionFinder(new AgentDocuments(recording, JSON, limits(4)), summaries).agents("re", 0);
        assertThat(requested).containsExactly(15, 4);
    }

    private static RequestLimits limits(int pageSize) {
        return Binder.get(new MockEnvironment().withProperty("throughline.limits.page-size", "" + pageSize))
                .bindOrCreate("throughline.limits", RequestLimits.class);
    }

    private static String names(int count) {
        return IntStream.range(0, count)
                .mapToObj("\"q%d\": {\"query\": \"No such place\"}"::formatted)
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void aFormLargerThanTheLimitIsRefused() {
        var response = form("queries", "x".repeat(1 << 20));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "queries | no json                                              | queries is",
                "queries | [1]                                                  | expected a JSON object",
                "queries | {'q': 'Boston'}                                      | queries.q is",
                "queries | {'q': {}}                                            | queries.q is empty",
                "queries | {'q': {'query': ' '}}                                | queries.q is empty",
                "queries | {'q': {'query': 5}}                                  | queries.q.query is",
                "queries | {'q': {'query': 'x', 'type': 'Town'}}                | expected one of Agent, City, Region, Organization",
                "queries | {'q': {'query': 'x', 'limit': 0}}                    | queries.q.limit is",
                "queries | {'q': {'query': 'x', 'limit': 'many'}}               | queries.q.limit is",
                "queries | {'q': {'query': 'x', 'conditions': []}}              | queries.q.conditions is not a field",
                "queries | {'q': {'query': 'x', 'properties': {}}}              | queries.q.properties is",
                "queries | {'q': {'query': 'x', 'properties': [{'pid': 'mayor', 'v': 'x'}]}}       | expected one of id, country",
                "queries | {'q': {'query': 'x', 'properties': [{'pid': 'memberships', 'v': 'x'}]}} | queries.q.properties.pid is",
                "extend  | {}                                                   | extend.ids is",
                "extend  | {'ids': ['boston', 7], 'properties': []}             | extend.ids is",
                "extend  | {'ids': []}                                          | extend.properties is",
                "extend  | {'ids': [], 'properties': [{'id': 'mayor'}]}         | extend.properties.id is",
                "extend  | {'ids': [], 'properties': [{'id': 'route.kind'}]}    | extend.properties.settings.organization is missing",
                "other   | x                                                    | missing both queries and extend",
                "callback | x                                                   | callback is not supported"
            })
    void errorsNameTheInput(String field, String value, String message) {
        var response = form(field, value.replace('\'', '"'));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response.body()).path("message").asString()).contains(message);
        assertThat(error(response.body()).path("extensions").path("code").asString())
                .isEqualTo("BAD_ARGUMENT");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    ?callback=f,                     400, callback",
        "GET,    /suggest/entity?prefix=a&cursor=x, 400, cursor",
        "GET,    /suggest/entity?prefix=a&cursor=999, 400, cursor",
        "GET,    /properties?type=Town,           400, type is",
        "GET,    /suggest/mayor,                  404, manifest",
        "PUT,    '',                              405, ''",
        "POST,   /suggest/type,                   405, ''",
        "HEAD,   '',                              200, ''",
        "HEAD,   /preview?id=boston,              200, ''"
    })
    void answersOtherRequestsWithTheirStatus(String method, String path, int status, String message) {
        var response = send(request(path).method(method, BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(message);
    }

    @Test
    void otherContentTypesAreRefused() {
        var response = send(request("")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"queries\": {}}")));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("application/x-www-form-urlencoded");
        var broken = send(request("")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("queries=%zz")));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("the form is not URL-encoded");
    }

    private static JsonNode error(String body) {
        return JSON.readTree(body).path("errors").path(0);
    }
}
