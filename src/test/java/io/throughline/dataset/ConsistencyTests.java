package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** The graph of the built-in dataset keeps the consistency rules. */
@GraphTest
class ConsistencyTests extends ConsistencyRules {

    @Autowired
    private Driver driver;

    @Override
    protected Driver driver() {
        return driver;
    }

    @Test
    void everySourceSaysWhenItWasRetrieved() {
        assertThat(new GraphQueries(driver).column("""
                        MATCH (source:Source {origin: 'built-in'})
                        WHERE source.retrievedAtLatest IS NULL
                        RETURN source.id
                        """)).isEmpty();
    }

    @Test
    void membershipsOnlyImpliedByOrganizationFactsStayImplied() {
        assertThat(new GraphQueries(driver).column("""
                        MATCH (claim:Claim {strength: 'IMPLIED'})-[:SUPPORTS]->(membership:Membership {strength: 'IMPLIED'})
                        WHERE claim.id STARTS WITH 'org-facts.'
                        RETURN DISTINCT membership.id
                        """))
                .as("of 13; a newspaper states that Bell Ville is a member of RAMCC")
                .hasSize(12);
    }
}
