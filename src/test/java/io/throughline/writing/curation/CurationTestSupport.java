package io.throughline.writing.curation;

import io.throughline.infra.cypher.GraphWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.graphql.ExecutionGraphQlService;

/** Adds a source, a network and a city for editors to change, and removes everything they wrote. */
abstract class CurationTestSupport {

    static final String SOURCE = "curation-tests-source";
    static final String CITY = "curation-tests-monza";
    static final String TWIN = "curation-tests-monza-brianza";
    static final String NETWORK = "curation-tests-network";
    static final String MEMBERSHIP = CITY + ".member." + NETWORK;

    final EditorClient editors;
    final GraphWriter writer;

    CurationTestSupport(ExecutionGraphQlService graphQl, GraphWriter writer) {
        this.editors = new EditorClient(graphQl);
        this.writer = writer;
    }

    @BeforeEach
    void addThings() {
        editors.curator();
        editors.done(
                "addSource",
                "{id: \"%s\", title: \"A list\", licence: \"none\", statedAt: \"2024\"}".formatted(SOURCE));
        editors.done(
                "addOrganization",
                "{id: \"%s\", name: \"Curation Tests\", kind: NETWORK, evidence: {source: \"%s\"}}"
                        .formatted(NETWORK, SOURCE));
        addCity(CITY, "Monza");
    }

    @AfterEach
    void removeThings() {
        editors.nobody();
        writer.write(transaction -> {
            transaction.run("""
                            MATCH (edit:Edit)
                            WITH collect(edit.id) AS edits
                            MATCH (node:Entity)
                            WHERE node.id CONTAINS 'curation-tests' OR node:Edit OR node.activityId IN edits
                            DETACH DELETE node
                            """).consume();
            return transaction
                    .run(
                            "MATCH (node:Entity) WHERE node.recordedBy = 'maria' OR node.withdrawnBy = 'maria' RETURN count(node)")
                    .single();
        });
    }

    final void addCity(String id, String name) {
        editors.done(
                "addCity",
                "{id: \"%s\", name: \"%s\", kind: CITY, country: \"IT\", evidence: {source: \"%s\"}}"
                        .formatted(id, name, SOURCE));
    }

    final String assertMembership(String member, String more) {
        return editors.done("assertMembership", membership(member, more), "claim { id }")
                .get("claim.id");
    }

    static String membership(String member, String more) {
        return "{member: \"%s\", role: MEMBER, organization: \"%s\", evidence: {source: \"%s\"} %s}"
                .formatted(member, NETWORK, SOURCE, more);
    }

    final int membersKnownAt(String moment) {
        var answer = editors.read(
                "{ organization(id: \"%s\") { members(knownAt: \"%s\") { totalCount } } }".formatted(NETWORK, moment));
        return Integer.parseInt(answer.replaceAll("(?s).*totalCount\":(\\d+).*", "$1"));
    }

    final String lastActivity() {
        return editors.read("{ activities(first: 1) { nodes { id } } }").replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    /** The database's current time. */
    final String now() {
        return writer.write(transaction -> transaction
                .run("RETURN toString(datetime.realtime()) AS now")
                .single()
                .get("now")
                .asString());
    }
}
