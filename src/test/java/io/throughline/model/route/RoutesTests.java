package io.throughline.model.route;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Tokyo is in the Japan Climate Initiative, whose circle is a partner of Race to Zero; whether Tokyo is in it, nobody says. */
    @Test
    void aCircleOfAnOrganizationIsAPossibleRouteWithAGap() {
        var routes = graphQl.document("""
                        {
                          region(id: "tokyo-metropolitan-government") {
                            routesTo(organization: "race-to-zero", kinds: [POSSIBLE]) {
                              via { id }
                              gap { member { id } organization { id } via { id } }
                              entryRoutes { id }
                              steps { role }
                            }
                          }
                        }""")
                .execute()
                .path("region.routesTo")
                .entityList(Object.class)
                .get();
        assertThat(routes)
                .filteredOn(route -> route.toString().contains("jci"))
                .singleElement()
                .hasToString(
                        "{via=[{id=jci}, {id=jci-race-to-zero-circle}], gap={member={id=tokyo-metropolitan-government},"
                                + " organization={id=jci-race-to-zero-circle}, via=null},"
                                + " entryRoutes=[{id=route-jci-circle-race-to-zero}],"
                                + " steps=[{role=MEMBER}, {role=SECTION}, {role=OFFICIAL_PARTNER}]}");
    }

    @Test
    void theGapOfAPartnersMemberIsThatItJoinedThroughThePartner() {
        join("c40", "IN_FORCE", "STATED");
        graphQl.document(ROUTES.replace("{ kind }", "{ gap { member { id } organization { id } via { id } } }"))
                .execute()
                .path("city.routesTo[0].gap")
                .entity(Object.class)
                .satisfies(gap -> assertThat(gap)
                        .hasToString(
                                "{member={id=routes-test-city}, organization={id=cities-race-to-zero}, via={id=c40}}"));
    }

    private void join(String organization, String status, String strength) {
        driver.executableQuery("""
                        MERGE (city:Entity:Agent:LocalGovernment:City {id: 'routes-test-city'})
                        SET city.name = 'Test', city.sortName = 'test', city.kind = 'CITY', city.resolution = 'RESOLVED'
                        WITH city
                        MATCH (organization:Entity {id: $organization})
                        CREATE (city)<-[:MEMBER]-(:Entity:Membership {
                          id: 'routes-test.' + $organization, memberId: city.id, organizationId: $organization,
                          role: 'MEMBER', status: $status, lapsed: CASE $status WHEN 'ENDED' THEN true END, strength: $strength, sourceCount: 1
                        })-[:ORGANIZATION]->(organization)
                        """)
                .withParameters(Map.of("organization", organization, "status", status, "strength", strength))
                .execute();
    }
}
