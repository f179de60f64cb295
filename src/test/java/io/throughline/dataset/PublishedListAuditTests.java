package io.throughline.dataset;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.throughline.CompleteLists;
import io.throughline.ListFiles;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.ReadOptions;
import io.throughline.intake.tabular.TableRow;
import io.throughline.reference.name.NameKey;
import io.throughline.reference.name.WrittenName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every row of the published lists that the dataset has a part of, if it names a city or region of the graph, is a claim of that
 * list or left out with a reason in {@code published-list-exceptions.csv}.
 */
class PublishedListAuditTests {

    private static final String TRACKER = "net-zero-tracker-2022-12-20";
    private static final String DECLARATIONS = "mysociety-climate-emergency-0.3.12";
    private static final String TARGETS = "cdp-2021-targets";

    /** The cities and regions among the lines of the tracker; the countries are before them, the companies after them. */
    private static final Set<Integer> TRACKER_LINES =
            IntStream.rangeClosed(200, 2089).boxed().collect(toSet());

    private static final Pattern TRACKER_LINE = Pattern.compile("line (\\d+), column race_to_zero_member");
    private static final Pattern LINE = Pattern.compile("line (\\d+), column \\w+");
    private static final Pattern ROW = Pattern.compile("(?:member list,|partner \".+\", row) \"(.+)\"");

    /** The claims about memberships, by source. */
    private static final Map<String, List<DatasetRow>> CLAIMS =
            DatasetVariants.REAL.rows(DatasetTables.MEMBERSHIPS).stream()
                    .collect(groupingBy(claim -> claim.required("source")));

    /** Country of each city and region; empty if it is not settled which place it is. */
    private static final Map<String, String> COUNTRIES = countries();

    /** Cities and regions by all usual ways of writing their names. */
    private static final Map<String, Set<String>> AGENTS = agents();

    @Test
    void everyLineOfNetZeroTrackerIsAClaimOrLeftOut() throws IOException {
        var claimed = trackerClaims().keySet();
        var leftOut = exceptions(TRACKER).keySet();

        assertThat(TRACKER_LINES)
                .as("lines that are neither a claim nor left out, or both")
                .filteredOn(line -> claimed.contains(line) == leftOut.contains(line))
                .isEmpty();
        assertThat(TRACKER_LINES).containsAll(claimed).containsAll(leftOut);
    }

    @Test
    void everyLineOfMyCovenantIsAClaimOrLeftOut() throws IOException {
        var claimed = claims("gcom-mycovenant-2024-01").stream()
                .map(claim -> LINE.matcher(claim.required("locator")))
                .filter(Matcher::matches)
                .map(line -> Integer.valueOf(line.group(1)))
                .collect(toSet());
        var leftOut = CollectedFacts.in("gcom-mycovenant-2024-exceptions.csv").stream()
                .filter(row -> !row.getField("reason").isEmpty())
                .map(row -> Integer.valueOf(row.getField("line")))
                .collect(toSet());

        assertThat(IntStream.rangeClosed(2, 11_974).boxed())
                .as("lines that are neither a claim nor left out, or both")
                .filteredOn(line -> claimed.contains(line) == leftOut.contains(line))
                .isEmpty();
        assertThat(claimed).hasSize(10_059);
    }

    @ParameterizedTest
    @CsvSource({DECLARATIONS + ", 404", "xpatiate-climate-emergency-2019-07, 158"})
    void everyRowThatNamesAnAgentIsAClaimOrLeftOut(String list, int rows) throws IOException {
        var listed = listed(list);
        assertThat(listed).hasSize(rows);
        var claims = claims(list).stream()
                .collect(toMap(claim -> claim.required("printed"), claim -> claim.required("status")));
        var leftOut = exceptions(list);
        var faults = new ArrayList<String>();
        listed.forEach((number, row) -> {
            var name = row.getField("name");
            var status = claims.remove(name);
            if (status == null
                    ? !leftOut.containsKey(number) && !named(row).isEmpty()
                    : leftOut.containsKey(number) || !status.equals(status(row.getField("stated")))) {
                faults.add("row %d, %s: claimed as %s, names %s".formatted(number, name, status, named(row)));
            }
        });
        assertThat(faults).isEmpty();
        assertThat(claims).as("claims without a row").isEmpty();
    }

