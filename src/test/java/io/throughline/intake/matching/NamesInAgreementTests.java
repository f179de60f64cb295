package io.throughline.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.intake.matching.AgentMatch.Known;
import io.throughline.reference.name.NameKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Whether an import, {@code search} and {@code resolveNames} find the same agent by a name. */
@GraphTest
class NamesInAgreementTests {

    @Autowired
    private AgentMatcher matcher;

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kiev | UA | kyiv",
                "Київ | UA | kyiv",
                "Киев | UA | kyiv",
                "Kijów | UA | kyiv",
                "Peking | CN | beijing",
                "北京 | CN | beijing",
                "Pékin | CN | beijing",
                "서울 | KR | seoul",
                "Séoul | KR | seoul",
                "Сеул | KR | seoul",
                "Αθήνα | GR | athens",
                "Athènes | GR | athens",
                "أثينا | GR | athens",
                "Bangalore | IN | bengaluru",
                "ಬೆಂಗಳೂರು | IN | bengaluru",
                "Saigon | VN | ho-chi-minh-city",
                "Sài Gòn | VN | ho-chi-minh-city",
                "København | DK | copenhagen",
                "Koebenhavn | DK | copenhagen",
                "Kopenhagen | DK | copenhagen",
                "コペンハーゲン | DK | copenhagen",
                "Roma | IT | rome",
                "Рим | IT | rome",
                "Madras | IN | chennai",
                "Bombay | IN | mumbai",
                "मुंबई | IN | mumbai",
                "Lisboa | PT | lisbon",
                "東京 | JP | tokyo",
                "Ciudad de México | MX | mexico-city"
            })
    void aNameMeansTheSameCityToAllThree(String name, String country, String id) {
        assertThat(matched(name, country)).isEqualTo(id);
        assertThat(resolved(name, country)).isEqualTo(id);
        assertThat(found(name)).isEqualTo(id);
    }

    /** By its GeoNames number, or by name, country and position if it has none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Königgrätz | CZ | Hradec Králové | 3074967 | 50.2092 | 15.8328",
                "Градец Кралове | CZ | Hradec Králové | 3074967 | 50.2092 | 15.8328",
                "Геркуланум | IT | Ercolano | '' | 40.81 | 14.35",
                "Каррара | IT | Carrara | '' | 44.08 | 10.10"
            })
    void soDoesTheNameOfACityAddedLater(
            String name, String country, String main, String geonames, double latitude, double longitude) {
        try {
            add(main, country, geonames, latitude, longitude);
            aNameMeansTheSameCityToAllThree(name, country, "test-added");
        } finally {
            driver.executableQuery("MATCH (node:Entity) WHERE node.id STARTS WITH 'test-added' DETACH DELETE node")
                    .execute();
        }
    }

    private void add(String name, String country, String geonames, double latitude, double longitude) {
        driver.executableQuery("""
                        CREATE (city:Entity:Agent:LocalGovernment:City {
                          id: 'test-added', name: $name, sortName: $key, nameKey: $key, kind: 'CITY', resolution: 'RESOLVED',
                          countryId: $country, position: point({latitude: $latitude, longitude: $longitude})
                        })
                        WITH city
                        WHERE $geonames <> ''
                        CREATE (city)-[:HAS_IDENTIFIER]->(:Entity:Identifier {
                          id: 'test-added/identifier/geonames', scheme: 'geonames', value: $geonames
                        })
                        """)
                .withParameters(Map.of(
                        "name", name,
                        "key", NameKey.of(name).plain(),
                        "country", country,
                        "geonames", geonames,
                        "latitude", latitude,
                        "longitude", longitude))
                .execute();
    }

    private String matched(String name, String country) {
        var listed = new ListedAgent(name, ListedAgent.Kind.CITY, country, null, Map.of(), null, null, null);
        return matcher.match(List.of(listed)).get(0) instanceof Known known ? known.agentId() : "none";
    }

    private String resolved(String name, String country) {
        return graphQl.document("""
                        query($names: [String!]!, $country: String) {
                          alone: resolveNames(names: $names) { match { id } }
                          inCountry: resolveNames(names: $names, country: $country) { match { id } }
                        }
                        """)
                .variable("names", List.of(name))
                .variable("country", country)
                .execute()
                .path("inCountry[0].match.id")
                .entity(String.class)
                .get();
    }

    private String found(String name) {
        return graphQl.document("query($text: String!) { search(text: $text, kinds: [CITY]) { nodes { id } } }")
                .variable("text", name)
                .execute()
                .path("search.nodes[0].id")
                .entity(String.class)
                .get();
    }
}
