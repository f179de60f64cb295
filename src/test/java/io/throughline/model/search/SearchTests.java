package io.throughline.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class SearchTests {

    private static final String FIND = """
            query($text: String!, $kinds: [SearchKind!], $fuzziness: Fuzziness, $first: Int, $after: String) {
              search(text: $text, kinds: $kinds, fuzziness: $fuzziness, first: $first, after: $after) {
                totalCount
                note
                edges { score matchedName nameOrigin cursor node { __typename id } }
                nodes { id }
                pageInfo { hasNextPage hasPreviousPage endCursor }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @ParameterizedTest
    @CsvSource({
        "São Paulo, sao-paulo",
        "Sao Paulo, sao-paulo",
        "S. Paulo, sao-paulo",
        "SAO PAULO, sao-paulo",
        "sao pau, sao-paulo",
        "eThekwini, durban",
        "Durban, durban",
        "Krung Thep, bangkok",
        "bangkok, bangkok",
        "Bogota, bogota",
        "Lodz, lodz",
        "ICLEI, iclei",
        "International Council for Local Environmental Initiatives, iclei",
        "Bombay, mumbai",
        "Muenchen, munich",
        "München, munich",
        "RtZ, race-to-zero",
        "race to z, race-to-zero",
        "Ban Ki Moon, ban-ki-moon",
        "気候変動イニシアティブ, jci",
        "Bostn, boston",
        "Kopenhagn, copenhagen",
        "Jonhannesburg, johannesburg"
    })
    void findsByAnyNameAndManySpellings(String text, String id) {
        assertThat(ids(find(text, null, "AUTO"))).contains(id);
    }

    @Test
    void givesTheMatchedNameAndItsScore() {
        var answer = find("krung thep", "CITY", "EXACT");
        answer.path("search.edges[*].node.id").entityList(String.class).containsExactly("bangkok");
        answer.path("search.edges[0].matchedName").entity(String.class).isEqualTo("Krung Thep");
        answer.path("search.edges[0].score").entity(Double.class).isEqualTo(0.99);
        find("Bangkok", "CITY", "EXACT")
                .path("search.edges[0].score")
                .entity(Double.class)
                .isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "Kiev, kyiv, Kiev",
        "PEKING, beijing, Peking",
        "서울, seoul, 서울",
        "Αθήνα, athens, Αθήνα",
        "Bangalore, bengaluru, Bangalore",
        "saigon, ho-chi-minh-city, Saigon",
        "Koebenhavn, copenhagen, København",
        "Roma, rome, Roma",
        "Madras, chennai, Madras"
    })
    void findsACityByTheNamesInTheGazetteer(String text, String id, String name) {
        for (var fuzziness : Fuzziness.values()) {
            var answer = find(text, null, fuzziness.name());
            answer.path("search.edges[0].node.id").entity(String.class).isEqualTo(id);
            answer.path("search.edges[0].matchedName").entity(String.class).isEqualTo(name);
            answer.path("search.edges[0].nameOrigin").entity(String.class).isEqualTo("GAZETTEER");
            answer.path("search.edges[0].score").entity(Double.class).isEqualTo(0.99);
        }
        var organizations = find(text, "ORGANIZATION", "AUTO");
        assertThat(ids(organizations)).doesNotContain(id);
        if (id.equals("kyiv")) {
            organizations
                    .path("search.note")
                    .entity(String.class)
                    .isEqualTo("This is a name of places that are not in the graph: Kyiv Oblast (UA).");
        }
    }

    @Test
    void aRecordedNameIsNotThatOfTheGazetteer() {
        find("Krung Thep", "CITY", "EXACT")
                .path("search.edges[0].nameOrigin")
                .entity(String.class)
                .isEqualTo("GRAPH");
    }

    @Test
    void findsARegionByTheNamesInTheGazetteer() {
        find("Comunidad de Madrid", "REGION", "AUTO")
                .path("search.edges[*].node.id")
                .entityList(String.class)
                .contains("community-of-madrid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTO", "FUZZY"})
    void theNameOfAPlaceIsNotATypingError(String fuzziness) {
        assertThat(ids(find("Madras", null, fuzziness))).doesNotContain("madrid", "madrid-co");
        var answer = find("Bozton", null, fuzziness);
        answer.path("search.nodes[*].id").entityList(String.class).contains("boston");
        answer.path("search.note").valueIsNull();
        var innsbruck = find("Innsbruck", null, fuzziness);
        innsbruck.path("search.edges").entityList(Object.class).hasSize(0);
        innsbruck
                .path("search.note")
                .entity(String.class)
                .isEqualTo("This is a name of places that are not in the graph: Innsbruck (AT).");
        find("Kärnten", null, fuzziness)
                .path("search.note")
                .entity(String.class)
                .isEqualTo("This is a name of places that are not in the graph: Carinthia (AT).");
    }

    @Test
    void aNameInTheGazetteerTakesNoFurtherStatement() {
        try (var log = new StatementLog()) {
            find("Saigon", null, "AUTO");
            assertThat(log.runs()).containsExactly("entity/entities-by-id ×1", "search/named-like ×1");
        }
    }

    @Test
    void findsANetworkAndItsProgrammeByTheAbbreviationOfTheNetwork() {
        assertThat(ids(find("USDN", null, "AUTO"))).contains("usdn", "usdn-resilience-hubs");
        graphQl.document("""
                        {
                          organization(id: "usdn-resilience-hubs") {
                            memberships(organization: "usdn") { nodes { role strength } }
                          }
                        }
                        """)
                .execute()
                .path("organization.memberships.nodes")
                .matchesJson("[{\"role\": \"PROGRAMME\", \"strength\": \"IMPLIED\"}]");
    }

    @Test
    void toleratesTypingErrorsOnlyOnRequestOrWhenNothingElseMatches() {
        assertThat(ids(find("Bostn", null, "EXACT"))).isEmpty();
        assertThat(ids(find("Bostn", null, "PREFIX"))).isEmpty();
        assertThat(ids(find("Bostn", null, "FUZZY"))).contains("boston");
        assertThat(ids(find("Bosto", null, "EXACT"))).isEmpty();
        assertThat(ids(find("Bosto", null, "PREFIX"))).contains("boston");
    }

    @ParameterizedTest
    @CsvSource({
        "CAMPAIGN, race, Campaign",
        "NETWORK, cities, Network",
        "CITY, sao paulo, City",
        "REGION, sao paulo, Region",
        "PERSON, ban, Person",
        "PLACE, argentina, Place",
        "EVENT, cop26, Event",
        "INSTRUMENT, roadmap, Instrument",
        "SOURCE, net zero tracker, Source"
    })
    void findsOnlyTheRequestedKinds(String kind, String text, String type) {
        find(text, kind, "AUTO")
                .path("search.edges[*].node.__typename")
                .entityList(String.class)
                .satisfies(types -> assertThat(types).isNotEmpty().containsOnly(type));
    }

    @Test
    void doesNotFindAuthors() {
        assertThat(ids(find("Owen-Burge", null, "FUZZY"))).isEmpty();
    }

    static Stream<String> hostile() {
        var specials =
                "+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ / < > = @ # ' ` , ; % $ \u0000 \uD800 \uDC00 \u200F \u202E \uFEFF";
        return Stream.concat(
                Stream.of(specials.split(" "))
                        .flatMap(special -> Stream.of(
                                special,
                                "bos" + special + "ton",
                                special + "boston",
                                "boston" + special,
                                "a " + special + " b")),
                Stream.of(
                        "boston AND NOT london",
                        "OR",
                        "AND OR NOT",
                        "nameKey:boston",
                        "*:*",
                        "boston~2",
                        "bost*",
                        "/bost.*/",
                        "[a TO z]",
                        "boston^99999999999",
                        "\"boston",
                        "boston\\",
                        "{!xmlparser v='<x/>'}",
                        "x".repeat(200),
                        "a ".repeat(99) + "ab",
                        "*".repeat(200),
                        "😀".repeat(200)));
    }

    @Tag("full") // searches for two hundred texts
    @ParameterizedTest
    @MethodSource("hostile")
    void neverTreatsTextAsQuerySyntax(String text) {
        for (var fuzziness : Fuzziness.values()) {
            find(text, null, fuzziness.name()).path("search.totalCount").entity(Integer.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "???", "…", "+-", "\u0000", "\uD800", "\u200F", "\"\""})
    void aTextWithoutLettersAndDigitsFindsNothing(String text) {
        find(text, null, "AUTO").path("search.totalCount").entity(Integer.class).isEqualTo(0);
    }

    @Test
    void anOperatorIsAWordLikeAnyOther() {
        assertThat(ids(find("NOT boston", null, "EXACT"))).isEmpty();
        assertThat(ids(find("boston OR london", null, "EXACT"))).isEmpty();
        assertThat(ids(find("namekey:boston", null, "EXACT"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void rejectsBlankAndOverlongTexts(String text) {
        assertRejected(text, "text is \"%s\"; expected 1 to 200 characters".formatted(text));
        assertRejected("x".repeat(201), "expected 1 to 200 characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50})
    void pagesGiveEverythingOnceBestFirst(int size) {
        var all = new ArrayList<String>();
        var scores = new ArrayList<Double>();
        @Nullable String after = null;
        boolean more;
        int total;
        do {
            var answer = graphQl.document(FIND)
                    .variable("text", "san")
                    .variable("kinds", List.of("CITY"))
                    .variable("first", size)
                    .variable("after", after)
                    .execute();
            all.addAll(ids(answer));
            scores.addAll(answer.path("search.edges[*].score")
                    .entityList(Double.class)
                    .get());
            total = answer.path("search.totalCount").entity(Integer.class).get();
            more = answer.path("search.pageInfo.hasNextPage")
                    .entity(Boolean.class)
                    .get();
            after = answer.path("search.pageInfo.endCursor")
                    .entity(String.class)
                    .get();
        } while (more);
        graphQl.document(
                        "{ search(text: \"san\", kinds: [CITY], last: 2) { nodes { id } pageInfo { hasPreviousPage } } }")
                .execute()
                .path("search.nodes[*].id")
                .entityList(String.class)
                .isEqualTo(all.subList(all.size() - 2, all.size()));
        assertThat(all).doesNotHaveDuplicates().hasSize(total).hasSizeGreaterThan(8);
        assertThat(scores).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private GraphQlTester.Response find(String text, @Nullable String kind, String fuzziness) {
        return graphQl.document(FIND)
                .variable("text", text)
                .variable("kinds", kind == null ? null : List.of(kind))
                .variable("fuzziness", fuzziness)
                .variable("first", 20)
                .execute();
    }

    private static List<String> ids(GraphQlTester.Response answer) {
        return answer.path("search.edges[*].node.id").entityList(String.class).get();
    }

    private void assertRejected(String text, String message) {
        graphQl.document(FIND)
                .variable("text", text)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getMessage()).contains(message);
                    assertThat(error.getExtensions())
                            .containsEntry("code", "BAD_ARGUMENT")
                            .containsEntry("argument", "text");
                }));
    }
}
