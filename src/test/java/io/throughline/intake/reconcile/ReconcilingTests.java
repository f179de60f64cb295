package io.throughline.intake.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import io.throughline.StatementLog;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.matching.AgentMatcher;
import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.matching.ListedAgent.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Which agents are found for the rows of a table, and when a person has to decide. */
class ReconcilingTests extends ReconciliationTestBase {

    @Autowired
    private AgentMatcher matcher;

    @Autowired
    private AgentSummaryQueries summaries;

    @Autowired
    private PlaceNames names;

    @Autowired
    private GraphWriter writer;

    @Test
    void matchesAnAgentAndGivesTheReasonsAsFeatures() {
        var found = candidates("""
                {'query': 'Somerville', 'type': 'City', 'properties': [
                  {'pid': 'country', 'v': 'United States'}, {'pid': 'state', 'v': 'Massachusetts'}]}""");
        assertThat(ids(found)).containsExactly("somerville");
        assertThat(found.path(0).path("match").asBoolean()).isTrue();
        assertThat(found.path(0).path("score").asDouble()).isBetween(90.0, 100.0);
        assertThat(found.path(0).path("type").path(0).path("id").asString()).isEqualTo("City");
        assertThat(found.path(0).path("description").asString()).contains("in Massachusetts, United States");
        assertThat(features(found.path(0))).containsEntry("accepted", true).containsEntry("in_graph", true);
        assertThat(features(found.path(0)).keySet())
                .as("one feature per reason")
                .anyMatch(reason -> reason.contains("name"))
                .anyMatch(reason -> reason.contains("Massachusetts"));
    }

    @Test
    void aPlaceThatIsNotInTheGraphHasNoThroughlineIdAndIsNotMatched() {
        var found = candidates("{'query': 'Viareggio', 'properties': [{'pid': 'country', 'v': 'IT'}]}");
        assertThat(ids(found)).containsExactly("geonames:3164433");
        assertThat(found.path(0).path("match").asBoolean()).isFalse();
        assertThat(found.path(0).path("description").asString()).contains("not in Throughline yet", "Italy");
        assertThat(features(found.path(0)))
                .as("an import would add it without asking")
                .containsEntry("accepted", true)
                .containsEntry("in_graph", false);
    }