    /** Both lists are in the dataset as a whole; a name stands in them as often as in their claims. */
    @ParameterizedTest
    @CsvSource({"c40-2024-11, 97", "race-to-resilience-2023-01, 189"})
    void everyRowIsAClaim(String list, int rows) throws IOException {
        var listed = CollectedFacts.in("city-memberships.csv").stream()
                .filter(row -> row.getField("source").equals(list))
                .map(row -> row.getField("member"))
                .toList();
        assertThat(listed).hasSize(rows);
        assertThat(claims(list).stream()
                        .map(claim -> ROW.matcher(claim.required("locator")))
                        .filter(Matcher::matches)
                        .map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    /** The targets are a second source for cities of the tracker and were collected under the names that it prints. */
    @Test
    void everyCityWithATargetIsAClaim() throws IOException {
        var members = claims(TRACKER).stream()
                .collect(groupingBy(
                        claim -> claim.required("printed") + " " + country(claim),
                        mapping(claim -> claim.required("member"), toList())));
        var claimed =
                claims(TARGETS).stream().map(claim -> claim.required("member")).toList();
        var listed = listed(TARGETS).values();
        assertThat(listed).hasSize(29).hasSameSizeAs(claimed);
        assertThat(listed.stream()
                        .map(row -> row.getField("name") + " " + row.getField("country"))
                        .flatMap(city -> members.getOrDefault(city, List.of()).stream())
                        // the tracker has Istanbul as a region too
                        .filter(claimed::contains))
                .containsExactlyInAnyOrderElementsOf(claimed);
    }

    /** If a city is added that a row left out may name, the reason has to be looked at again. */
    @Test
    void anExceptionHasAReasonAndTheAgentsThatItsNameMayMean() throws IOException {
        var faults = new ArrayList<String>();
        for (var exception : CollectedFacts.in("published-list-exceptions.csv")) {
            var agents = exception.getField("agents");
            var explained = agents.isEmpty() ? List.<String>of() : List.of(agents.split(";"));
            if (!explained.containsAll(named(exception)) || !COUNTRIES.keySet().containsAll(explained)) {
                faults.add("%s names %s".formatted(exception.getFields(), named(exception)));
            }
            assertThat(exception.getField("reason")).as(exception.toString()).hasSizeGreaterThan(20);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @CompleteLists
    void theLinesOfNetZeroTrackerAreThosePublished() throws Exception {
        var claimed = trackerClaims();
        var leftOut = exceptions(TRACKER);
        var lines = new TreeSet<Integer>();
        var faults = new ArrayList<String>();
        var name = TRACKER + ".xlsx";
        try (var published = PublishedFile.open(ListFiles.complete(name), name, ReadOptions.detect());
                var rows = published.lines()) {
            rows.map(TableRow.class::cast).forEach(row -> {
                var cells = row.cells();
                if (Set.of("City", "Region").contains(cells.getOrDefault("actor_type", ""))) {
                    lines.add(row.number());
                    var claim = claimed.get(row.number());
                    var exception = leftOut.get(row.number());
                    var status = status(cells.getOrDefault("race_to_zero_member", ""));
                    var same = claim == null
                            ? exception != null && exception.getField("name").equals(cells.get("name"))
                            : claim.required("printed").equals(cells.get("name"))
                                    && claim.required("status").equals(status);
                    if (!same) {
                        faults.add("line %d, %s".formatted(row.number(), cells.get("name")));
                    }
                }
            });
        }
        assertThat(faults).isEmpty();
        assertThat(lines).isEqualTo(TRACKER_LINES);
    }

    @Test
    @CompleteLists
    void theDeclarationsAreThosePublished() throws IOException {
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(ListFiles.complete("mysociety-climate-emergency-declarations-0.3.12.csv"))) {
            assertThat(listed(DECLARATIONS).values())
                    .extracting(row -> row.getField("name"), row -> status(row.getField("stated")))
                    .containsExactlyElementsOf(csv.stream()
                            .map(row -> tuple(row.getField("council"), status(row.getField("made_declaration"))))
                            .toList());
        }
    }

    private static List<DatasetRow> claims(String source) {
        return Objects.requireNonNull(CLAIMS.get(source), source);
    }

    /** The claims of the tracker by the line they are from. */
    private static Map<Integer, DatasetRow> trackerClaims() {
        return claims(TRACKER).stream()
                .collect(toMap(
                        claim -> {
                            var line = TRACKER_LINE.matcher(claim.required("locator"));
                            assertThat(line.matches()).as(claim.toString()).isTrue();
                            return Integer.valueOf(line.group(1));
                        },
                        claim -> claim));
    }

    private static Map<Integer, NamedCsvRecord> listed(String list) throws IOException {
        return rows("published-lists.csv", list);
    }

    private static Map<Integer, NamedCsvRecord> exceptions(String list) throws IOException {
        return rows("published-list-exceptions.csv", list);
    }

    private static Map<Integer, NamedCsvRecord> rows(String file, String list) throws IOException {
        var rows = new TreeMap<Integer, NamedCsvRecord>();
        for (var row : CollectedFacts.in(file)) {
            if (row.getField("list").equals(list)) {
                assertThat(rows.put(Integer.valueOf(row.getField("row")), row))
                        .as(row.toString())
                        .isNull();
            }
        }
        return rows;
    }

    /** The status that a list states in its own words, which begin with yes or no; empty if it says neither. */
    private static String status(String stated) {
        return stated.startsWith("Y") ? "IN_FORCE" : stated.startsWith("N") ? "NOT_MEMBER" : "";
    }

    private static String country(DatasetRow claim) {
        return Objects.requireNonNullElse(COUNTRIES.get(claim.required("member")), "");
    }

    /** The cities and regions that a row may mean: those of its country that have its name, as anyone would compare names. */
    private static Set<String> named(NamedCsvRecord row) {
        var country = row.getField("country");
        var named = new TreeSet<String>();
        for (var spelling : spellings(row.getField("name"))) {
            AGENTS.getOrDefault(spelling, Set.of()).stream()
                    .filter(agent -> country.isEmpty()
                            || Set.of(country, "").contains(Objects.requireNonNull(COUNTRIES.get(agent))))
                    .forEach(named::add);
        }
        return named;
    }

    private static Set<String> spellings(String name) {
        var written = WrittenName.of(name);
        var spellings = new LinkedHashSet<String>();
        Stream.of(
                        Stream.of(written.whole(), written.base()),
                        written.hints().stream().map(NameKey::of),
                        written.sides().stream().map(NameKey::of))
                .flatMap(keys -> keys)
                .forEach(key -> {
                    spellings.addAll(WrittenName.spellings(key));
                    spellings.addAll(WrittenName.reduced(key));
                });
        spellings.remove("");
        return spellings;
    }

    private static Map<String, String> countries() {
        return Stream.of(DatasetTables.CITIES, DatasetTables.REGIONS)
                .flatMap(table -> DatasetVariants.REAL.rows(table).stream())
                .collect(toMap(
                        agent -> agent.required("id"), agent -> Objects.requireNonNullElse(agent.text("country"), "")));
    }

    private static Map<String, Set<String>> agents() {
        var agents = new HashMap<String, Set<String>>();
        Stream.of(DatasetTables.CITIES, DatasetTables.REGIONS, DatasetTables.NAMES)
                .flatMap(table -> DatasetVariants.REAL.rows(table).stream())
                .forEach(row -> {
                    var id = Objects.requireNonNullElseGet(row.text("id"), () -> row.required("subject"));
                    if (COUNTRIES.containsKey(id)) {
                        spellings(row.required("name"))
                                .forEach(spelling -> agents.computeIfAbsent(spelling, none -> new TreeSet<>())
                                        .add(id));
                    }
                });
        return agents;
    }
}
