package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.throughline.GraphTest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** The facts of other sources and the lists of cities have the numbers, dates and strengths with which they were collected. */
@GraphTest
class OtherFactsTests {

    private GraphQueries graph;

    @BeforeEach
    void openGraph(@Autowired Driver driver) {
        graph = new GraphQueries(driver);
    }

    @Test
    void eachOrganizationFactIsAClaimWithItsDateAndStrength() throws IOException {
        var facts = CollectedFacts.in("organisation-facts.csv");
        assertThat(facts).hasSize(107);
        var claims =
                graph
                        .rows("MATCH (claim:Claim) WHERE claim.id STARTS WITH 'org-facts.' RETURN claim", Map.of())
                        .stream()
                        .map(row -> row.get("claim"))
                        .collect(Collectors.toMap(claim -> claim.get("id").asString(), claim -> claim));
        for (var i = 0; i < facts.size(); i++) {
            var fact = facts.get(i);
            var id = String.format(Locale.ROOT, "org-facts.%03d", i + 1);
            assertThat(claims).as(fact.toString()).containsKey(id);
            var claim = Objects.requireNonNull(claims.get(id));
            assertThat(claim.get("asOf").asString("")).as(id).isEqualTo(fact.getField("as_of"));
            assertThat(claim.get("strength").asString()).as(id).isEqualTo(fact.getField("strength"));
        }
    }

    @Test
    void eachCityMembershipIsAClaimWithItsSourceAndDate() throws IOException {
        var facts = CollectedFacts.in("city-memberships.csv");
        assertThat(facts).hasSize(754);
        var collected = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> "%s %s by %s as of %s, %s"
                                .formatted(
                                        fact.getField("role"),
                                        fact.getField("organization"),
                                        fact.getField("source"),
                                        day(fact),
                                        fact.getField("strength")),
                        Collectors.counting()));
        var stated = stated();
        assertThat(collected)
                .allSatisfy((fact, claims) ->
                        assertThat(stated.getOrDefault(fact, 0L)).as(fact).isGreaterThanOrEqualTo(claims));
    }

    /** The day of C40's list was collected with the name of its source (2024-11-06), the month as its date. */
    private static String day(NamedCsvRecord fact) {
        return fact.getField("source").equals("c40-2024-11") ? "2024-11-06" : fact.getField("as_of");
    }

    @Test
    void eachCityMembershipIsPrintedAsCollected() throws IOException {
        var printed = graph.column("""
                        MATCH (claim:Claim)-[:SUPPORTS]->(membership)-[:MEMBER]->(:Agent)
                        RETURN claim.sourceId + ' ' + membership.organizationId + ' ' + claim.printed
                        """).stream().map(String::valueOf).toList();
        assertThat(CollectedFacts.in("city-memberships.csv")).allSatisfy(fact -> {
            var beginning = "%s %s %s"
                    .formatted(fact.getField("source"), fact.getField("organization"), fact.getField("member"));
            assertThat(printed).anyMatch(line -> line.startsWith(beginning));
        });
    }

    private Map<String, Long> stated() {
        return graph.rows("""
                        MATCH (claim:Claim)-[:SUPPORTS]->(membership:Membership)-[:MEMBER]->(:Agent)
                        WHERE coalesce(membership.status, '') <> 'NOT_MEMBER'
                        RETURN membership.role AS role, membership.organizationId AS organization,
                               claim.sourceId AS source, claim.asOf AS asOf, claim.strength AS strength, count(*) AS claims
                        """, Map.of()).stream()
                .collect(Collectors.toMap(
                        row -> "%s %s by %s as of %s, %s"
                                .formatted(
                                        row.get("role").asString(),
                                        row.get("organization").asString(),
                                        row.get("source").asString(),
                                        row.get("asOf").asString(""),
                                        row.get("strength").asString()),
                        row -> row.get("claims").asLong()));
    }
}
