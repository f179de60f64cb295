package io.throughline.dataset;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.throughline.CompleteLists;
import io.throughline.ListFiles;
import io.throughline.intake.mapping.InterpretedRow;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.mapping.StatedMembership;
import io.throughline.intake.tabular.TableRow;
import io.throughline.reference.date.PartialDate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every tag that ClimActor has for the agents that were in the graph on 22 November 2026 is a claim of the dataset that says
 * what the built-in mapping says, or left out with a reason in {@code climactor-2022-exceptions.csv}. More of ClimActor may
 * not be shipped.
 */
class ClimActorAuditTests {

    private static final String SOURCE = "climactor-2022-12";
    private static final int AGENTS = 456;

    private final Mapping mapping;
    private final List<NamedCsvRecord> tags;
    private final List<NamedCsvRecord> exceptions;
    private final Set<String> organizations = DatasetTables.ALL.stream()
            .filter(table -> table.files().equals("organizations.csv"))
            .flatMap(table -> DatasetVariants.REAL.rows(table).stream())
            .map(row -> row.required("id"))
            .collect(toSet());

    /** The claims of the source about these agents, by member and organization. */
    private final Map<List<String>, DatasetRow> claims;

    ClimActorAuditTests() throws IOException {
        mapping = Mapping.read(
                Files.readString(Path.of("src", "main", "resources", "mappings", SOURCE + ".yaml")), SOURCE + ".yaml");
        tags = CollectedFacts.in("climactor-2022-tags.csv");
        exceptions = CollectedFacts.in("climactor-2022-exceptions.csv");
        var agents = agents();
        claims = DatasetVariants.REAL.rows(DatasetTables.MEMBERSHIPS).stream()
                .filter(row -> row.required("source").equals(SOURCE) && agents.contains(row.required("member")))
                .collect(toMap(
                        row -> List.of(row.required("member"), row.required("organization")), Function.identity()));
    }

    @Test
    void everyAgentIsLookedUp() {
        assertThat(agents()).hasSize(AGENTS).isSubsetOf(governments().keySet());
    }

