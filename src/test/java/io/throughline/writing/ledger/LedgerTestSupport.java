package io.throughline.writing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.model.agent.OrganizationKind;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Adds a network, a city and an empty list to the graph, and offers ways to read and undo what tests write. */
@GraphTest
abstract class LedgerTestSupport {

    static final LedgerActivity IMPORT = new LedgerActivity("ledger-tests-import", LedgerActivity.Kind.IMPORT, "Ada");
    static final LedgerActivity LATER = new LedgerActivity("ledger-tests-later", LedgerActivity.Kind.IMPORT, "Grace");

    static final LedgerActivity UNDOING =
            new LedgerActivity("ledger-tests-undoing", LedgerActivity.Kind.IMPORT, "Grace");

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
    void removeThings() {
        writer.write(transaction -> transaction.run("""
                        MATCH (node:Entity)
                        WHERE node.id STARTS WITH 'ledger-tests' OR node.activityId STARTS WITH 'ledger-tests'
                        DETACH DELETE node
                        """).consume());
    }

    void undo(LedgerActivity activity) {
        while (writer.write(transaction -> ledger.undo(transaction, UNDOING, activity.id(), 10))
                .more()) {}
    }

    /** Records claims and checks that the preview returned the same outcomes. */
    List<RecordedClaim> recordAsPreviewed(LedgerActivity by, List<MembershipClaim> claims) {
        return writer.write(transaction -> {
            var preview = ledger.preview(transaction, by, claims);
            var recorded = ledger.record(transaction, by, claims);
            assertThat(preview).isEqualTo(recorded);
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
        return NewAgentBuilder.builder()
                .id(id)
                .label("City")
                .kind("MUNICIPALITY")
                .name(name)
                .identifiers(identifiers)
                .countryId("IT")
                .latitude(45.58)
                .longitude(9.27)
                .population(123_000L)
                .populationYear(2024)
                .build();
    }

    static NewSource source(String id, String sha256) {
        return NewSourceBuilder.builder()
                .id(id)
                .title("A list")
                .licence("none")
                .publisherId("c40")
                .language("en")
                .statedAt(PartialDate.parse("2024"))
                .file("list.csv")
                .sha256(sha256)
                .build();
    }
}
