package io.throughline.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.CompleteLists;
import io.throughline.GraphTest;
import io.throughline.ListFiles;
import io.throughline.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class ResolveNamesTests {

    private static final String RESOLVE = """
            query($names: [String!]!, $country: String, $state: String) {
              resolveNames(names: $names, country: $country, state: $state) {
                name status note
                match { id ... on City { country { id } } ... on Region { country { id } } }
                candidates { matchedName nameOrigin score settled agent { id } }
              }
            }
            """;

    private static final String LIST = "race-to-resilience-members-2023.csv";

    @Autowired
    private GraphQlTester graphQl;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Durban | - | EXACT | durban",
                "eThekwini | - | ALIAS | durban",
                "Durban (eThekwini) | - | ALIAS | durban",
                "Durban / eThekwini | - | ALIAS | durban",
                "Tshwane - Pretoria | - | ALIAS | tshwane",
                "Bangkok[1] | - | EXACT | bangkok",
                "3. Bangkok* | - | EXACT | bangkok",
                "eThekwini (Durban) | - | ALIAS | durban",
                "Bangkok | - | EXACT | bangkok",
                "Krung Thep | - | ALIAS | bangkok",
                "KRUNG THEP (Bangkok) | - | ALIAS | bangkok",
                "Wien (Vienna) | - | ALIAS | vienna",
                "Boston, MA | - | ALIAS | boston",
                "Boston, USA | - | EXACT | boston",
                "Portland, OR | - | ALIAS | portland-or",
                "Portland, ME | - | EXACT | portland-me",
                "Portland (Oregon) | - | EXACT | portland-or",
                "San José, CA | - | ALIAS | san-jose",
                "San Jose, California | - | EXACT | san-jose",
                "Santiago, Chile | - | ALIAS | santiago",
                "City of Boston | US | ALIAS | boston",
                "St Petersburg | US | EXACT | st-petersburg",
                "Saint Petersburg, FL | - | ALIAS | st-petersburg",
                "Muenchen | - | ALIAS | munich",
                "Wroclaw | PL | EXACT | wroclaw",
                "London | GB | EXACT | london",
                "London | GBR | EXACT | london",
                "London, UK | - | ALIAS | london",
                "Córdoba | AR | EXACT | cordoba",
                "Cordoba | arg | EXACT | cordoba",
                "Cambridge, MA | - | EXACT | cambridge-ma",
                "Lagos | NG | EXACT | lagos",
                "Lagos | PT | EXACT | lagos-pt",
                "Lagos, Nigeria | - | EXACT | lagos",
                "Guadalajara | ES | EXACT | guadalajara-es",
                "Madrid, Colombia | - | EXACT | madrid-co",
                "C40 | - | ALIAS | c40"
            })
    void aNameThatFitsOneAgentIsResolved(String name, @Nullable String country, String status, String id) {
        var answer = resolve(List.of(name), country, null);
        answer.path("resolveNames[0].status").entity(String.class).isEqualTo(status);
        answer.path("resolveNames[0].match.id").entity(String.class).isEqualTo(id);
        answer.path("resolveNames[0].candidates[*].agent.id")
                .entityList(String.class)
                .containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Lagos | - | lagos lagos-pt lagos-bg city-of-lagos-unresolved",
                "City of Lagos | - | lagos lagos-pt lagos-bg city-of-lagos-unresolved",
                "London | - | london london-ca city-of-london-unresolved",
                "City of London | - | london london-ca city-of-london-unresolved",
                "Newcastle | - | newcastle-nsw city-of-newcastle-unresolved",
                "Newcastle | GB | newcastle-upon-tyne-gb-2641673 city-of-newcastle-unresolved",
                "Portland | - | portland-me portland-or",
                "Portland | US | portland-me portland-or",
                "Boston | - | boston boston-gb",
                "Cambridge | - | cambridge-ma cambridge-gb",
                "Durban - Bangkok | - | durban bangkok",
                "Durban / Nowhereville | - | durban",
                "Córdoba | - | cordoba cordoba-es-2519240",
                "Santiago | - | santiago santiago-de-compostela-es santiago-de-los-caballeros-do santiago-metropolitan-cl",
                "New York | US | new-york-city new-york-state",
                "Tokyo | JP | tokyo tokyo-metropolitan-government",
                "Leningrad | RU | leningrad-ru saint-petersburg-ru-498817",
                "Guadalajara | - | guadalajara guadalajara-es",
                "Madrid | - | madrid madrid-co",
                "Lodz | PL | lodz lodz-pl-10",
                "Newark | US | newark-ca newark-nj",
                "São Paulo | - | sao-paulo sao-paulo-state",
                "Sao Paulo | BR | sao-paulo sao-paulo-state",
                "S. Paulo | - | sao-paulo sao-paulo-state"
            })
    void aNameThatFitsSeveralIsNeverGuessed(String name, @Nullable String country, String ids) {
        var answer = resolve(List.of(name), country, null);
        answer.path("resolveNames[0].status").entity(String.class).isEqualTo("AMBIGUOUS");
        answer.path("resolveNames[0].match").valueIsNull();
        answer.path("resolveNames[0].candidates[*].agent.id")
                .entityList(String.class)
                .satisfies(found -> assertThat(found).containsExactlyInAnyOrder(ids.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Kiev | - | kyiv | Kiev",
                "서울 | - | seoul | 서울",
                "Roma | - | rome | Roma",
                "Roma (Rome) | - | rome | Roma",
                "Kiev, Ukraine | - | kyiv | Kiev",
                "Kiev / Київ | - | kyiv | Kiev",
                "City of Kiev | UA | kyiv | Kiev",
                "Madras | IN | chennai | Madras"
            })
    void aNameThatOnlyTheGazetteerHasIsResolved(String name, @Nullable String country, String id, String matched) {
        var answer = resolve(List.of(name), country, null);
        answer.path("resolveNames[0].status").entity(String.class).isEqualTo("ALIAS");
        answer.path("resolveNames[0].match.id").entity(String.class).isEqualTo(id);
        answer.path("resolveNames[0].candidates[0].matchedName")
                .entity(String.class)
                .isEqualTo(matched);
        answer.path("resolveNames[0].candidates[0].nameOrigin")
                .entity(String.class)
                .isEqualTo("GAZETTEER");
    }

    @Test
    void theNameOfAPlaceOutsideTheGraphIsNotATypingError() {
        var answer = resolve(List.of("Madras", "Madrd"), "ES", null);
        answer.path("resolveNames[0].status").entity(String.class).isEqualTo("UNKNOWN");
        answer.path("resolveNames[1].status").entity(String.class).isEqualTo("FUZZY");
        resolve(List.of("Huddersfield"), "GB", null)
                .path("resolveNames[0].note")
                .entity(String.class)
                .isEqualTo("This is a name of places that are not in the graph: Huddersfield (GB).");
    }

    @Test
    void eachTokyoSaysWhyItIsKeptApartFromTheOther() {
        var answer = graphQl.document("""
                        {
                          city(id: "tokyo") { resolutionNote }
                          region(id: "tokyo-metropolitan-government") { resolutionNote }
                          search(text: "Tokyo", kinds: [CITY, REGION]) {
                            nodes { ... on City { note: resolutionNote } ... on Region { note: resolutionNote } }
                          }
                          resolveNames(names: ["Tokyo", "Tokyo Metropolitan Government"]) {
                            candidates {
                              agent { ... on City { note: resolutionNote } ... on Region { note: resolutionNote } }
                            }
                          }
                        }
                        """).execute();
        var city = answer.path("city.resolutionNote").entity(String.class).get();
        var region = answer.path("region.resolutionNote").entity(String.class).get();
        assertThat(city).contains("tokyo-metropolitan-government", "ClimActor");
        assertThat(region).contains("tokyo", "ClimActor");
        answer.path("search.nodes[*].note").entityList(String.class).contains(city, region);
        answer.path("resolveNames[0].candidates[*].agent.note")
                .entityList(String.class)
                .containsExactly(city, region);
        answer.path("resolveNames[1].candidates[*].agent.note")
                .entityList(String.class)
                .contains(city, region);
    }

    @Test
    void theStateDistinguishesNamesakesInOneCountry() {
        resolve(List.of("Portland"), "USA", "US-ME")
                .path("resolveNames[0].match.id")
                .entity(String.class)
                .isEqualTo("portland-me");
        resolve(List.of("Portland"), null, "us-or")
                .path("resolveNames[0].match.id")
                .entity(String.class)
                .isEqualTo("portland-or");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Atlantis | - | UNKNOWN",
                "Houston, UK | - | UNKNOWN",
                "Houston | GB | UNKNOWN",
                "Cordoba | MX | UNKNOWN",
                "Portland, Chile | - | UNKNOWN",
                "... | - | UNKNOWN",
                "'' | - | UNKNOWN",
                "Boston, Ruritania | - | FUZZY",
                "Bostn | - | FUZZY",
                "Kopenhagn | - | FUZZY"
            })
    void aNameThatDoesNotFitHasNoMatch(String name, @Nullable String country, String status) {
        var answer = resolve(List.of(name), country, null);
        answer.path("resolveNames[0].status").entity(String.class).isEqualTo(status);
        answer.path("resolveNames[0].match").valueIsNull();
        answer.path("resolveNames[0].candidates")
                .entityList(Object.class)
                .satisfies(candidates -> assertThat(candidates.isEmpty()).isEqualTo(status.equals("UNKNOWN")));
    }

    @Test
    void notesUnknownHintsAndNamesakesElsewhere() {
        resolve(List.of("Boston, Ruritania"), null, null)
                .path("resolveNames[0].note")
                .entity(String.class)
                .isEqualTo("Unknown country, state or name: Ruritania.");
        resolve(List.of("Barcelona"), null, null)
                .path("resolveNames[0].note")
                .entity(String.class)
                .satisfies(note -> assertThat(note).contains("VE-B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Köln", "Koeln", "koln", "KÖLN", "Cologne", "Köln (Cologne)", "Cologne, Germany"})
    void findsACityWithAnUmlautHoweverItIsWritten(String name) {
        resolve(List.of(name), null, null)
                .path("resolveNames[0].match.id")
                .entity(String.class)
                .isEqualTo("koln-de");
        if (name.contains("(")) {
            return;
        }
        graphQl.document("query($text: String!) { search(text: $text) { nodes { id } } }")
                .variable("text", name.replace(", Germany", ""))
                .execute()
                .path("search.nodes[0].id")
                .entity(String.class)
                .isEqualTo("koln-de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\uD800 Boston \uDC00",
                "\" OR *:*",
                "Boston\\",
                ",,,",
                "(((",
                "()",
                "(Boston",
                "a, (b)"
            })
    void hostileNamesAreTreatedLikeOthers(String name) {
        resolve(List.of(name, "Durban"), null, null)
                .path("resolveNames[1].match.id")
                .entity(String.class)
                .isEqualTo("durban");
    }

    @Test
    void answersInTheOrderGivenInAFixedNumberOfStatements() {
        var few = List.of("Bostn, MA", "Lagos", "Durbn b");
        var many = IntStream.range(0, 500)
                .mapToObj(i -> i % 5 == 0 ? "Bostn, MA" : i % 3 == 0 ? "Durbn " + (char) ('a' + i % 26) : "Lagos")
                .toList();
        assertThat(runs(many)).isEqualTo(runs(few)).hasSize(5);
        var began = Instant.now();
        resolve(many, null, null)
                .path("resolveNames[*].name")
                .entityList(String.class)
                .isEqualTo(many);
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void rejectsTooManyNamesTooLongNamesAndUnknownPlaces() {
        assertRejected(Collections.nCopies(501, "x"), null, null, "names", "at most 500 names");
        assertRejected(List.of("x".repeat(201)), null, null, "names", "at most 200 characters");
        assertRejected(List.of("x"), "Narnia", null, "country", "country is \"Narnia\"; expected an ISO 3166-1 code");
        assertRejected(List.of("x"), null, "Oregon", "state", "state is \"Oregon\"; expected an ISO 3166-2 code");
    }

    /** The list itself states the country of a row; "EEUU" follows places in other countries too. */
    @Test
    @CompleteLists
    void resolvesNoRowOfARealListToAWrongCountry() throws IOException {
        assertThat(resolvedAndAllInTheRightCountry(ListFiles.complete(LIST))).isGreaterThan(70);
    }

    @Test
    void resolvesNoRowOfASampleToAWrongCountry() throws IOException {
        assertThat(resolvedAndAllInTheRightCountry(ListFiles.sample(LIST))).isGreaterThan(7);
    }

    private int resolvedAndAllInTheRightCountry(Path list) throws IOException {
        var countries = Map.ofEntries(
                Map.entry("Spain", "ES"),
                Map.entry("Australia", "AU"),
                Map.entry("Brazil", "BR"),
                Map.entry("Canada", "CA"),
                Map.entry("Colombia", "CO"),
                Map.entry("Ecuador", "EC"),
                Map.entry("France", "FR"),
                Map.entry("Morocco", "MA"),
                Map.entry("Mexico", "MX"),
                Map.entry("Senegal", "SN"),
                Map.entry("UK", "GB"),
                Map.entry("USA", "US"),
                Map.entry("Argentina", "AR"),
                Map.entry("India", "IN"),
                Map.entry("Chile", "CL"));
        var names = new ArrayList<String>();
        var expected = new ArrayList<@Nullable String>();
        for (var line : Files.readAllLines(list).stream().skip(1).toList()) {
            var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
            var stated = cells[2].replace("\"", "");
            var state = stated.matches("[A-Z]{2}, EEUU") ? stated.substring(0, 2) : null;
            names.add(cells[1].replace("\"", "") + (state == null ? "" : ", " + state));
            expected.add(state == null ? countries.get(stated) : state.equals("BC") ? "CA" : "US");
        }
        var answers = resolve(names, null, null)
                .path("resolveNames")
                .entity(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .get();
        var resolved = 0;
        for (var i = 0; i < names.size(); i++) {
            var country = expected.get(i);
            if (answers.get(i).get("match") instanceof Map<?, ?> agent
                    && country != null
                    && agent.get("country") != null) {
                resolved++;
                assertThat(agent.get("country")).as(names.get(i)).isEqualTo(Map.of("id", country));
            }
        }
        return resolved;
    }

    private List<String> runs(List<String> names) {
        try (var log = new StatementLog()) {
            resolve(names, null, null).path("resolveNames").hasValue();
            return log.runs();
        }
    }

    private GraphQlTester.Response resolve(List<String> names, @Nullable String country, @Nullable String state) {
        return graphQl.document(RESOLVE)
                .variable("names", names)
                .variable("country", country)
                .variable("state", state)
                .execute();
    }

    private void assertRejected(
            List<String> names, @Nullable String country, @Nullable String state, String argument, String message) {
        resolve(names, country, state)
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getMessage()).contains(message);
                    assertThat(error.getExtensions())
                            .containsEntry("code", "BAD_ARGUMENT")
                            .containsEntry("argument", argument);
                }));
    }
}
