package io.throughline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.agent.OrganizationKind;
import io.throughline.cypher.GraphWriter;
import io.throughline.date.PartialDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A graph with a network, a city and a list that speak of nobody yet, and what it takes to look at it. */
@GraphTest
abstract class LedgerKeeping {

    static final Activity IMPORT = new Activity("ledger-tests-import", Activity.Kind.IMPORT, "Ada");
    static final Activity LATER = new Activity("ledger-tests-later", Activity.Kind.IMPORT, "Grace");

    static final Activity UNDOING = new Activity("ledger-tests-undoing", Activity.Kind.IMPORT, "Grace");

    @Autowired
    GraphWriter writer;

    @Autowired
    Ledger ledger;

    @BeforeEach
    void addThings() {
        writer.write(transaction -> {
            ledger.addOrganizations(
                    transaction,
                    IMPORT,
                    List.of(new NewOrganization(
                            "ledger-tests-network", "Ledger Tests", OrganizationKind.NETWORK, null, null, null)));
            ledger.addAgents(transaction, IMPORT, List.of(city("ledger-tests-monza", "Mönza")));
            ledger.addSource(transaction, IMPORT, source("ledger-tests-list", "0a"));
            return null;
        });
    }

    @AfterEach
    void leaveTheGraphAsItWas() {
        writer.write(transaction -> transaction.run("""
                        MATCH (node:Entity)
                        WHERE node.id STARTS WITH 'ledger-tests' OR node.activityId STARTS WITH 'ledger-tests'
                        DETACH DELETE node
                        """).consume());
    }

    void undo(Activity activity) {
        while (writer.write(transaction -> ledger.undo(transaction, UNDOING, activity.id(), 10))
                .more()) {}
    }

    /** Records claims and checks that it was foreseen what comes of them, whatever that is. */
    List<Recorded> recordAsForeseen(Activity by, List<MembershipClaim> claims) {
        return writer.write(transaction -> {
            var foreseen = ledger.foresee(transaction, by, claims);
            var recorded = ledger.record(transaction, by, claims);
            assertThat(foreseen).isEqualTo(recorded);
            return recorded;
        });
    }

    Object one(String query) {
        return writer.write(
                transaction -> transaction.run(query).single().get(0).asObject());
    }

    static NewAgent city(String id, String name) {
        return city(id, name, Map.of("geonames", id));
    }

    static NewAgent city(String id, String name, Map<String, String> identifiers) {
        return new NewAgent(id, "City", "MUNICIPALITY", name, "IT", null, 45.58, 9.27, 123_000L, 2024, identifiers);
    }

    static NewSource source(String id, String sha256) {
        return new NewSource(
                id,
                "A list",
                "c40",
                null,
                null,
                "en",
                PartialDate.parse("2024"),
                null,
                "list.csv",
                sha256,
                "none",
                null,
                null,
                null);
    }
}