    @Test
    void leavesNamesakesToAPerson() {
        var found = candidates("{'query': 'Córdoba'}");
        assertThat(found.size()).isGreaterThan(1);
        assertThat(found.valueStream().filter(each -> each.path("match").asBoolean()))
                .isEmpty();
        assertThat(found.valueStream().map(ReconcilingTests::features))
                .allSatisfy(features -> assertThat(features).containsEntry("accepted", false));
        assertThat(ids(found)).doesNotHaveDuplicates();
        assertThat(found.valueStream()
                        .map(each -> each.path("score").asDouble())
                        .toList())
                .as("best first")
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "Lexington, US, Lexington has namesakes",
        "Medford Massachusetts, US, a state in the name",
        "Stadt Leipzig, DE, a legal form",
        "Recife, BR, in the graph or the gazetteer",
        "Portland, '', several",
        "Regions4, '', an organization",
        "Atlantis, GR, unknown",
        "Utrecht, NL, a city and a province"
    })
    void decidesAsAnImportDoes(String name, String country, String why) {
        var listed =
                new ListedAgent(name, Kind.ANY, country.isEmpty() ? null : country, null, Map.of(), null, null, null);
        var match = matcher.match(List.of(listed)).get(0);
        var found = candidates("{'query': '%s', 'limit': 100, 'properties': [{'pid': 'country', 'v': '%s'}]}"
                .formatted(name, country));
        var matched = found.valueStream()
                .filter(each -> each.path("match").asBoolean())
                .map(each -> each.path("id").asString())
                .toList();
        var accepted = found.valueStream().anyMatch(each -> features(each).getOrDefault("accepted", false));
        assertThat(matched)
                .as(why)
                .isEqualTo(match instanceof AgentMatch.Known known ? List.of(known.agentId()) : List.of());
        assertThat(accepted).as(why).isEqualTo(!(match instanceof AgentMatch.Waiting));
        if (match instanceof AgentMatch.Waiting waiting) {
            assertThat(found.size()).isEqualTo(waiting.candidates().size());
            assertThat(found.valueStream().map(each -> features(each).keySet()))
                    .allSatisfy(reasons -> assertThat(reasons).contains(waiting.code(), waiting.reason()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "geonames    | 4930956",
                "geonames    | '4930956'",
                "geonames    | ['4930956', 4930956]",
                "id          | 'boston'",
                "id          | {'id': 'boston', 'name': 'Boston'}"
            })
    void findsAnAgentByItsIdentifierAlone(String property, String value) {
        var found = candidates("{'properties': [{'pid': '%s', 'v': %s}]}".formatted(property, value));
        assertThat(ids(found)).containsExactly("boston");
        assertThat(found.path(0).path("match").asBoolean()).isTrue();
    }

    @Test
    void usesCoordinatesPopulationAndKind() {
        var portland = "{'query': 'Portland', 'properties': [{'pid': 'country', 'v': 'US'}, %s]}";
        var atLongitude = "{'pid': 'longitude', 'v': '-122.68'}";
        var bySinglePoint = candidates(portland.formatted("{'pid': 'coordinates', 'v': '45.52, -122.68'}"));
        var byTwoColumns = candidates(portland.formatted("{'pid': 'latitude', 'v': 45.52}, " + atLongitude));
        assertThat(bySinglePoint).isEqualTo(byTwoColumns);
        assertThat(features(bySinglePoint.path(0))).containsEntry("accepted", true);
        assertThat(bySinglePoint.path(0).path("description").asString()).contains("Oregon");
        var region = candidates("{'query': 'Lombardy', 'properties': [{'pid': 'kind', 'v': 'Region'}, "
                + "{'pid': 'population', 'v': '10000000'}]}");
        assertThat(region.path(0).path("type").path(0).path("id").asString()).isEqualTo("Region");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "coordinates | 'somewhere north'",
                "coordinates | '95.1, 12.0'",
                "latitude    | 42.36",
                "population  | 'about 80,000'",
                "kind        | 'capital'",
                "geonames    | 'Q100'",
                "state       | ['MA', 'Texas']"
            })
    void aCellThatCannotBeReadIsReportedAndLeavesTheDecisionToAPerson(String property, String value) {
        var results = reconcile("""
                {'bad': {'query': 'Boston', 'properties': [{'pid': 'country', 'v': 'US'}, {'pid': '%s', 'v': %s}]},
                 'good': {'query': 'C40'}}""".formatted(property, value));
        var bad = results.path("bad").path("result");
        assertThat(bad.size()).isPositive();
        assertThat(bad.valueStream().filter(each -> each.path("match").asBoolean()))
                .isEmpty();
        assertThat(bad.valueStream().map(ReconcilingTests::features))
                .allSatisfy(features -> assertThat(features).containsEntry("unread: " + property, true));
        assertThat(results.path("good").path("result").path(0).path("match").asBoolean())
                .as("other rows do not suffer")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name': 'Peru'}", "{'id': null}", "[['PE']]", "['PE', {'name': 'Peru'}]"})
    void aValueWithoutATextIsReportedAsUnread(String value) {
        assertThat(features(ofCountry(value).path(0))).containsEntry("unread: country", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "[]", "{}", "['', null]"})
    void anEmptyValueSaysNothing(String value) {
        assertThat(features(ofCountry(value).path(0))).doesNotContainKey("unread: country");
    }

    /** Not checked against the schema, which has no such values. */
    private JsonNode ofCountry(String value) {
        var query = "{'q': {'query': 'Viareggio', 'properties': [{'pid': 'country', 'v': %s}]}}".formatted(value);
        return valid("result-batch", form("queries", query.replace('\'', '"')))
                .path("q")
                .path("result");
    }

    @Test
    void identifiersThatContradictEachOtherAreReportedAsUnread() {
        var query = "{'query': 'Boston', 'properties': [{'pid': 'id', 'v': 'geonames:4930956'},"
                + " {'pid': 'state', 'v': 'US-MA'}, {'pid': 'geonames', 'v': '%s'}]}";

        var found = candidates(query.formatted("3164433"));
        assertThat(ids(found)).contains("boston");
        assertThat(found.valueStream()).allSatisfy(each -> {
            assertThat(features(each)).containsEntry("unread: id", true).containsEntry("unread: geonames", true);
            assertThat(each.path("match").asBoolean()).isFalse();
        });
        var agreed = candidates(query.formatted("4930956"));
        assertThat(ids(agreed)).containsExactly("boston");
        assertThat(agreed.path(0).path("match").asBoolean()).isTrue();
    }

    @Test
    void oneUnreadableCellIsEnoughToAskAPerson() {
        var found = candidates("""
                {'query': 'Medford', 'properties': [{'pid': 'country', 'v': 'US'}, {'pid': 'state', 'v': 'US-MA'},
                  {'pid': 'population', 'v': '57,000 (2020)'}]}""");
        assertThat(ids(found)).containsExactly("medford");
        assertThat(features(found.path(0))).containsEntry("accepted", true).containsEntry("unread: population", true);
        assertThat(found.path(0).path("match").asBoolean()).isFalse();
    }

    @Test
    void anIdTypedAsANameIsACandidate() {
        var found = candidates("{'query': 'cambridge-ma'}");
        assertThat(ids(found)).containsExactly("cambridge-ma");
        assertThat(found.path(0).path("match").asBoolean()).isFalse();
    }

    @Test
    void restrictsTheTypeAndTheNumberOfCandidates() {
        assertThat(ids(candidates("{'query': 'C40', 'type': 'Organization'}"))).containsExactly("c40");
        assertThat(ids(candidates("{'query': 'C40', 'type': ['City', 'Region']}")))
                .isEmpty();
        assertThat(ids(candidates("{'query': 'C40', 'type': ['City', 'Agent'], 'type_strict': 'any'}")))
                .containsExactly("c40");
        assertThat(candidates("{'query': 'Springfield', 'limit': 2}").size()).isEqualTo(2);
    }

    @Test
    void givesTheBestCandidatesOfMany() {
        var best = candidates("{'query': 'Santa María'}");
        assertThat(best.size()).isEqualTo(10);
        var most = candidates("{'query': 'Santa María', 'limit': 100000}");
        assertThat(most.size()).isEqualTo(100);
        assertThat(ids(most)).startsWith(ids(best).toArray(String[]::new));
    }

    @Test
    void answersEqualQueriesOnce() {
        var boston = query("Boston");
        var cork = query("Cork");
        var spied = spy(matcher);
        var batch = new LinkedHashMap<String, ReconciliationQuery>();
        batch.put("a", boston);
        batch.put("b", cork);
        batch.put("c", query("Boston"));

        var results = new Reconciler(spied, summaries, names).reconcile(batch);

        verify(spied).match(List.of(boston.listed(), cork.listed()));
        assertThat(results).containsOnlyKeys("a", "b", "c");
        assertThat(results.get("c")).isEqualTo(results.get("a")).isNotEqualTo(results.get("b"));
    }

    private static ReconciliationQuery query(String name) {
        var listed = new ListedAgent(name, Kind.ANY, null, null, Map.of(), null, null, null);
        return new ReconciliationQuery(listed, Set.of(), 10, List.of());
    }

    @Test
    void answersGetAsPost() {
        var batch = "{\"a\": {\"query\": \"Wien (Vienna)\"}, \"b\": {\"query\": \"ICLEI\"}}";
        var answer = valid("result-batch", get("?queries=" + encoded(batch)));
        assertThat(answer).isEqualTo(valid("result-batch", form("queries", batch)));
        assertThat(answer.propertyNames()).containsExactly("a", "b");
    }

    @Test
    void takesAsManyStatementsForManyNamesAsForFew() {
        assertThat(statements(3)).isEqualTo(statements(60)).hasSizeGreaterThan(1);
    }

    private List<String> statements(int names) {
        var queries = IntStream.range(0, names)
                .mapToObj(i -> "'q%d': {'query': '%s'}"
                        .formatted(
                                i, List.of("Boston", "Cambridge", "Viareggio").get(i % 3)))
                .collect(Collectors.joining(", ", "{", "}"));
        reconcile(queries);
        try (var log = StatementLog.afterWrite(writer)) {
            reconcile(queries);
            return log.runs();
        }
    }

    @Test
    void anEmptyBatchHasAnEmptyAnswer() {
        assertThat(reconcile("{}").isEmpty()).isTrue();
    }

    static List<String> ids(JsonNode candidates) {
        return candidates.valueStream().map(each -> each.path("id").asString()).toList();
    }

    private static Map<String, Boolean> features(JsonNode candidate) {
        var features = new TreeMap<String, Boolean>();
        candidate
                .path("features")
                .forEach(feature -> assertThat(features.put(
                                feature.path("id").asString(),
                                feature.path("value").asBoolean()))
                        .as("ids of features are unique")
                        .isNull());
        return features;
    }

    @Test
    void theSchemasRejectWhatTheSpecificationRejects() {
        for (var wrong : Map.of(
                        "query-batch",
                                Set.of(
                                        "{'q': {}}",
                                        "{'q': {'query': 'x', 'conditions': []}}",
                                        "{'q': {'properties': []}}"),
                        "result-batch", Set.of("[]", "{'q': {}}", "{'q': {'result': [{'id': 'a', 'name': 'b'}]}}"),
                        "manifest",
                                Set.of(
                                        "{}",
                                        "{'versions': ['0.1'], 'name': '', 'identifierSpace': '', 'schemaSpace': ''}"),
                        "extension-response", Set.of("{'meta': [], 'rows': {'a': {'b': [{'str': 1}]}}}"))
                .entrySet()) {
            for (var document : wrong.getValue()) {
                assertThat(mistakes(wrong.getKey(), JSON.readTree(document.replace('\'', '"'))))
                        .as(document)
                        .isNotEmpty();
            }
        }
    }
}
