package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** All 164 claims of the five texts are in the graph. */
@GraphTest
class TextClaimsTests {

    private GraphQueries graph;

    @BeforeEach
    void openGraph(@Autowired Driver driver) {
        graph = new GraphQueries(driver);
    }

    @Test
    void eachClaimSupportsSomethingAndHasItsText() {
        assertThat(TextClaimNumbers.NUMBERS).hasSize(164).doesNotHaveDuplicates();
        var found = graph.rows("""
                UNWIND $ids AS id
                MATCH (claim:Claim {id: id})-[:STATED_IN]->(source:Source)
                WHERE EXISTS { (claim)-[:SUPPORTS]->(:Entity) }
                RETURN id, source.id AS source
                """, Map.of("ids", TextClaimNumbers.ids().toList()));
        assertThat(found)
                .extracting(row -> row.get("id").asString())
                .containsExactlyElementsOf(TextClaimNumbers.ids().toList());
        assertThat(found).allSatisfy(row -> {
            var text = row.get("id").asString().charAt("claim-".length()) - '0';
            assertThat(row.get("source").asString()).isEqualTo(GraphQueries.TEXTS.get(text));
        });
    }

    @Test
    void eachClaimIsInTheTableOfTheDocumentation() throws IOException {
        var table = Files.readString(Path.of("docs", "dataset.md"));
        assertThat(TextClaimNumbers.NUMBERS)
                .allSatisfy(number -> assertThat(table).contains("\n| `%s` |".formatted(number)));
    }

    @Test
    void eachStatementIsInTheGraphWithItsValue() {
        var lines = DatasetVariants.REAL.rows(DatasetTables.STATEMENTS).stream()
                .map(row -> Map.of(
                        "claim", row.required("claim"),
                        "subject", row.required("subject"),
                        "property", row.required("property"),
                        "value", row.cells().get("value")))
                .toList();
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(graph.rows("""
                        UNWIND $lines AS line
                        OPTIONAL MATCH (:Claim {id: line.claim})-[says:SUPPORTS]->(:Entity {id: line.subject})
                        WITH line, says
                        WHERE says IS NULL OR says[line.property] <> line.value OR says[line.property] IS NULL
                        RETURN line
                        """, Map.of("lines", lines))).isEmpty();
    }

    @Test
    void theNumbersMatchTheCollectedFacts() throws IOException {
        assertThat(CollectedFacts.in("seed-claims.csv"))
                .extracting(row -> row.getField("claim_id"))
                .containsExactlyInAnyOrderElementsOf(TextClaimNumbers.NUMBERS);
    }

    /** Except two facts, which were collected again from a page that is one of the texts. */
    @Test
    void noOtherClaimCitesAText() {
        assertThat(graph.column("""
                        MATCH (claim:Claim)-[:STATED_IN]->(source:Source)
                        WHERE source.id IN $texts
                        RETURN DISTINCT CASE
                          WHEN claim.id STARTS WITH 'claim-' THEN substring(claim.id, size('claim-'), 4)
                          ELSE claim.id
                        END
                        """)).contains("org-facts.009", "org-facts.010").hasSize(164 + 2);
    }

    @Test
    void theTextsHaveTheChecksumOfTheirFile() {
        assertThat(
                        graph.column(
                                "MATCH (source:Source) WHERE source.id IN $texts AND source.file ENDS WITH '.txt' AND size(source.sha256) = 64 RETURN source.id"))
                .containsExactlyInAnyOrderElementsOf(List.copyOf(GraphQueries.TEXTS));
    }
}
