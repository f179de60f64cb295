package io.throughline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectType;
import io.throughline.GraphTest;
import io.throughline.infra.limit.RequestLimits;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Every filter of every list, compared with a pattern in Cypher. */
@GraphTest
class FiltersTests {

    private static final Set<String> COMMON_FIELDS = Set.of("and", "or", "not");

    /** Set through arguments with other names. */
    private static final Set<String> INTERNAL = Set.of("knownAt", "atPublication", "lastRecorded");

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private GraphQlSource source;

    @Autowired
    private FilterRegistry filters;

    @Autowired
    private Driver driver;

    @Test
    void everyFilterFieldAndEveryOrderKeyOfTheSchemaIsImplemented() {
        var known = filters.known();
        assertThat(known).hasSizeGreaterThan(15);
        known.forEach((name, names) -> {
            var type = (GraphQLInputObjectType) source.schema().getType(name);
            var inSchema = new HashSet<String>();
            if (name.endsWith("Filter")) {
                type.getFields().forEach(field -> inSchema.add(field.getName()));
                inSchema.removeAll(COMMON_FIELDS);
            } else {
                ((GraphQLEnumType) source.schema().getType(name + "By"))
                        .getValues()
                        .forEach(word -> inSchema.add(word.getName()));
            }
            var implemented = new HashSet<>(names);
            implemented.removeAll(INTERNAL);
            assertThat(implemented).as(name).isEqualTo(inSchema);
        });
    }

