package io.throughline.model.route;

import io.throughline.GraphTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class RoutesTests {

    private static final String ROUTES = """
            {
              city(id: "routes-test-city") {
                routesTo(organization: "race-to-zero", kinds: [STATED, IMPLIED, POSSIBLE]) { kind }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @AfterEach
    void removeTheCity() {
        driver.executableQuery("MATCH (e:Entity) WHERE e.id STARTS WITH 'routes-test' DETACH DELETE e")
                .execute();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENDED", "NOT_MEMBER"})
    void anEndedOrDeniedMembershipIsNotARoute(String status) {
        join("race-to-zero", status, "STATED");
        join("cities-race-to-zero", status, "STATED");
        join("c40", status, "STATED");
        graphQl.document(ROUTES)
                .execute()
                .path("city.routesTo[*]")
                .entityList(Object.class)
                .hasSize(0);
    }

    @Test
    void anImpliedMembershipIsNeverShownAsStated() {
        join("race-to-zero", "IN_FORCE", "IMPLIED");
        graphQl.document(ROUTES)
                .execute()
                .path("city.routesTo[*].kind")
                .entityList(String.class)
                .containsExactly("IMPLIED");
    }

    @Test
    void aMemberOfAPartnerHasOnlyAPossibleRoute() {
        join("c40", "IN_FORCE", "STATED");
        graphQl.document(ROUTES)
                .execute()
                .path("city.routesTo[*].kind")
                .entityList(String.class)
                .containsExactly("POSSIBLE");
    }

    private void join(String organization, String status, String strength) {
        driver.executableQuery("""
                        MERGE (city:Entity:Agent:LocalGovernment:City {id: 'routes-test-city'})
                        SET city.name = 'Test', city.sortName = 'test', city.kind = 'CITY', city.resolution = 'RESOLVED'
                        WITH city
                        MATCH (organization:Entity {id: $organization})
                        CREATE (city)<-[:MEMBER]-(:Entity:Membership {
                          id: 'routes-test.' + $organization, memberId: city.id, organizationId: $organization,
                          role: 'MEMBER', status: $status, strength: $strength, sourceCount: 1
                        })-[:ORGANIZATION]->(organization)
                        """)
                .withParameters(Map.of("organization", organization, "status", status, "strength", strength))
                .execute();
    }
}
