package io.throughline.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.intake.matching.AgentMatch.Known;
import io.throughline.intake.matching.AgentMatch.Unseen;
import io.throughline.intake.matching.AgentMatch.Waiting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Names as lists print them: several in a cell, in two languages, with marks, of councils, in unknown countries. */
@GraphTest
class PrintedNamesTests {

    @Autowired
    private AgentMatcher matcher;

    private AgentMatch match(String name, ListedAgent.Kind kind, @Nullable String country, @Nullable String state) {
        return matcher.match(List.of(new ListedAgent(name, kind, country, state, Map.of(), null, null, null)))
                .get(0);
    }

    private String result(String name, ListedAgent.Kind kind, @Nullable String country, @Nullable String state) {
        return result(match(name, kind, country, state));
    }

    /** The id of the agent, whether it is in the graph or to be added, or ? and why a person has to decide. */
    private static String result(AgentMatch match) {
        if (match instanceof Known known) {
            return known.agentId();
        }
        return match instanceof Unseen unseen ? unseen.agent().id() : "?" + ((Waiting) match).code();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dallas, Denver | US",
                "Bremen; Kiel | DE",
                "Torino, Genova | IT",
                "Sevilla, Málaga | ES",
                "Łódź / Poznań | PL",
                "Utrecht - Eindhoven | NL",
                "Pune & Nagpur | IN",
                "Cali y Barranquilla | CO",
                "Nairobi and Mombasa | KE",
                "Valparaíso, Concepción | CL"
            })
    void severalCitiesInACellWait(String name, String country) {
        var match = match(name, ListedAgent.Kind.CITY, country, null);
        assertThat(match).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.code()).isEqualTo("SEVERAL_NAMES");
            assertThat(waiting.reason()).contains("; ").endsWith("a mapping can split them");
            assertThat(waiting.candidates()).hasSizeGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void aCityIsNotTakenForAHamletInARegionNamedAfterAnotherCity() {
        // Genoa is in New York State too, Rome is a city and a county
        assertThat(result("Napoli, Roma", ListedAgent.Kind.CITY, "IT", null)).startsWith("?");
        assertThat(result("Hamburg, New York", ListedAgent.Kind.CITY, "US", null))
                .isEqualTo("hamburg-us-ny");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Turku - Åbo | FI | turku-fi",
                "Biel/Bienne | CH | biel-bienne-ch",
                "Brugge – Bruges | BE | brugge-be",
                "Liège - Luik | BE | liege",
                "Praha (Prague) | CZ | prague-cz-3067696",
                "St Gallen | CH | sankt-gallen-ch",
                "Mt Isa | AU | mount-isa-au",
                "Ft Lauderdale | US | fort-lauderdale-us",
                "Fort Collins | US | fort-collins",
                "Ste-Thérèse | CA | sainte-therese-ca"
            })
    void twoLanguagesAndShortenedWordsNameOneCity(String name, String country, String expected) {
        assertThat(result(name, ListedAgent.Kind.CITY, country, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Lunds kommun, SE, lund-se",
        "Östersunds kommun, SE, ostersund-se",
        "Malmö stad, SE, malmo-se",
        "Västerås stad, SE, vasteras-se",
        "Københavns Kommune, DK, copenhagen"
    })
    void aNordicGenitiveIsRead(String name, String country, String expected) {
        assertThat(result(name, ListedAgent.Kind.CITY, country, null)).startsWith(expected);
    }

    @Test
    void aShortenedWordIsAsAmbiguousAsTheWholeOne() {
        assertThat(result("Mt Pleasant", ListedAgent.Kind.CITY, "US", null))
                .isEqualTo(result("Mount Pleasant", ListedAgent.Kind.CITY, "US", null))
                .isEqualTo("?AMBIGUOUS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "London Borough of Hackney | REGION | hackney-gb-hck",
                "London Borough of Hackney | CITY | hackney-gb-hck",
                "Hackney | REGION | hackney-gb-hck",
                "Royal Borough of Greenwich | REGION | greenwich-gb",
                "Calderdale Metropolitan Borough Council | REGION | calderdale-gb",
                "Calderdale Council | CITY | calderdale-gb",
                "Caerphilly County Borough Council | REGION | caerphilly-gb-cay",
                "Caerphilly County Borough | CITY | caerphilly-gb-cay",
                "The Moray Council | REGION | moray-gb",
                "Orkney Islands Council | REGION | orkney-islands-gb",
                "Leeds City Council | CITY | leeds-gb-2644688",
                "Leeds Council | CITY | leeds-gb-2644688",
                "Leeds City Council | REGION | leeds-gb-lds",
                "Cheltenham Borough Council | REGION | cheltenham-gb",
                "Kent County Council | CITY | kent-gb"
            })
    void aCouncilIsOneAgentWhateverItsLegalForm(String name, ListedAgent.Kind kind, String expected) {
        assertThat(result(name, kind, "GB", null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Antwerp | BE | 525935 | antwerpen-be",
                "Padua | IT | 210000 | padova-it",
                "Cebu | PH | 964169 | cebu-city-ph",
                "Vinnytsia | UA | 370000 | vinnytsya-ua",
                "Nara | JP | 360000 | nara-shi-jp",
                "Enfield | GB | 333000 | enfield-gb",
                "Camden | GB | 270000 | camden-gb"
            })
    void aLargeCityIsNotTheRegionThatHasItsEnglishName(String name, String country, long population, String expected) {
        var listed = new ListedAgent(name, ListedAgent.Kind.CITY, country, null, Map.of(), null, null, population);
        assertThat(result(matcher.match(List.of(listed)).get(0))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "County of Nevada | US | ?OTHER_LEVEL",
                "County of Washington | US | ?OTHER_LEVEL",
                "Hawaii County | US | hawaii-county",
                "Southland District Council | NZ | ?OTHER_LEVEL",
                "Otago Regional Council | NZ | otago-nz",
                "Città metropolitana di Bari | IT | ?OTHER_LEVEL",
                "Comune di Bari | IT | bari-it-3182351",
                "Canton de Neuchâtel | CH | neuchatel-ch-ne",
                "Viljandi vald | EE | ?OTHER_LEVEL",
                "Ventspils novads | LV | ?OTHER_LEVEL",
                "Vilnius District Municipality | LT | ?OTHER_LEVEL",
                "Gmina Lubin | PL | ?OTHER_LEVEL",
                "Changwat Songkhla | TH | ?OTHER_LEVEL",
                "Township of Guelph | CA | ?OTHER_LEVEL",
                "Ann Arbor Township, MI | US | ?OTHER_LEVEL",
                "Town of Ithaca, NY | US | ?OTHER_LEVEL",
                "Monash City Council | AU | ?OTHER_LEVEL",
                "Knowsley Council | GB | knowsley-gb",
                "Lewes District Council | GB | ?OTHER_LEVEL",
                "Stratford-on-Avon District Council | GB | ?",
                "Thanet District Council | GB | ?",
                "St Albans City and District Council | GB | st-albans-gb",
                "Stirling Council | GB | stirling-gb-stg",
                "Bury Council | GB | bury-gb-bur",
                "Edinburgh Council | GB | edinburgh",
                "Gedling Borough Council | GB | ?OTHER_LEVEL",
                "Merton Council | GB | merton-gb-mrt",
                "Merton | GB | merton-gb-mrt"
            })
    void aLevelOfGovernmentIsNotTheCityOrStateOfItsName(String name, String country, String expected) {
        assertThat(result(name, ListedAgent.Kind.CITY, country, null)).startsWith(expected);
    }

    @Test
    void aLevelOfGovernmentIsTheCityIfThePopulationAgrees() {
        var listed =
                new ListedAgent("Canton de Genève", ListedAgent.Kind.CITY, "CH", null, Map.of(), null, null, 185_000L);
        assertThat(matcher.match(List.of(listed)).get(0))
                .isInstanceOfSatisfying(
                        Known.class, known -> assertThat(known.agentId()).isEqualTo("geneva"));
    }

    @ParameterizedTest
    @CsvSource({
        "Barcelona (VE), ES",
        "Valencia (VE), ES",
        "Birmingham (AL), GB",
        "Kassel (district), DE",
        "Bilbao (metropolitan area), ES"
    })
    void whatIsInBracketsCanContradict(String name, String country) {
        assertThat(result(name, ListedAgent.Kind.CITY, country, null)).startsWith("?");
    }

    @Test
    void aStateThatIsNotUnderstoodAndAnotherSizeAreNoted() {
        assertThat(match("Boise", ListedAgent.Kind.CITY, "US", "Narnia").notes())
                .extracting(MatchNote::code)
                .containsExactly("STATE_UNKNOWN");
        var large = new ListedAgent("Lublin", ListedAgent.Kind.CITY, "PL", null, Map.of(), null, null, 2_100_000L);
        assertThat(matcher.match(List.of(large)).get(0).notes())
                .extracting(MatchNote::code)
                .containsExactly("POPULATION_DIFFERS");
        assertThat(match("CÃ³rdoba", ListedAgent.Kind.CITY, "AR", null).notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Arequipa* | PE | * | arequipa-pe-3947322",
                "Cuenca[2] | EC | [2] | cuenca-ec",
                "Trujillo.3 | PE | .3 | trujillo-pe",
                "Pereira² | CO | ² | pereira",
                "12. Mendoza | AR | 12. | mendoza",
                "Antofagasta [note b] | CL | [note b] | antofagasta-cl-3899539",
                "Leeds (MBC) | GB | MBC | leeds-gb-2644688",
                "Bristol (UA) | GB | UA | bristol",
                "Adelaide (Metro) | AU | Metro | adelaide"
            })
    void marksAreSetAsideWithANote(String name, String country, String mark, String expected) {
        var match = match(name, ListedAgent.Kind.CITY, country, null);
        assertThat(match.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isIn("MARK_SET_ASIDE", "ADDITION_SET_ASIDE");
            assertThat(note.message()).contains("'" + name + "'", "'" + mark + "'");
        });
        assertThat(result(name, ListedAgent.Kind.CITY, country, null)).isEqualTo(expected);
    }

    @Test
    void aCodeInBracketsThatIsAStateIsNotAMark() {
        assertThat(match("Boston (MA)", ListedAgent.Kind.CITY, "US", null).notes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Saint-Nazaire, 30 | FR | saint-nazaire-fr-2977925",
                "Arles, 66 | FR | arles-fr-occ",
                "Santa Marta,4 | CO | santa-marta-co",
                "Newcastle (ZA) | | newcastle-za",
                "Nairobi (KE) | | nairobi",
                "Dubai (UAE) | | dubai"
            })
    void aCodeAfterTheNameIsReadAsAStateOrCountryWhereItIsOne(String name, @Nullable String country, String expected) {
        assertThat(result(name, ListedAgent.Kind.CITY, country, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Bordeaux | Atlantis | -",
                "Cusco | Republic of Peruu | Peru (PE)",
                "Calgary | Canda | Canada (CA)",
                "Suva | ??? | -",
                "Tegucigalpa | Honduras or Nicaragua | -"
            })
    void aCountryThatIsNotKnownIsNeverIgnored(String name, String country, @Nullable String nearest) {
        var match = match(name, ListedAgent.Kind.CITY, country, null);
        assertThat(match).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.code()).isEqualTo("COUNTRY_UNKNOWN");
            assertThat(waiting.reason()).contains("'" + country + "'");
            assertThat(waiting.reason().contains("nearest")).isEqualTo(nearest != null);
            assertThat(waiting.reason()).contains(nearest == null ? "" : nearest);
            assertThat(waiting.candidates()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accra | Gold Coast | accra",
                "Minsk | Byelorussia | minsk-by-625144",
                "Colombo | Ceylon | colombo",
                "Praha | Czech Rep. | prague-cz-3067696",
                "Wien | Republic of Austria | vienna",
                "Stockholm | Zweden | stockholm"
            })
    void formerAndForeignNamesOfCountriesAreUnderstood(String name, String country, String expected) {
        assertThat(result(name, ListedAgent.Kind.CITY, country, null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZÃ¼rich | CH | Zürich",
                "MÃ¡laga | ES | Málaga",
                "Bra<U+0219>ov | RO | Brașov",
                "Bel&eacute;m | BR | Belém",
                "Kraków\\u0021 | PL | Kraków!"
            })
    void damagedLettersAreRepairedOnlyForAPerson(String name, String country, String repaired) {
        var match = match(name, ListedAgent.Kind.CITY, country, null);
        assertThat(match).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.code()).isEqualTo("DAMAGED_TEXT");
            assertThat(waiting.reason()).contains("'" + repaired + "'");
            assertThat(waiting.candidates()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"Groß–Umstadt, DE, gross-umstadt-de", "MALMÖ–LUND, SE, ?NOT_FOUND"})
    void aDashAfterAnAccentIsNotDamage(String name, String country, String expected) {
        assertThat(result(name, ListedAgent.Kind.CITY, country, null)).isEqualTo(expected);
    }

    @Test
    @Timeout(20)
    void aNameOfSpacesTakesNoLongerThanItsLengthNeeds() {
        assertThat(result("A" + " ".repeat(99_000) + "B", ListedAgent.Kind.CITY, "CO", null))
                .startsWith("?");
    }

    @Test
    void anAlternativeThatIsInTheGraphHasItsId() {
        var match = match("Springfield", ListedAgent.Kind.CITY, "US", "Illinois");
        assertThat(match)
                .isInstanceOfSatisfying(
                        Unseen.class,
                        unseen -> assertThat(unseen.basis().alternatives())
                                .anySatisfy(other -> assertThat(other.agentId()).isEqualTo("springfield")));
    }

    @Test
    void anAdditionAloneDecidesNothing() {
        assertThat(result("Xhosafontein, Johannesburg", ListedAgent.Kind.CITY, "ZA", null))
                .isEqualTo("?ONLY_PART");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Unione Nova - Monza | IT", "Comarca de Alfa - Girona | ES"})
    void oneSideOfADashAloneDecidesNothing(String name, String country) {
        assertThat(result(name, ListedAgent.Kind.CITY, country, null)).isEqualTo("?ONLY_PART");
    }

    @Test
    void aPlaceFarFromThePointWithAnUnknownAdditionWaits() {
        var listed = new ListedAgent(
                "Bergamo (Nowhere-Elsewhere)", ListedAgent.Kind.CITY, "IT", null, Map.of(), 38.1, 15.6, 120_000L);
        assertThat(matcher.match(List.of(listed)).get(0)).isInstanceOf(Waiting.class);
    }

    @Test
    void theReasonIsTheOneThatDecidedAndEachCandidateIsGivenOnce() {
        var listed = new ListedAgent(
                "Torres Vedras", ListedAgent.Kind.CITY, "PT", null, Map.of(), 38.7637, -9.30148, 78_530L);
        assertThat(matcher.match(List.of(listed)).get(0)).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.reason()).contains("within 75 km", "different population");
            assertThat(waiting.candidates()).hasSize(1);
        });
    }

    @Test
    void allCandidatesAreGiven() {
        assertThat(match("Springfield", ListedAgent.Kind.CITY, "US", null))
                .isInstanceOfSatisfying(
                        Waiting.class,
                        waiting -> assertThat(waiting.candidates())
                                .hasSizeGreaterThan(20)
                                .doesNotHaveDuplicates());
    }
}
