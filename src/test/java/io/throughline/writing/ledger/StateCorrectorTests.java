package io.throughline.writing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("full") // corrects stores as earlier releases left them
class StateCorrectorTests extends LedgerTestSupport {

    private static final String STATE = """
            MATCH (city:Entity {id: '%s'})
            OPTIONAL MATCH (city)-[:IN_STATE]->(state)
            WITH city, collect(state.id) AS states
            RETURN [city.stateId, states]
            """;

    @Autowired
    private StateCorrector corrector;

    @Test
    void movesACityFromTheStateThatAnEarlierReleaseGaveItAndItsIdStays() {
        add(IMPORT, "ledger-tests-bahia-blanca-ar-c", "3865086", "AR", "AR-C");
        correct();
        assertThat(one(STATE.formatted("ledger-tests-bahia-blanca-ar-c"))).isEqualTo(List.of("AR-B", List.of("AR-B")));
        assertThat(
                        one(
                                "MATCH (city:City {stateId: 'AR-C'}) WHERE city.id STARTS WITH 'ledger-tests' RETURN count(city)"))
                .isEqualTo(0L);
    }

    @Test
    void repeatingItChangesNothing() {
        // Iran's codes went round in a circle: IR-14 was Fars and IR-07 Tehran
        add(IMPORT, "ledger-tests-fasa", "134721", "IR", "IR-14");
        add(LATER, "ledger-tests-varamin", "112214", "IR", "IR-07");
        correct();
        assertThat(correct()).isZero();
        assertThat(one(STATE.formatted("ledger-tests-fasa"))).isEqualTo(List.of("IR-07", List.of("IR-07")));
        assertThat(one(STATE.formatted("ledger-tests-varamin"))).isEqualTo(List.of("IR-23", List.of("IR-23")));
    }

    @Test
    void addsTheStateAsPartOfTheActivityThatAddedTheCity() {
        add(IMPORT, "ledger-tests-castellon", "2519752", "ES", "ES-V");
        add(IMPORT, "ledger-tests-zhodzina", "618800", "BY", "BY-HM");
        correct();
        undo(IMPORT);
        assertThat(one("MATCH (place:Place) WHERE place.id = 'BY-MI' RETURN count(place)"))
                .isEqualTo(0L);
    }

    @Test
    void givesAnImportedCityTheStateThatItLacked() {
        add(IMPORT, "ledger-tests-nha-trang", "1572151", "VN", null);
        correct();
        assertThat(one(STATE.formatted("ledger-tests-nha-trang"))).isEqualTo(List.of("VN-34", List.of("VN-34")));
    }

    @Test
    void leavesWhatAPersonStated() {
        var edit = new LedgerActivity("ledger-tests-edit", LedgerActivity.Kind.EDIT, "Ada");
        add(edit, "ledger-tests-tandil", "3427833", "AR", "AR-X");
        add(edit, "ledger-tests-pleiku", "1569684", "VN", null);
        add(IMPORT, "ledger-tests-no-number", "ledger-tests", "AR", "AR-C");
        correct();
        assertThat(one(STATE.formatted("ledger-tests-tandil"))).isEqualTo(List.of("AR-X", List.of("AR-X")));
        assertThat(one("MATCH (city:City {id: 'ledger-tests-pleiku'}) RETURN city.stateId IS NULL"))
                .isEqualTo(true);
        assertThat(one(STATE.formatted("ledger-tests-no-number"))).isEqualTo(List.of("AR-C", List.of("AR-C")));
    }

    @Test
    void renamesAStateThatHasAnOutdatedNameFromCldr() {
        add(IMPORT, "ledger-tests-beni-mellal", "2555745", "MA", "MA-05");
        add(IMPORT, "ledger-tests-egilsstadir", "ledger-tests", "IS", "IS-7"); // brings the source
        writer.write(transaction -> transaction.run("""
                        MATCH (place:Place {id: 'MA-05'})<-[:SUPPORTS]-(claim:Claim)-[stated:STATED_IN]->()
                        MATCH (cldr:Source {id: 'unicode-cldr-48'})
                        SET place.name = 'Rabat-Salé-Zemmour-Zaer',
                            claim.id = 'unicode-cldr-48.MA-05.name',
                            claim.sourceId = cldr.id
                        DELETE stated
                        CREATE (claim)-[:STATED_IN]->(cldr)
                        """).consume());
        correct();
        assertThat(one("""
                        MATCH (place:Place {id: 'MA-05'})<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(source)
                        RETURN [place.name, place.nameKey, claim.value, source.id]
                        """))
                .isEqualTo(List.of(
                        "Beni Mellal-Khenifra",
                        "beni mellal khenifra",
                        "Beni Mellal-Khenifra",
                        "geonames-divisions-2026"));
        assertThat(one("MATCH (claim:Withdrawn {id: 'unicode-cldr-48.MA-05.name'}) RETURN claim.withdrawnReason"))
                .asString()
                .contains("CLDR");
    }

    @Test
    void correctsWhatAnEarlierReleaseProposed() {
        var proposed = agent("ledger-tests-brno", "3078610", "CZ", "CZ-64");
        var wrong = agent("ledger-tests-olomouc", "3069011", "CZ", "CZ-712");
        assertThat(corrector.corrected(proposed)).isEqualTo(proposed);
        assertThat(corrector.corrected(wrong)).isEqualTo(agent("ledger-tests-olomouc", "3069011", "CZ", "CZ-71"));
    }

    private int correct() {
        return writer.write(corrector::correct);
    }

    private void add(LedgerActivity by, String id, String geonames, String country, @Nullable String state) {
        writer.write(transaction -> ledger.addAgents(transaction, by, List.of(agent(id, geonames, country, state))));
    }

    private static NewAgent agent(String id, String geonames, String country, @Nullable String state) {
        return NewAgentBuilder.builder()
                .id(id)
                .label("City")
                .kind("CITY")
                .name(id)
                .identifiers(Map.of("geonames", geonames))
                .countryId(country)
                .stateId(state)
                .build();
    }
}
