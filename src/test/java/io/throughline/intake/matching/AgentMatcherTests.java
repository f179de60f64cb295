package io.throughline.intake.matching;

import static io.throughline.intake.matching.ListedAgent.Kind.ANY;
import static io.throughline.intake.matching.ListedAgent.Kind.CITY;
import static io.throughline.intake.matching.ListedAgent.Kind.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import io.throughline.intake.matching.AgentMatch.Known;
import io.throughline.intake.matching.AgentMatch.Unseen;
import io.throughline.intake.matching.AgentMatch.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GraphTest
class AgentMatcherTests {

    @Autowired
    private AgentMatcher matcher;

    private static ListedAgent city(String name, @Nullable String country) {
        return new ListedAgent(name, CITY, country, null, Map.of(), null, null, null);
    }

    private AgentMatch match(ListedAgent listed) {
        return matcher.match(List.of(listed)).get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Boston | US | boston",
                "Boston, MA | USA | boston",
                "City of Boston, MA | United States of America | boston",
                "Boston MA | US | boston",
                "Wien (Vienna) | AUT | vienna",
                "Вена | AT | vienna",
                "Ville de Paris | FR | paris",
                "Prefeitura Municipal de Salvador | BR | salvador",
                "Comune di Milano | IT | milan",
                "Municipality of Peñalolén | Chile | penalolen",
                "Santiago, Chile | CHL | santiago",
                "City of Athens, Greece | Grecia | athens",
                "Durban (eThekwini) | ZA | durban",
                "Претория | ZA | tshwane",
                "Portland | OR, EEUU | portland-or",
                "Portland | ME, EEUU | portland-me"
            })
    void findsAnAgentInTheGraphUnderManySpellings(String name, String country, String id) {
        assertThat(match(city(name, country)))
                .isInstanceOfSatisfying(
                        Known.class, known -> assertThat(known.agentId()).isEqualTo(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Viareggio | IT | viareggio-it | 3164433",
                "Comune di Viareggio | ITA | viareggio-it | 3164433",
                "ヴィアレッジョ | Italia | viareggio-it | 3164433",
                "Gyöngyös Városi Önkormányzat | HUN | gyongyos-hu | 3052040",
                "Springfield, IL | USA | springfield-us-il | 4250542",
                "Bat Yam ISRAEL | ISR | bat-yam-il | 295548",
                "Vigevano (Pv) - Italy | ITA | vigevano-it | 3164376",
                "Via Reggio | IT | viareggio-it | 3164433"
            })
    void proposesAPlaceThatIsNotInTheGraph(String name, String country, String id, String geonames) {
        assertThat(match(city(name, country))).isInstanceOfSatisfying(Unseen.class, unseen -> {
            assertThat(unseen.agent().id()).isEqualTo(id);
            assertThat(unseen.agent().identifiers()).containsEntry("geonames", geonames);
            assertThat(unseen.agent().latitude()).isNotNull();
        });
    }

    @Test
    void proposesARegionThatIsNotInTheGraphWithItsCode() {
        var vorarlberg = match(new ListedAgent("Land Vorarlberg", REGION, "AUT", null, Map.of(), null, null, null));
        assertThat(vorarlberg).isInstanceOfSatisfying(Unseen.class, unseen -> {
            assertThat(unseen.agent().id()).isEqualTo("vorarlberg-at");
            assertThat(unseen.agent().label()).isEqualTo("Region");
            assertThat(unseen.agent().kind()).isEqualTo("STATE");
            assertThat(unseen.agent().identifiers()).containsEntry("iso3166-2", "AT-8");
        });
    }

    @ParameterizedTest
    @CsvSource({"Lombardia, IT, lombardy", "Quebec, CAN, quebec", "Nueva York, US, new-york-state"})
    void findsARegionInTheGraph(String name, String country, String id) {
        var match = match(new ListedAgent(name, REGION, country, null, Map.of(), null, null, null));
        assertThat(match)
                .isInstanceOfSatisfying(
                        Known.class, known -> assertThat(known.agentId()).isEqualTo(id));
    }

    @Test
    void identifiersTakePrecedenceOverNames() {
        var geonames = new ListedAgent("Whatever", CITY, "IT", null, Map.of("geonames", "4930956"), null, null, null);
        var own = new ListedAgent("Whatever", CITY, null, null, Map.of("own", "cambridge-ma"), null, null, null);
        var unseen = new ListedAgent("X", CITY, null, null, Map.of("geonames", "3164433"), null, null, null);
        assertThat(matcher.match(List.of(geonames, own, unseen)))
                .extracting(match -> match instanceof Known known
                        ? known.agentId()
                        : ((Unseen) match).agent().id())
                .containsExactly("boston", "cambridge-ma", "viareggio-it");
    }

    @Test
    void anUnknownIdWaitsForAPerson() {
        var match = match(new ListedAgent("Boston", CITY, "US", null, Map.of("own", "bostn"), null, null, null));
        assertThat(match).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.code()).isEqualTo("NOT_FOUND");
            assertThat(waiting.reason()).contains("bostn");
        });
    }

    @Test
    void aNameSharedBySeveralPlacesInTheCountryWaits() {
        assertThat(match(city("Springfield", "US"))).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.code()).isEqualTo("AMBIGUOUS");
            assertThat(waiting.candidates()).hasSizeGreaterThan(3);
        });
    }

    @Test
    void distinguishesNamesakesByPopulation() {
        var columbus = new ListedAgent("Columbus", CITY, "US", null, Map.of(), null, null, 922_223L);
        assertThat(match(city("Columbus", "US"))).isInstanceOf(Waiting.class);
        assertThat(match(columbus)).isNotInstanceOf(Waiting.class);
    }

    @Test
    void distinguishesNamesakesByAPointEvenIfItsSignIsMissing() {
        var illinois = new ListedAgent("Aurora", CITY, "US", null, Map.of(), 41.7606, 88.3201, 200_965L);
        assertThat(match(illinois)).isInstanceOfSatisfying(Unseen.class, unseen -> {
            assertThat(unseen.agent().identifiers()).containsEntry("geonames", "4883817");
            assertThat(unseen.reason()).contains("sign");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Milan, IT, 9.19, 45.46, COORDINATES_SWAPPED",
        "Viareggio, IT, 10.25, 43.87, COORDINATES_SWAPPED",
        "Boston, US, 42.36, 71.06, WRONG_SIGN",
        "Boston, US, 71.06, 42.36, COORDINATES_SWAPPED",
        "Milan, IT, 45.46, 9.19,",
        // elsewhere for no recognizable reason
        "Milan, IT, 41.9, 12.5,"
    })
    void reportsAPositionThatMatchesOnlyWhenCorrected(
            String name, String country, double latitude, double longitude, @Nullable String code) {
        var notes = match(new ListedAgent(name, CITY, country, null, Map.of(), latitude, longitude, null))
                .notes();
        assertThat(notes).extracting(MatchNote::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void checksThePositionAlsoWhenAnIdentifierMatches() {
        var boston = new ListedAgent("X", CITY, "US", null, Map.of("geonames", "4930956"), -71.06, 42.36, null);
        assertThat(match(boston).notes()).singleElement().satisfies(wrong -> {
            assertThat(wrong.code()).isEqualTo("COORDINATES_SWAPPED");
            assertThat(wrong.message()).contains("latitude -71.06", "longitude 42.36", "Boston", "left out");
        });
    }

    @Test
    void aNameUnknownInTheCountryWaitsWithCandidatesElsewhere() {
        assertThat(match(city("Milano", "BRA"))).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.code()).isEqualTo("NOT_FOUND");
            assertThat(waiting.reason()).contains("Brazil").contains("other countries");
            assertThat(waiting.candidates()).anyMatch(candidate -> "milan".equals(candidate.agentId()));
        });
    }

    @Test
    void aNameWithThisSpellingOnlyInAnotherCountryWaits() {
        assertThat(match(city("Patù", "BRA"))).isInstanceOf(Waiting.class);
        assertThat(match(city("Patù", "ITA"))).isInstanceOf(Known.class);
    }

    @Test
    void aStateOfAnotherCountryWaits() {
        assertThat(match(city("Calgary", "Alberta, EEUU"))).isInstanceOf(Waiting.class);
    }

    @ParameterizedTest
    @CsvSource({"Dallas-Fort Worth, US", "Unione Val d'Enza, IT", "Lille Metropole, FR"})
    void anAgglomerationOrUnionIsNotItsCity(String name, String country) {
        assertThat(match(city(name, country))).isInstanceOf(Waiting.class);
    }

    @Test
    void aNameThatListsSeveralCitiesWaits() {
        assertThat(match(city("Ferrandina, Garaguso, Salandra", "ITA"))).isInstanceOf(Waiting.class);
    }

    @Test
    void aNameWithoutACountryIsResolvedOnlyIfItIsUnique() {
        assertThat(match(new ListedAgent("City of Lagos", ANY, "Lagos", null, Map.of(), null, null, null)))
                .isInstanceOf(Waiting.class);
        assertThat(match(new ListedAgent("Quelimane", ANY, null, null, Map.of(), null, null, null)))
                .isNotInstanceOf(Waiting.class);
    }

    @Test
    void returnsOneResultPerRowInOrder() {
        var listed = List.of(city("Boston", "US"), city("Nowhereville", "US"), city("Viareggio", "IT"));
        assertThat(matcher.match(listed))
                .extracting(match -> match.getClass().getSimpleName())
                .containsExactly("Known", "Waiting", "Unseen");
        assertThat(matcher.match(List.of())).isEmpty();
    }

    @Test
    void runsAsManyStatementsForHundredsAsForAFew() {
        var few = List.of(city("Boston", "US"), city("Nowhereville", "US"), city("Viareggio", "IT"));
        var many = new ArrayList<>(few);
        LabelledSample.read().stream()
                .limit(300)
                .map(LabelledSample.Row::listed)
                .forEach(many::add);
        assertThat(runs(many)).isEqualTo(runs(few)).hasSizeLessThanOrEqualTo(6);
    }

    private List<String> runs(List<ListedAgent> listed) {
        try (var log = new StatementLog()) {
            matcher.match(listed);
            return log.runs();
        }
    }
}
