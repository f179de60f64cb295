package io.throughline.intake.mapping;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.throughline.CompleteLists;
import io.throughline.ListFiles;
import io.throughline.reference.date.PartialDate;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Some rows of the published lists are also in the built-in dataset, entered by hand. The mappings state the same for
 * them, so that an import finds nothing new.
 */
class SameAsBuiltInTests {

    /** What two claims must have in common to state the same, apart from the member. */
    private record Statement(
            String role,
            String organization,
            List<String> via,
            String viaStatus,
            String directness,
            String validFrom,
            String validTo,
            String status,
            String asOf,
            String strength,
            String rank,
            boolean inferred,
            String printed) {}

    @ParameterizedTest
    @CompleteLists
    @CsvSource({
        "net-zero-tracker-2022-12-20, net-zero-tracker-2022-12-20.xlsx, lists/net-zero-tracker-2022/memberships.csv, 1748",
        "climactor-2022-12, climactor-2022-12.csv, memberships/climactor-2022.csv, 731",
        "race-to-resilience-members-2023, race-to-resilience-members-2023.csv, memberships/race-to-resilience-2023.csv, 189"
    })
    void statesEveryMembershipEnteredByHandIdentically(String mapping, String file, String builtIn, int rows)
            throws Exception {
        var entered = csv(builtIn);

        assertThat(entered).hasSize(rows);
        assertStated(entered, mapping, MappedLists.read(mapping, file));
    }

    /**
     * The same for the members in a sample, in the organizations that the sample gives them: it leaves out some tags.
     * Of namesakes it may have only the one that is known to be wrong.
     *
     * @param rows the memberships of these members that were entered by hand
     */
    @ParameterizedTest
    @CsvSource({
        "net-zero-tracker-2022-12-20, net-zero-tracker-2022-12-20.xlsx, lists/net-zero-tracker-2022/memberships.csv, 27",
        "climactor-2022-12, climactor-2022-12.csv, memberships/climactor-2022.csv, 34",
        "race-to-resilience-members-2023, race-to-resilience-members-2023.csv, memberships/race-to-resilience-2023.csv, 19"
    })
    void statesEveryMembershipOfASampleThatWasEnteredByHand(String mapping, String file, String builtIn, int rows)
            throws Exception {
        var read = MappedLists.read(mapping, ListFiles.sample(file));
        var listed = MappedLists.stated(read)
                .map(stated -> List.of(
                        stated.statement().organizationId(),
                        stated.evidence().rank().name(),
                        Objects.toString(stated.evidence().printed(), "")))
                .collect(toSet());
        var entered = csv(builtIn).stream()
                .filter(row -> listed.contains(
                        List.of(row.getField("organization"), row.getField("rank"), row.getField("printed"))))
                .toList();

        assertThat(entered).hasSize(rows);
        assertStated(entered, mapping, read);
    }

    private static void assertStated(List<NamedCsvRecord> entered, String mapping, List<MappedLists.Read> read)
            throws IOException {
        var stated = new HashMap<Statement, List<StatedMembership>>();
        MappedLists.stated(read)
                .forEach(each -> stated.merge(statement(each), List.of(each), SameAsBuiltInTests::concat));
        var countries = countries();

        assertThat(entered.stream().map(SameAsBuiltInTests::statement))
                .filteredOn(statement -> !stated.containsKey(statement))
                .isEmpty();
        assertThat(entered)
                .as("the member is in the country that the list gives, if it gives one")
                .filteredOn(row -> stated.getOrDefault(statement(row), List.of()).stream()
                        .noneMatch(each -> isIn(countries.get(row.getField("member")), each)))
                .extracting(row -> row.getField("member"))
                .isEmpty();
        assertThat(MappedLists.mapping(mapping).source().id())
                .isEqualTo(entered.get(0).getField("source"));
    }

    private static Statement statement(StatedMembership stated) {
        return new Statement(
                stated.statement().role().name(),
                stated.statement().organizationId(),
                stated.statement().viaIds(),
                Objects.toString(stated.statement().viaStatus(), ""),
                Objects.toString(stated.statement().directness(), ""),
                text(stated.statement().validFrom()),
                text(stated.statement().validTo()),
                Objects.toString(stated.statement().status(), ""),
                text(stated.evidence().asOf()),
                stated.evidence().strength().name(),
                stated.evidence().rank().name(),
                stated.evidence().inferred(),
                Objects.toString(stated.evidence().printed(), ""));
    }

    private static Statement statement(NamedCsvRecord row) {
        var via = row.getField("via");
        return new Statement(
                row.getField("role"),
                row.getField("organization"),
                via.isEmpty() ? List.of() : List.of(via.split(";")),
                row.getField("via_status"),
                row.getField("directness"),
                row.getField("valid_from"),
                row.getField("valid_to"),
                row.getField("status"),
                row.getField("as_of"),
                row.getField("strength"),
                row.getField("rank"),
                row.getField("inferred").equals("YES"),
                row.getField("printed"));
    }

    private static boolean isIn(@Nullable String country, StatedMembership stated) {
        var memberCountry = stated.member().country();
        return country == null || memberCountry == null || country.equals(alpha2(memberCountry));
    }

    private static String text(@Nullable PartialDate date) {
        return date == null ? "" : date.text();
    }

    /** The countries of the members, ISO 3166-1 alpha-2, by id, without members that have none. */
    private static Map<String, String> countries() throws IOException {
        var countries = new HashMap<String, String>();
        for (var file : List.of(
                "cities.csv",
                "regions.csv",
                "organizations.csv",
                "lists/net-zero-tracker-2022/cities.csv",
                "lists/net-zero-tracker-2022/regions.csv")) {
            for (var row : csv(file)) {
                if (!row.getField("country").isEmpty()) {
                    countries.put(row.getField("id"), row.getField("country"));
                }
            }
        }
        return countries;
    }

    private static String alpha2(String country) {
        return Stream.of(Locale.getISOCountries())
                .filter(code -> new Locale.Builder()
                        .setRegion(code)
                        .build()
                        .getISO3Country()
                        .equals(country))
                .findFirst()
                .orElse(country);
    }

    private static List<NamedCsvRecord> csv(String file) throws IOException {
        var stream = Objects.requireNonNull(SameAsBuiltInTests.class.getResourceAsStream("/dataset/" + file));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }

    private static <T> List<T> concat(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
