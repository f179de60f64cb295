package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.web.context.WebApplicationContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the graph formats back and compares them with GraphQL. */
@Tag("full") // writes and reads every format
@GraphTest
class GraphFormatsTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MAP = "?" + Exported.MAP;

    private final Exported exported;

    @Autowired
    private GraphWriter writer;

    @Autowired
    GraphFormatsTests(WebApplicationContext server, GraphQlTester graphQl) {
        exported = new Exported(server, graphQl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph", "memberships"})
    void gexfIsValidAgainstItsSchema(String selection) throws Exception {
        var text = exported.text(selection + ".gexf" + (selection.equals("graph") ? MAP : ""));
        var rules = gexfRules();
        rules.validate(new StreamSource(new StringReader(text)));
        // make sure the validator does reject invalid files
        for (var broken : List.of(
                text.replaceFirst(" source=\"[^\"]*\"", " source=\"nobody\""),
                text.replaceFirst(" start=\"[^\"]*\"", " start=\"some day\""),
                text.replaceFirst("<edges>", "<edges><node id=\"a\"/>"))) {
            assertThatThrownBy(() -> rules.validate(new StreamSource(new StringReader(broken))))
                    .isInstanceOf(SAXException.class);
        }
        var root = xml(text).getDocumentElement();
        assertThat(text(root, "description")).contains("version: 2026.11.6", "licence: CC BY 4.0", "citation: ");
        var graph = elements(root, "graph").get(0);
        assertThat(graph.getAttribute("mode")).isEqualTo("dynamic");
        assertThat(graph.getAttribute("timeformat")).isEqualTo("date");
        assertThat(graph.getAttribute("timerepresentation")).isEqualTo("interval");
        for (var of : List.of("node", "edge")) {
            var declared = new HashSet<String>();
            elements(graph, "attributes").stream()
                    .filter(attributes -> attributes.getAttribute("class").equals(of))
                    .flatMap(attributes -> elements(attributes, "attribute").stream())
                    .forEach(attribute -> declared.add(attribute.getAttribute("id")));
            for (var element : elements(graph, of)) {
                assertThat(elements(element, "attvalue"))
                        .allSatisfy(
                                value -> assertThat(value.getAttribute("for")).isIn(declared));
            }
        }
        for (var edge : elements(graph, "edge")) {
            assertThat(edge.getAttribute("type")).isIn("", "mutual");
            assertThat(edge.getAttribute("start")).matches("(\\d{4}-\\d{2}-\\d{2})?");
            assertThat(edge.getAttribute("end")).matches("(\\d{4}-\\d{2}-\\d{2})?");
        }
        assertThat(ids(graph, "edge"))
                .hasSize(selection.equals("graph") ? exported.map("edges").size() : exported.memberships());
    }

    @Test
    void everyFormatContainsTheMapReturnedByGraphQl() throws Exception {
        var nodes = exported.map("nodes").stream().map(node -> node.get("id")).toList();
        var edges = exported.map("edges").stream().map(edge -> edge.get("id")).toList();
        assertThat(nodes).hasSizeGreaterThan(100);
        for (var format : List.of("gexf", "graphml")) {
            var root = xml(exported.text("graph." + format + MAP)).getDocumentElement();
            assertThat(ids(root, "node")).as(format).containsExactlyElementsOf(strings(nodes));
            assertThat(ids(root, "edge")).as(format).containsExactlyElementsOf(strings(edges));
        }
        var nodeLink = json("graph.json" + MAP);
        assertThat(texts(nodeLink.get("nodes"), "/id")).isEqualTo(nodes);
        assertThat(texts(nodeLink.get("edges"), "/key")).isEqualTo(edges);
        var cytoscape = json("graph.cyjs" + MAP).get("elements");
        assertThat(texts(cytoscape.get("nodes"), "/data/id")).isEqualTo(nodes);
        assertThat(texts(cytoscape.get("edges"), "/data/id")).isEqualTo(edges);
        assertThat(texts(json("graph.geojson" + MAP).get("features"), "/id"))
                .isEqualTo(Stream.concat(nodes.stream(), edges.stream()).toList());
        assertThat(csv("graph.nodes.csv" + MAP))
                .extracting(row -> row.getField("Id"))
                .isEqualTo(nodes);
        assertThat(csv("graph.edges.csv" + MAP))
                .extracting(row -> row.getField("Id"))
                .isEqualTo(edges);
    }

    @Test
    void everyFormatContainsTheSameMemberships() throws Exception {
        var count = exported.memberships();
        var edges = csv("memberships.edges.csv");
        var nodes = csv("memberships.nodes.csv").stream()
                .map(row -> row.getField("Id"))
                .toList();
        assertThat(edges).hasSize(count);
        assertThat(nodes).doesNotHaveDuplicates();
        assertThat(edges.stream().flatMap(edge -> Stream.of(edge.getField("Source"), edge.getField("Target"))))
                .isSubsetOf(nodes);
        for (var format : List.of("gexf", "graphml")) {
            var root = xml(exported.text("memberships." + format)).getDocumentElement();
            assertThat(ids(root, "node")).as(format).containsExactlyElementsOf(nodes);
            assertThat(ids(root, "edge")).as(format).hasSize(count);
        }
        assertThat(texts(json("memberships.json").get("nodes"), "/id")).isEqualTo(nodes);
        assertThat(json("memberships.json").get("edges")).hasSize(count);
        assertThat(json("memberships.cyjs").at("/elements/edges")).hasSize(count);
        assertThat(json("memberships.geojson").get("features")).hasSize(nodes.size() + count);
    }

    @Test
    void deniedMembershipsAreNotEdges() {
        var all = exported.memberships();
        var denied = exported.denied();
        var id = csv("memberships.edges.csv").get(0).getField("Id");
        var before = setStatus(id, "NOT_MEMBER");
        try {
            assertThat(exported.denied()).isEqualTo(denied + 1);
            assertThat(csv("memberships.edges.csv"))
                    .hasSize(all - 1)
                    .extracting(row -> row.getField("Id"))
                    .doesNotContain(id);
            assertThat(exported.text("memberships.ttl")).doesNotContain("<urn:throughline:%s> a ".formatted(id));
            assertThat(exported.text("memberships.jsonl").lines())
                    .hasSize(all + denied)
                    .anySatisfy(
                            line -> assertThat(line).contains("{\"id\":\"" + id + "\"", "\"status\":\"NOT_MEMBER\""));
        } finally {
            setStatus(id, before);
        }
    }

    @Test
    void everyFormatIncludesItsMetadata() throws Exception {
        var citation = "Throughline, Climate campaigns, city networks and cities, version 2026.11.6";
        var graphMl = xml(exported.text("graph.graphml" + MAP)).getDocumentElement();
        assertThat(children(elements(graphMl, "graph").get(0)).stream()
                        .filter(child -> child.getLocalName().equals("data"))
                        .map(Element::getTextContent))
                .anySatisfy(text -> assertThat(text).startsWith(citation));
        assertThat(json("graph.json" + MAP).at("/graph/citation").asString()).startsWith(citation);
        assertThat(json("graph.json" + MAP).at("/graph/sources"))
                .as("the first 200; how many are left out is next to them")
                .hasSize(200);
        assertThat(json("graph.cyjs" + MAP).at("/data/citation").asString()).startsWith(citation);
        assertThat(json("graph.geojson" + MAP).at("/metadata/citation").asString())
                .startsWith(citation);
        assertThat(exported.text("graph.edges.csv" + MAP)).startsWith("Source,Target,Type,Id,Label,Weight,role");
        assertThat(exported.text("graph.edges.csv" + MAP + "&header=true"))
                .startsWith("# title: Climate campaigns")
                .contains("# citation: " + citation, "\r\nSource,Target,Type,");
    }

    @Test
    void onlyMembersHavePositions() {
        var features = json("graph.geojson" + MAP).get("features");
        var boston = feature(features, "boston");
        assertThat(boston.at("/geometry/type").asString()).isEqualTo("Point");
        assertThat(boston.at("/geometry/coordinates/0").asDouble()).isBetween(-71.1, -71.0);
        assertThat(boston.at("/geometry/coordinates/1").asDouble()).isBetween(42.3, 42.4);
        assertThat(feature(features, "c40").get("geometry").isNull()).isTrue();
    }

    @Test
    void keepsDatesAsRecorded() throws Exception {
        var recorded = csv("memberships.edges.csv").stream()
                .filter(edge -> !edge.getField("validFrom").isEmpty())
                .toList();
        assertThat(recorded).isNotEmpty();
        var gexf = new TreeMap<String, Element>();
        elements(xml(exported.text("memberships.gexf")).getDocumentElement(), "edge")
                .forEach(edge -> gexf.put(edge.getAttribute("id"), edge));
        for (var edge : recorded) {
            var drawn = Objects.requireNonNull(gexf.get(edge.getField("Id")));
            assertThat(attributes(drawn)).containsEntry("validFrom", edge.getField("validFrom"));
            if (!edge.getField("validFrom").contains("/")) {
                assertThat(drawn.getAttribute("start")).startsWith(edge.getField("validFrom"));
            }
        }
    }

    @Test
    void edgesSayWhenTheyWereSeenAndByWhichSources() throws Exception {
        var where = "?where={\"organization\":{\"id\":{\"eq\":\"iclei\"}}}";
        var edges = new TreeMap<String, NamedCsvRecord>();
        csv("memberships.edges.csv" + where).forEach(edge -> edges.put(edge.getField("Id"), edge));
        var edmonton = Objects.requireNonNull(edges.get("edmonton.member.iclei"));
        assertThat(edmonton.getField("firstSeen")).isEqualTo("2018-03-01/..");
        assertThat(edmonton.getField("sources")).isEqualTo("Search of members of ICLEI");
        var kawasaki = Objects.requireNonNull(edges.get("kawasaki.member.iclei"));
        assertThat(List.of(kawasaki.getField("firstSeen"), kawasaki.getField("lastSeen")))
                .containsExactly("2018-07", "2018-07");
        var gexf = new TreeMap<String, Element>();
        elements(xml(exported.text("memberships.gexf" + where)).getDocumentElement(), "edge")
                .forEach(edge -> gexf.put(edge.getAttribute("id"), edge));
        assertThat(gexf.keySet()).isEqualTo(edges.keySet());
        for (var edge : gexf.values()) {
            var seen = !Objects.requireNonNull(edges.get(edge.getAttribute("id")))
                    .getField("firstSeen")
                    .isEmpty();
            var stated = !(edge.getAttribute("start") + edge.getAttribute("end")).isEmpty();
            assertThat(elements(edge, "spell")).as(edge.getAttribute("id")).hasSize(seen && !stated ? 1 : 0);
        }
        var spell = elements(Objects.requireNonNull(gexf.get("kawasaki.member.iclei")), "spell")
                .get(0);
        assertThat(List.of(spell.getAttribute("start"), spell.getAttribute("end")))
                .containsExactly("2018-07-01", "2018-07-31");
        assertThat(Objects.requireNonNull(gexf.get("edmonton.member.iclei")).getAttribute("start"))
                .isEqualTo("1992-01-17");
    }

    @Test
    void matrixEqualsIncidence() {
        var rows = csv("incidence.csv?organizations=c40,gcom,race-to-zero");
        var boston =
                rows.stream().filter(row -> row.getField("id").equals("boston")).findFirst();
        assertThat(boston).isPresent();
        assertThat(boston.get().getFields()).containsExactly("boston", "Boston", "1", "1", "1");
        var limited = csv("incidence.csv?organizations=c40,gcom,race-to-zero&maxRows=10000");
        assertThat(limited)
                .extracting(NamedCsvRecord::getFields)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(NamedCsvRecord::getFields).toList());
        assertThat(csv("incidence.csv?organizations=c40,gcom&members=cambridge-ma,boston"))
                .extracting(row -> row.getField("id"))
                .containsExactly("cambridge-ma", "boston");
        assertThat(csv("incidence.csv?organizations=c40&asOf=2015-01-01"))
                .extracting(row -> row.getField("c40"))
                .contains("")
                .doesNotContain("0");
    }

    /** Returns the previous status. */
    private @Nullable String setStatus(String id, @Nullable String status) {
        return writer.write(transaction -> {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("id", id);
            parameters.put("status", status);
            var before = transaction
                    .run(
                            "MATCH (m:Membership {id: $id}) WITH m, m.status AS before SET m.status = $status RETURN before",
                            parameters)
                    .single()
                    .get("before");
            return before.isNull() ? null : before.asString();
        });
    }

    private List<NamedCsvRecord> csv(String file) {
        return CsvReader.builder().ofNamedCsvRecord(exported.text(file)).stream()
                .toList();
    }

    private JsonNode json(String file) {
        return JSON.readTree(exported.text(file));
    }

    private static JsonNode feature(JsonNode features, String id) {
        return StreamSupport.stream(features.spliterator(), false)
                .filter(feature -> feature.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array, String at) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(entry -> entry.at(at).asString())
                .toList();
    }

    private static List<String> strings(List<Object> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    private static Validator gexfRules() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(GraphFormatsTests.class.getResource("/export/gexf-1.3.xsd"))
                .newValidator();
    }

    private static Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<Element> elements(Element of, String name) {
        var found = of.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(place -> (Element) found.item(place))
                .toList();
    }

    private static List<Element> children(Element of) {
        var found = of.getChildNodes();
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static List<String> ids(Element of, String name) {
        var ids =
                elements(of, name).stream().map(each -> each.getAttribute("id")).toList();
        assertThat(Set.copyOf(ids)).hasSameSizeAs(ids);
        return ids;
    }

    private static String text(Element of, String name) {
        return elements(of, name).get(0).getTextContent();
    }

    private static Map<String, String> attributes(Element element) {
        var values = new TreeMap<String, String>();
        elements(element, "attvalue")
                .forEach(value -> values.put(value.getAttribute("for"), value.getAttribute("value")));
        return values;
    }
}
