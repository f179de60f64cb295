package io.throughline.writing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddingTests extends LedgerTestSupport {

    @Test
    void anAddedCityIsFoundByNameAndPlaceAndUnchangedWhenAddedAgain() {
        writer.write(transaction -> {
            ledger.addAgents(transaction, LATER, List.of(city("ledger-tests-monza", "Elsewhere")));
            return null;
        });
        assertThat(one("""
                        MATCH (city:City:LocalGovernment:Agent {id: 'ledger-tests-monza'})-[:IN_COUNTRY]->(country:Place)
                        MATCH (city)-[:HAS_IDENTIFIER]->(identifier:Identifier)
                        RETURN [city.name, city.sortName, city.nameKey, city.nameSpelled, city.worldRegionId = country.partOfId,
                                city.populationClass, city.position.latitude, identifier.scheme, identifier.url, city.activityId]
                        """))
                .isEqualTo(List.of(
                        "Mönza",
                        "monza",
                        "monza",
                        "moenza",
                        true,
                        "SMALL_URBAN",
                        45.58,
                        "geonames",
                        "https://www.geonames.org/ledger-tests-monza",
                        "ledger-tests-import"));
    }

    @Test
    void doesNotAddAnAgentWhoseIdentifierAnotherHas() {
        assertThat(add(city("ledger-tests-twin", "Twin", Map.of("geonames", "ledger-tests-monza"))))
                .isEqualTo(Map.of("ledger-tests-twin", "ledger-tests-monza"));
        assertThat(one("RETURN EXISTS { (:Entity {id: 'ledger-tests-twin'}) }")).isEqualTo(false);
    }

    @Test
    void refusesAnAgentWhoseIdentifiersBelongToTwoOthers() {
        add(city("ledger-tests-other", "Other", Map.of("wikidata", "ledger-tests-other")));
        assertThatIllegalStateException()
                .isThrownBy(() -> add(city(
                        "ledger-tests-twin",
                        "Twin",
                        Map.of("geonames", "ledger-tests-monza", "wikidata", "ledger-tests-other"))))
                .withMessageContainingAll("ledger-tests-twin", "ledger-tests-monza", "ledger-tests-other");
        assertThat(one("RETURN EXISTS { (:Entity {id: 'ledger-tests-twin'}) }")).isEqualTo(false);
    }

    @Test
    void addsAMissingStateWithItsClaimAndKeepsItWhileACityIsInIt() {
        addInNortheastern(IMPORT, "ledger-tests-akureyri");
        addInNortheastern(LATER, "ledger-tests-husavik");
        var citiesInState = """
                MATCH (city:City)-[:IN_STATE]->(state:Place {id: city.stateId})-[:PART_OF]->(country:Place)
                MATCH (state)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source:Source)
                WHERE city.id STARTS WITH 'ledger-tests' AND state.id = 'IS-6'
                WITH state, country, claim, source, count(city) AS cities
                RETURN [state.name, state.kind, state.iso, country.id, claim.activityId, source.id, cities]
                """;
        assertThat(one(citiesInState))
                .isEqualTo(List.of(
                        "Northeastern", "SUBDIVISION", "IS-6", "IS", "ledger-tests-import", "unicode-cldr-48", 2L));
        undo(IMPORT);
        assertThat(one(citiesInState))
                .isEqualTo(List.of(
                        "Northeastern", "SUBDIVISION", "IS-6", "IS", "ledger-tests-import", "unicode-cldr-48", 1L));
        undo(LATER);
        addInNortheastern(IMPORT, "ledger-tests-akureyri");
        assertThat(one(citiesInState)).asInstanceOf(LIST).last().isEqualTo(1L);
        undo(IMPORT);
        assertThat(one("MATCH (place:Withdrawn {id: 'IS-6'})<-[:SUPPORTS]-(claim:Withdrawn) RETURN count(claim)"))
                .isEqualTo(1L);
    }

    private void addInNortheastern(LedgerActivity by, String id) {
        var monza = city(id, id);
        var city = NewAgentBuilder.builder()
                .id(id)
                .label("City")
                .kind("TOWN")
                .name(id)
                .identifiers(monza.identifiers())
                .countryId("IS")
                .stateId("IS-6")
                .build();
        writer.write(transaction -> {
            ledger.addAgents(transaction, by, List.of(city));
            return null;
        });
    }

    @Test
    void keepsAnotherTextOfASourceAsAnEdition() {
        writer.write(transaction -> {
            ledger.addSource(transaction, LATER, source("ledger-tests-list", "0a"));
            ledger.addSource(transaction, LATER, source("ledger-tests-list", "0b"));
            ledger.addSource(transaction, LATER, source("ledger-tests-list", "0b"));
            return null;
        });
        assertThat(
                        one(
                                "MATCH (s:Source {id: 'ledger-tests-list'})<-[:EDITION_OF]-(e) WITH s, collect(e.sha256) AS others RETURN [s.sha256, others]"))
                .isEqualTo(List.of("0a", List.of("0b")));
    }

    private Map<String, String> add(NewAgent agent) {
        return writer.write(transaction -> ledger.addAgents(transaction, LATER, List.of(agent)));
    }
}