    @Test
    void everyTagIsAClaimOrLeftOutWithAReason() {
        var claimed = new HashSet<List<String>>();
        kept().forEach((row, tagsOfRow) -> {
            var interpreted = interpret(row, tagsOfRow);
            assertThat(interpreted).as("%s %s", row, tagsOfRow).isInstanceOf(InterpretedRow.Stated.class);
            var stated = (InterpretedRow.Stated) interpreted;
            assertThat(stated.findings()).as(row.toString()).isEmpty();
            var found = new ArrayList<String>();
            for (var membership : stated.memberships()) {
                var key = List.of(row.agent(), membership.statement().organizationId());
                assertThat(claims).as(row.toString()).containsKey(key);
                var claim = Objects.requireNonNull(claims.get(key));
                found.addAll(tagsOf(membership));
                assertSameMeaning(claim, row, membership);
                claimed.add(key);
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(tagsOfRow);
        });
        assertThat(claims.keySet()).as("a claim has a tag").isEqualTo(claimed);
    }

    @Test
    void anExceptionSaysWhyAndIsNeeded() {
        for (var exception : exceptions) {
            assertThat(exception.getField("reason")).as(exception.toString()).hasSizeGreaterThan(20);
            var agent = exception.getField("agent");
            var tag = exception.getField("tag");
            var line = exception.getField("line");
            assertThat(tags.stream()
                            .filter(row ->
                                    agent.isEmpty() || row.getField("agent").equals(agent))
                            .filter(row -> tag.isEmpty() || row.getField("tag").equals(tag))
                            .anyMatch(row ->
                                    line.isEmpty() || row.getField("line").equals(line)))
                    .as(exception.toString())
                    .isEqualTo(!tag.isEmpty());
            if (agent.isEmpty()) {
                assertIsNoMembershipHere(tag, exception.getField("reason"));
            }
        }
        assertThat(exceptions.stream().map(NamedCsvRecord::getFields)).doesNotHaveDuplicates();
    }

    @Test
    void onlyNamesakesOfCitiesOfC40AreKeptAsWrong() {
        assertThat(claims.values().stream().filter(claim -> Objects.equals(claim.text("rank"), "DEPRECATED")))
                .extracting(claim -> claim.required("claim"))
                .containsExactlyInAnyOrder(
                        "climactor-2022.c40.guadalajara-es",
                        "climactor-2022.c40.lagos-bg",
                        "climactor-2022.c40.lagos-pt",
                        "climactor-2022.c40.madrid-co");
    }

    @Test
    void everyOrganizationHasOneListWithItsRule() {
        var lists = DatasetVariants.REAL.rows(DatasetTables.MEMBER_LISTS).stream()
                .filter(list -> list.required("source").equals(SOURCE))
                .toList();
        assertThat(lists)
                .extracting(list -> list.required("organization"))
                .containsExactlyInAnyOrderElementsOf(
                        claims.keySet().stream().map(key -> key.get(1)).collect(toSet()));
        assertThat(lists).allSatisfy(list -> {
            assertThat(list.text("selection")).isEqualTo("SELECTION");
            assertThat(list.text("complete")).isEqualTo("NO");
            assertThat(list.text("rule")).startsWith("Cities and regions that were in this graph on 22 November 2026");
        });
    }

    @Test
    @CompleteLists
    void theTagsAreThoseOfTheFile() throws IOException {
        var rows = rowsOfTheFile();
        var written = tags.stream()
                .collect(groupingBy(
                        Row::of,
                        LinkedHashMap::new,
                        Collectors.mapping(row -> row.getField("tag"), Collectors.toList())));
        written.forEach((row, tagsOfRow) -> {
            var cells = rows.get(row.line() - 2);
            assertThat(cells.getField("name")).as(row.toString()).isEqualTo(row.name());
            assertThat(cells.getField("state").replaceFirst("^NA$", ""))
                    .as(row.toString())
                    .isEqualTo(row.state());
            assertThat(tagsOf(cells)).as(row.toString()).containsExactlyInAnyOrderElementsOf(tagsOfRow);
        });
    }

    @Test
    @CompleteLists
    void everyRowWithTheNameOfAnAgentOfTheCountryIsUsedOrLeftOut() throws IOException {
        var settled = Stream.concat(tags.stream(), exceptions.stream())
                .map(row -> row.getField("agent") + " " + row.getField("line"))
                .collect(toSet());
        var names = names();
        var alpha3 = DatasetVariants.alpha3();
        var governments = governments();
        var rows = rowsOfTheFile();
        for (var agent : agents()) {
            var government = Objects.requireNonNull(governments.get(agent));
            var country = alpha3.getOrDefault(Objects.requireNonNullElse(government.text("country"), ""), "");
            var itsNames = new TreeSet<>(names.getOrDefault(agent, Set.of()));
            itsNames.add(plain(government.required("name")));
            for (var line = 2; line < rows.size() + 2; line++) {
                var row = rows.get(line - 2);
                var name = row.getField("name");
                if (row.getField("iso").equals(country)
                        && !tagsOf(row).isEmpty()
                        && Stream.of(name, name.replaceFirst(", [A-Z]{2}$", ""))
                                .anyMatch(each -> itsNames.contains(plain(each)))) {
                    assertThat(settled).as("line %d, %s", line, name).contains(agent + " " + line);
                }
            }
        }
    }

    /** The agents looked up. */
    private Set<String> agents() {
        return Stream.concat(tags.stream(), exceptions.stream())
                .map(row -> row.getField("agent"))
                .filter(agent -> !agent.isEmpty())
                .collect(toSet());
    }

    /** The tags that are not left out, by row. */
    private Map<Row, List<String>> kept() {
        var leftOut = exceptions.stream()
                .map(exception -> exception.getField("agent") + " " + exception.getField("tag"))
                .collect(toSet());
        return tags.stream()
                .filter(row -> !leftOut.contains(row.getField("agent") + " " + row.getField("tag")))
                .filter(row -> !leftOut.contains(" " + row.getField("tag")))
                .collect(groupingBy(
                        Row::of,
                        LinkedHashMap::new,
                        Collectors.mapping(row -> row.getField("tag"), Collectors.toList())));
    }

    private void assertSameMeaning(DatasetRow claim, Row row, StatedMembership membership) {
        var statement = membership.statement();
        assertThat(claim.text("role"))
                .as(row.toString())
                .isEqualTo(statement.role().name());
        assertThat(claim.text("status")).as(row.toString()).isEqualTo(name(statement.status()));
        assertThat(claim.text("directness")).as(row.toString()).isEqualTo(name(statement.directness()));
        assertThat(claim.text("via_status")).as(row.toString()).isEqualTo(name(statement.viaStatus()));
        assertThat(claim.cells().get("via")).as(row.toString()).isIn(null, List.of());
        assertThat(claim.cells().get("as_of"))
                .as(row.toString())
                .isInstanceOfSatisfying(
                        PartialDate.class,
                        asOf -> assertThat(asOf.text())
                                .as(row.toString())
                                .isEqualTo(Objects.requireNonNull(
                                                membership.evidence().asOf())
                                        .text()));
        assertThat(claim.required("printed")).as(row.toString()).startsWith(row.name());
        assertThat(claim.required("locator"))
                .as(row.toString())
                .startsWith("row \"%s\", ".formatted(row.name()))
                .contains(tagsOf(membership));
    }

    /** The mapping says so as well, or the tag names an organization that is not in the graph. */
    private void assertIsNoMembershipHere(String tag, String reason) {
        var interpreted = interpret(new Row("", 2, "Somewhere", ""), List.of(tag));
        if (interpreted instanceof InterpretedRow.LeftOut leftOut) {
            assertThat(reason).as(tag).isEqualTo(leftOut.reason());
        } else {
            assertThat(((InterpretedRow.Stated) interpreted).memberships())
                    .as(tag)
                    .singleElement()
                    .satisfies(membership -> assertThat(organizations)
                            .doesNotContain(membership.statement().organizationId()));
        }
    }

    private InterpretedRow interpret(Row row, List<String> tagsOfRow) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : List.of("name", "iso", "entity_type", "lat", "lng", "population", "state")) {
            cells.put(column, "");
        }
        cells.put("name", row.name());
        cells.put("state", row.state());
        cells.put("initiatives_committed", String.join(";", tagsOfRow));
        return mapping.interpret(new TableRow(row.line(), cells, List.of()));
    }

    /** The tags that a membership was read from, which its locator names. */
    private static List<String> tagsOf(StatedMembership membership) {
        return List.of(Objects.requireNonNull(membership.evidence().locator())
                .replaceFirst(".*, tags? ", "")
                .split(", "));
    }

    private static Set<String> tagsOf(NamedCsvRecord row) {
        return Stream.of(row.getField("initiatives_committed").split("[;,]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty() && !tag.equals("NA"))
                .collect(toSet());
    }

    private static List<NamedCsvRecord> rowsOfTheFile() throws IOException {
        // one name has a byte that is not UTF-8
        var text = new String(Files.readAllBytes(ListFiles.complete(SOURCE + ".csv")), StandardCharsets.UTF_8);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().toList();
        }
    }

    private static Map<String, DatasetRow> governments() {
        return Stream.of(DatasetTables.CITIES, DatasetTables.REGIONS)
                .flatMap(table -> DatasetVariants.REAL.rows(table).stream())
                .collect(toMap(row -> row.required("id"), Function.identity()));
    }

    /** Further names, by the id of what they name. */
    private static Map<String, Set<String>> names() {
        return DatasetVariants.REAL.rows(DatasetTables.NAMES).stream()
                .collect(groupingBy(
                        name -> name.required("subject"),
                        Collectors.mapping(name -> plain(name.required("name")), toSet())));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /**
     * A row of ClimActor.
     *
     * @param line its line in the file, from 1
     */
    private record Row(String agent, int line, String name, String state) {

        static Row of(NamedCsvRecord row) {
            return new Row(
                    row.getField("agent"),
                    Integer.parseInt(row.getField("line")),
                    row.getField("name"),
                    row.getField("state"));
        }
    }
}
