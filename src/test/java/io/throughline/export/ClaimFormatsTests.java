package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the formats that include claims. */
@GraphTest
class ClaimFormatsTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SimpleValueFactory VALUES = SimpleValueFactory.getInstance();
    private static final String OF_BOSTON = "?where={\"member\":{\"id\":{\"eq\":\"boston\"}}}";

    private final Exported exported;
    private final GraphQlTester graphQl;

    @Autowired
    ClaimFormatsTests(WebApplicationContext server, GraphQlTester graphQl) {
        this.exported = new Exported(server, graphQl);
        this.graphQl = graphQl;
    }

    @Test
    void everyLineHasAMembershipWithItsClaims() {
        var lines = lines("memberships.jsonl");
        assertThat(lines).hasSize(exported.memberships() + exported.denied());
        assertThat(lines)
                .extracting(line -> line.get("id").asString())
                .isSorted()
                .doesNotHaveDuplicates();
        var answer = graphQl.document("""
                        { memberships(where: {member: {id: {eq: "boston"}}}) { nodes {
                            id role claims { nodes { id printed locator rank source { id title } } } } } }""")
                .execute()
                .path("memberships.nodes")
                .entity(JsonNode.class)
                .get();
        var ofBoston = lines("memberships.jsonl" + OF_BOSTON);
        assertThat(ofBoston).hasSameSizeAs(answer);
        for (var place = 0; place < ofBoston.size(); place++) {
            var line = ofBoston.get(place);
            var node = answer.get(place);
            assertThat(line.get("id")).isEqualTo(node.get("id"));
            assertThat(line.get("memberName").asString()).isEqualTo("Boston");
            assertThat(values(line.get("claims"), "id")).isEqualTo(values(node.at("/claims/nodes"), "id"));
            assertThat(values(line.get("claims"), "printed")).isEqualTo(values(node.at("/claims/nodes"), "printed"));
            assertThat(values(line.get("claims"), "locator")).isEqualTo(values(node.at("/claims/nodes"), "locator"));
            assertThat(line.at("/claims/0/source/title")).isEqualTo(node.at("/claims/nodes/0/source/title"));
            assertThat(line.at("/claims/0/recordedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        }
        assertThat(lines("memberships.jsonl" + OF_BOSTON + "&header=true")
                        .get(0)
                        .at("/metadata/version")
                        .asString())
                .isEqualTo("2026.11.6");
    }

    @Test
    void turtleUsesOrgAndProvTerms() throws IOException {
        var model = turtle("memberships.ttl");
        var memberships = model.filter(null, RDF.TYPE, org("Membership")).subjects();
        assertThat(memberships).hasSize(exported.memberships());
        for (var property : List.of("member", "organization", "role")) {
            assertThat(memberships)
                    .allSatisfy(membership -> assertThat(model.filter(membership, org(property), null))
                            .hasSize(1));
        }
        assertThat(memberships)
                .allSatisfy(membership -> assertThat(
                                model.filter(membership, VALUES.createIRI(IriFactory.PROV, "wasDerivedFrom"), null))
                        .isNotEmpty());
        assertThat(model.contains(
                        VALUES.createIRI("urn:throughline:race-to-zero"), RDF.TYPE, org("OrganizationalCollaboration")))
                .isTrue();
        assertThat(model.filter(null, VALUES.createIRI(IriFactory.SCHEMA, "version"), null)
                        .objects())
                .containsExactly(VALUES.createLiteral("2026.11.6"));
        assertThat(model.filter(null, org("member"), null).objects())
                .allSatisfy(member -> assertThat(model.filter(
                                (org.eclipse.rdf4j.model.Resource) member,
                                VALUES.createIRI(IriFactory.SCHEMA, "name"),
                                null))
                        .hasSize(1));
    }

    @Test
    void aDateKeepsItsPrecision() throws IOException {
        var dated = turtle("memberships.ttl")
                .filter(null, VALUES.createIRI(IriFactory.SCHEMA, "startDate"), null)
                .objects();
        assertThat(dated).isNotEmpty();
        assertThat(dated).allSatisfy(date -> {
            var literal = (org.eclipse.rdf4j.model.Literal) date;
            if (literal.getLabel().length() == 4) {
                assertThat(literal.getDatatype()).isEqualTo(XSD.GYEAR);
            } else if (literal.getLabel().length() == 7) {
                assertThat(literal.getDatatype()).isEqualTo(XSD.GYEARMONTH);
            } else if (literal.getLabel().matches("\\d{4}-\\d{2}-\\d{2}")) {
                assertThat(literal.getDatatype()).isEqualTo(XSD.DATE);
            }
        });
    }

    @Test
    void jsonLdEqualsTurtle() throws IOException {
        var one = turtle("memberships.ttl" + OF_BOSTON);
        var other = Rio.parse(new StringReader(exported.text("memberships.jsonld" + OF_BOSTON)), "", RDFFormat.JSONLD);
        // time of creation and query differ
        for (var model : List.of(one, other)) {
            model.remove(VALUES.createIRI("urn:throughline:dataset"), null, null);
        }
        assertThat(one).hasSizeGreaterThan(100);
        assertThat(Models.isomorphic(one, other)).isTrue();
    }

    private Model turtle(String file) throws IOException {
        return Rio.parse(new StringReader(exported.text(file)), "", RDFFormat.TURTLE);
    }

    private static org.eclipse.rdf4j.model.IRI org(String name) {
        return VALUES.createIRI(IriFactory.ORG, name);
    }

    private List<JsonNode> lines(String file) {
        return exported.text(file).lines().map(JSON::readTree).toList();
    }

    private static List<String> values(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(entry -> entry.path(name).asString(""))
                .toList();
    }
}