    @Tag("full") // plans a statement for each filter
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // all and none
                "cities | {} | (city:City)",
                "cities | {and: []} | (city:City)",
                "cities | {or: []} | (city:City) WHERE false",
                "cities | {not: {}} | (city:City) WHERE false",
                // properties, also not recorded ones
                "cities | {id: {in: [\"boston\", \"lima\", \"c40\"]}} | (city:City) WHERE city.id IN ['boston', 'lima']",
                "cities | {population: {gte: 500000, lt: 1000000}} | (city:City) WHERE 500000 <= city.population < 1000000",
                "cities | {population: null} | (city:City) WHERE city.population IS NULL",
                "cities | {not: {population: null}} | (city:City) WHERE city.population IS NOT NULL",
                "cities | {not: {population: {gte: 500000}}} | (city:City) WHERE city.population < 500000",
                "cities | {populationClass: {in: [METROPOLITAN, LARGE_METROPOLITAN]}} | (city:City) WHERE city.population >= 500000",
                "cities | {resolution: {eq: UNRESOLVED}} | (city:City) WHERE city.resolution = 'UNRESOLVED'",
                "regions | {kind: {eq: PROVINCE}} | (region:Region) WHERE region.kind = 'PROVINCE'",
                "organizations | {or: [{kind: {eq: NETWORK}}, {kind: {eq: TRACK}}]} | (o:Organization) WHERE o.kind IN ['NETWORK', 'TRACK']",
                // names
                "cities | {name: {eq: \"sao PAULO\"}} | (city:City) WHERE city.id = 'sao-paulo'",
                "cities | {name: {in: [\"Lima\", \"boston\"]}} | (city:City) WHERE city.id IN ['lima', 'boston', 'boston-gb']",
                "cities | {name: {startsWith: \"San F\"}} | (city:City) WHERE city.name STARTS WITH 'San F'",
                "cities | {name: {contains: \"ville\"}} | (city:City) WHERE toLower(city.name) CONTAINS 'ville'",
                "cities | {name: {eq: \"!?\"}} | (city:City) WHERE false",
                "cities | {not: {name: {eq: \"lima\"}}} | (city:City) WHERE city.id <> 'lima'",
                "cities | {not: {name: {startsWith: \"San F\"}}} | (city:City) WHERE NOT city.name STARTS WITH 'San F'",
                // related entities
                "cities | {country: {id: {eq: \"BR\"}}} | (city:City)-[:IN_COUNTRY]->({id: 'BR'})",
                "cities | {country: {name: {eq: \"brazil\"}}} | (city:City)-[:IN_COUNTRY]->({id: 'BR'})",
                "cities | {name: null} | (city:City) WHERE false",
                "cities | {not: {country: {name: {eq: \"brazil\"}}}} | (city:City) WHERE city.countryId <> 'BR'",
                "memberships | {not: {via: {id: {eq: \"c40\"}}}} | (m:Membership) WHERE NOT 'c40' IN m.viaIds",
                "cities | {membershipCount: {gte: 1, undated: null}} | (city:City) WHERE EXISTS { (city)-[l:MEMBER_OF]->() WHERE l.role IN ['MEMBER', 'SIGNATORY'] AND l.lapsed IS NULL }",
                "cities | {country: null} | (city:City) WHERE NOT EXISTS { (city)-[:IN_COUNTRY]->() }",
                "cities | {country: {partOf: {id: {eq: \"world\"}}}} | (city:City) WHERE EXISTS { (city)-[:IN_COUNTRY]->()-[:PART_OF]->()-[:PART_OF]->({id: 'world'}) }",
                "cities | {state: {iso: {startsWith: \"US-\"}}} | (city:City)-[:IN_STATE]->(state) WHERE state.iso STARTS WITH 'US-'",
                "places | {partOf: {id: {eq: \"US\"}}} | (place:Place)-[:PART_OF]->({id: 'US'})",
                // position
                "cities | {position: {near: {latitude: 42.36, longitude: -71.06, kilometres: 30}}} | (city:City) WHERE point.distance(city.position, point({latitude: 42.36, longitude: -71.06})) <= 30000",
                "cities | {position: {within: {south: -60, west: -80, north: 0, east: -30}}} | (city:City) WHERE -60 <= city.latitude <= 0 AND -80 <= city.longitude <= -30",
                "cities | {position: null} | (city:City) WHERE city.latitude IS NULL",
                // memberships of an agent
                "cities | {memberOf: {}} | (city:City)",
                "cities | {memberOf: {allOf: [\"boston\"]}} | (city:City) WHERE false",
                "cities | {memberOf: {anyOf: []}} | (city:City) WHERE false",
                "cities | {memberOf: {noneOf: [\"c40\"]}} | (city:City) WHERE NOT EXISTS { (city)<-[:MEMBER]-(m:Membership {role: 'MEMBER', organizationId: 'c40'}) WHERE m.lapsed IS NULL }",
                "cities | {memberOf: {allOf: [\"cities-race-to-zero\", \"race-to-zero\"]}} | (city:City)<-[:MEMBER]-(:Membership {organizationId: 'cities-race-to-zero'})",
                "cities | {memberships: {none: {}}} | (city:City) WHERE NOT EXISTS { (city)<-[:MEMBER]-(:Membership) }",
                "cities | {memberships: {some: {organization: {id: {eq: \"c40\"}}, role: {eq: MEMBER}}}} | (city:City)<-[:MEMBER]-(:Membership {role: 'MEMBER', organizationId: 'c40'})",
                "organizations | {members: {some: {role: {eq: SECRETARIAT}}}} | (o:Organization) WHERE EXISTS { (o)<-[:ORGANIZATION]-(:Membership {role: 'SECRETARIAT'}) }",
                "organizations | {memberCount: {gt: 50}} | (o:Organization) WHERE o.knownMembers > 50",
                "organizations | {channelCount: {gte: 50, where: {organization: {id: {eq: \"race-to-resilience\"}}}}} | (o:Organization) WHERE COUNT { (o)<-[:VIA]-(:Membership {organizationId: 'race-to-resilience'}) } >= 50",
                "cities | {membershipCount: {eq: 1}} | (city:City) WHERE COUNT { MATCH (city)<-[:MEMBER]-(m:Membership) WHERE m.role IN ['MEMBER', 'SIGNATORY'] AND m.lapsed IS NULL AND coalesce(m.status, '') <> 'NOT_MEMBER' RETURN DISTINCT m.organizationId } = 1",
                // memberships and their evidence
                "memberships | {member: {id: {eq: \"boston\"}}} | (m:Membership {memberId: 'boston'})",
                "memberships | {member: {type: {eq: REGION}}} | (m:Membership)-[:MEMBER]->(:Region)",
                "memberships | {via: {id: {eq: \"regionsadapt\"}}} | (m:Membership)-[:VIA]->({id: 'regionsadapt'})",
                "memberships | {viaStatus: null} | (m:Membership) WHERE m.viaStatus IS NULL",
                "memberships | {source: {id: {eq: \"text-jci\"}}} | (m:Membership) WHERE EXISTS { (m)<-[:SUPPORTS]-()-[:STATED_IN]->({id: 'text-jci'}) }",
                "memberships | {sourceCount: {gte: 2}} | (m:Membership) WHERE COUNT { MATCH (m)<-[:SUPPORTS]-(c:Claim) WHERE c.rank <> 'DEPRECATED' RETURN DISTINCT c.sourceId } >= 2",
                "memberships | {strength: {eq: IMPLIED}} | (m:Membership {strength: 'IMPLIED'})",
                "memberships | {validFrom: {gte: \"2020\", lt: \"2021-07\"}} | (m:Membership) WHERE m.validFromEarliest >= date('2020-01-01') AND m.validFromLatest < date('2021-07-01')",
                "memberships | {validFrom: {eq: \"../2021-10-04\"}} | (m:Membership) WHERE m.validFrom = '../2021-10-04'",
                // claims, for an audit
                "claims | {strength: {eq: IMPLIED}} | (c:Claim) WHERE c.strength = 'IMPLIED'",
                "claims | {asOf: null} | (c:Claim) WHERE c.asOf IS NULL",
                "claims | {source: {publisher: {name: {startsWith: \"massachusetts\"}}}} | (c:Claim)-[:STATED_IN]->({id: 'text-mma'})",
                "claims | {subject: {id: {eq: \"ramcc\"}}} | (c:Claim {subjectId: 'ramcc'})",
                "claims | {subject: null} | (c:Claim) WHERE c.subjectId IS NULL",
                "sources | {publisher: null} | (s:Source) WHERE NOT EXISTS { (s)-[:PUBLISHED_BY]->() }",
                "figures | {value: {gte: 4000000000}} | (f:Figure) WHERE f.value >= 4000000000",
                "figures | {about: {id: {in: [\"ramcc\", \"gcom\"]}}} | (f:Figure) WHERE f.aboutId IN ['ramcc', 'gcom']",
                // pledges
                "pledges | {subject: {country: {id: {eq: \"JP\"}}}} | (p:Pledge)-[:ABOUT]->(a)-[:IN_COUNTRY]->({id: 'JP'})",
                "pledges | {kind: {in: [NET_ZERO]}, targetYear: {lte: 2040}} | (p:Pledge) WHERE toLower(p.text) STARTS WITH 'net zero' AND p.targetYear <= 2040",
                "pledges | {targetYear: null, target: null} | (p:Pledge) WHERE p.targetYear IS NULL AND p.target IS NULL",
                "pledges | {under: {kind: {eq: TRACK}}} | (p:Pledge)-[:UNDER]->(o) WHERE o.kind = 'TRACK'",
                "pledges | {not: {under: null}} | (p:Pledge) WHERE EXISTS { (p)-[:UNDER]->() }",
                "pledges | {source: {id: {eq: \"text-mma\"}}} | (p:Pledge) WHERE EXISTS { (p)<-[:SUPPORTS]-()-[:STATED_IN]->({id: 'text-mma'}) }",
                "cities | {pledges: {some: {targetYear: {eq: 2050}}}} | (c:City) WHERE EXISTS { (c)<-[:ABOUT]-(:Pledge {targetYear: 2050}) }",
                "regions | {pledges: {none: {}}} | (r:Region) WHERE NOT EXISTS { (r)<-[:ABOUT]-(:Pledge) }",
                "events | {dates: {gte: \"2021\"}} | (e:Event) WHERE e.superEventId IS NULL AND e.datesEarliest >= date('2021-01-01')",
                "instruments | {name: {contains: \"criteria\"}} | (i:Instrument) WHERE toLower(i.name) CONTAINS 'criteria'",
                "secretariats | {organization: {id: {eq: \"gcom\"}}} | (s:Secretariat)-[:POST_IN]->({id: 'gcom'})",
            })
    void findsExactlyTheEntriesThatMatchTheFilter(String list, String where, String pattern) {
        var expected = driver.executableQuery("RETURN COUNT { MATCH %s }".formatted(pattern))
                .execute()
                .records()
                .get(0)
                .get(0)
                .asInt();
        var found = graphQl.document("{ %s(first: 200, where: %s) { totalCount nodes { id } } }".formatted(list, where))
                .execute();
        found.path(list + ".totalCount").entity(Integer.class).isEqualTo(expected);
        found.path(list + ".nodes").entityList(Object.class).hasSize(Math.min(200, expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{population: {eq: null}} | eq",
                "{memberOf: null} | memberOf",
                "{memberOf: {allOf: null}} | allOf",
                "{membershipCount: null} | membershipCount",
                "{memberships: {some: null}} | some",
                "{pledges: {none: null}} | none",
                "{memberships: {some: {holds: null}}} | holds",
                "{memberships: {some: {validFrom: {gte: \"../2021\"}}}} | gte",
                "{position: {near: null}} | near",
                "{not: null} | not",
                "{or: null} | or",
                "{population: {gte: null}} | gte",
                "{position: {near: {latitude: 91, longitude: 0, kilometres: 1}}} | latitude",
                "{position: {near: {latitude: 0, longitude: 0, kilometres: -1}}} | kilometres",
                "{position: {within: {south: 10, west: 0, north: -10, east: 1}}} | south",
                "{not: {not: {not: {not: {not: {not: {not: {not: {not: {not: {id: {eq: \"boston\"}}}}}}}}}}}} | where",
            })
    void namesTheFieldOfAnInvalidFilter(String where, String argument) {
        graphQl.document("{ cities(where: %s) { totalCount } }".formatted(where))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions())
                                .containsEntry("code", "BAD_ARGUMENT")
                                .containsEntry("argument", argument)));
    }

    @ParameterizedTest
    @CsvSource({"filters, 50, 51", "filter-depth, 10, 11"})
    void reportsTheLimitThatAFilterExceeds(String name, long limit, long requested) {
        var where = name.equals("filters")
                ? "{or: [%s]}".formatted("{}".repeat(50))
                : "{not: ".repeat(10) + "{}" + "}".repeat(10);
        graphQl.document("{ cities(where: %s) { totalCount } }".formatted(where))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions())
                            .containsEntry("code", "BAD_ARGUMENT")
                            .containsEntry("argument", "where")
                            .containsEntry("limitName", name)
                            .containsEntry("limit", limit)
                            .containsEntry("requested", requested);
                    assertThat(error.getMessage())
                            .startsWith(
                                    name.equals("filters")
                                            ? "where is made of at least 51 filters"
                                            : "where is nested at least 11 levels deep")
                            .contains("expected at most " + limit);
                }));
    }

    @Test
    void filterLimitsAreConfigurable() {
        var limits = new Binder(new MapConfigurationPropertySource(
                        Map.of("throughline.limits.filters", "2", "throughline.limits.filter-depth", "1")))
                .bindOrCreate("throughline.limits", RequestLimits.class);
        var compiler = new FilterCompiler(Map.of(), limits);
        var city = new FilterTarget("city", "id");
        assertThatThrownBy(() -> compiler.filter("CityFilter", city, Map.of("not", Map.of())))
                .hasMessageContaining("at most 1 levels");
        assertThatThrownBy(() -> compiler.filter("CityFilter", city, Map.of()))
                .hasMessageContaining("at most 2; to match one of many ids");
    }
}
