package io.throughline.dataset;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every row of the second round of facts about organizations, and of the member lists found with them, is a claim of the
 * dataset that says the same, or an exception with a reason.
 */
class OrganisationFactsAuditTests {

    private static final String LISTS = "city-lists-found.csv";
    private static final String FACTS = "organisation-facts-2.csv";

    /** Columns in which a file of facts can have what a row states. */
    private static final Set<String> EVIDENCE =
            EvidenceColumns.COLUMNS.stream().map(DatasetColumn::name).collect(toSet());

    /** What the dataset has of a claim: its evidence, and everything it states. */
    private record RecordedClaim(Map<String, String> evidence, Set<String> stated) {

        boolean states(String value) {
            return stated.contains(value);
        }
    }

    private static final Map<String, RecordedClaim> CLAIMS = claims();

    @ParameterizedTest
    @CsvSource({FACTS + ", org-facts-2.%04d, 1305", LISTS + ", city-lists-found.%03d, 146"})
    void everyRowIsAClaimThatSaysTheSameOrAnException(String file, String ids, int rows) throws IOException {
        var facts = CollectedFacts.in(file);
        assertThat(facts).hasSize(rows);
        var exceptions = exceptions(file);
        var urls = urls();
        var names = namesOfThings();
        var faults = new ArrayList<String>();
        for (var row = 1; row <= rows; row++) {
            var fact = facts.get(row - 1);
            var id = ids.formatted(row);
            var claim = CLAIMS.get(id);
            if (exceptions.contains(row) || claim == null) {
                if (exceptions.contains(row) == (claim != null)) {
                    faults.add(id
                            + (claim == null
                                    ? ": neither a claim nor an exception"
                                    : ": both a claim and an exception"));
                }
            } else {
                faults(fact, claim, names, urls).forEach(fault -> faults.add(id + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
        assertThat(exceptions).allMatch(row -> row >= 1 && row <= rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {FACTS, LISTS})
    void theRowsAreThoseThatWereCollected(String file) throws IOException {
        var collected = Path.of("..", "shared", "facts", file);
        assumeTrue(Files.exists(collected), "the collected facts are not next to the project");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(collected)) {
            var columns = CollectedFacts.in(file).get(0).getHeader();
            assertThat(CollectedFacts.in(file))
                    .extracting(row -> columns.stream().map(row::getField).toList())
                    .isEqualTo(csv.stream()
                            .map(row -> columns.stream().map(row::getField).toList())
                            .toList());
        }
    }

    private static List<String> faults(
            NamedCsvRecord fact, RecordedClaim claim, Map<String, Set<String>> names, Map<String, String> urls) {
        var faults = new ArrayList<String>();
        var counts = fact.getField("relation").endsWith("_COUNT");
        if (!names(claim, fact.getField("subject"), names)) {
            faults.add("it does not name " + fact.getField("subject"));
        }
        if (counts ? !claim.states(number(fact)) : !names(claim, fact.getField("object"), names)) {
            faults.add("it does not state " + fact.getField("object"));
        }
        var day = fact.getField("as_of");
        if (day.isEmpty()
                ? !evidence(claim, "as_of").isEmpty()
                : !day.equals(evidence(claim, "as_of"))
                        && !claim.states(day)
                        && !evidence(claim, "printed").contains(day)) {
            faults.add("its date is not " + day);
        }
        var strength = fact.getField("strength");
        if (!strength.startsWith("stated")
                && evidence(claim, "strength").equals("STATED")
                && !evidence(claim, "rank").equals("DEPRECATED")) {
            faults.add("it is stated, but was collected as " + strength);
        }
        if (!address(fact.getField("url")).equals(urls.get(evidence(claim, "source")))) {
            faults.add("its source is not " + fact.getField("url"));
        }
        return faults;
    }

    /** Whether a claim is about something of this name, or states the name itself. */
    private static boolean names(RecordedClaim claim, String name, Map<String, Set<String>> names) {
        return claim.states(name)
                || names.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()).stream()
                        .anyMatch(claim::states);
    }

    /** Billions of people are recorded as people. */
    private static String number(NamedCsvRecord fact) {
        return fact.getField("object_type").startsWith("billion")
                ? fact.getField("object").replace(".", "") + "0000000"
                : fact.getField("object");
    }

    private static String evidence(RecordedClaim claim, String column) {
        return Objects.requireNonNull(claim.evidence().get(column));
    }

    private static Set<Integer> exceptions(String file) throws IOException {
        var exceptions = CollectedFacts.in("organisation-facts-exceptions.csv");
        assertThat(exceptions)
                .allSatisfy(each -> assertThat(each.getField("reason")).isNotBlank());
        return exceptions.stream()
                .filter(each -> each.getField("file").equals(file))
                .map(each -> Integer.valueOf(each.getField("row")))
                .collect(toSet());
    }

    private static Map<String, String> urls() {
        return lines("sources.csv").stream()
                .collect(toMap(line -> line.getField("id"), line -> address(line.getField("url"))));
    }

    private static String address(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static Map<String, RecordedClaim> claims() {
        var claims = new HashMap<String, RecordedClaim>();
        DatasetVariants.REAL.sources().keySet().stream()
                .flatMap(file -> lines(file).stream())
                .filter(line -> line.findField("claim").isPresent())
                .forEach(line -> {
                    var evidence = new HashMap<String, String>();
                    var stated = new HashSet<String>();
                    line.getFieldsAsMap().forEach((column, value) -> {
                        if (EVIDENCE.contains(column)) {
                            evidence.put(column, value);
                        } else if (!column.equals("claim")) {
                            stated.add(value);
                        }
                    });
                    claims.computeIfAbsent(line.getField("claim"), none -> new RecordedClaim(evidence, new HashSet<>()))
                            .stated()
                            .addAll(stated);
                });
        return claims;
    }

    /** What a claim can have for a name: ids of things of this name, or how the facts' names file says it is recorded. */
    private static Map<String, Set<String>> namesOfThings() throws IOException {
        var ids = new HashMap<String, Set<String>>();
        for (var file : List.of(
                "organizations.csv",
                "cities.csv",
                "regions.csv",
                "persons.csv",
                "places.csv",
                "events.csv",
                "secretariats.csv")) {
            lines(file).forEach(line -> add(ids, line.getField("name"), line.getField("id")));
        }
        lines("names.csv").forEach(line -> add(ids, line.getField("name"), line.getField("subject")));
        CollectedFacts.in("organisation-facts-names.csv")
                .forEach(line -> add(ids, line.getField("name"), line.getField("recorded")));
        return ids;
    }

    private static void add(Map<String, Set<String>> ids, String name, String id) {
        ids.computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new HashSet<>())
                .add(id);
    }

    private static List<NamedCsvRecord> lines(String file) {
        return CsvReader.builder().ofNamedCsvRecord(DatasetVariants.text(DatasetVariants.REAL, file)).stream()
                .toList();
    }
}
