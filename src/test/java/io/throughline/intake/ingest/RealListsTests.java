package io.throughline.intake.ingest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.CompleteLists;
import io.throughline.ListFiles;
import io.throughline.TestStore;
import io.throughline.ThroughlineApplication;
import io.throughline.intake.mapping.MappingCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Imports whole published lists, and samples of them, into a separate graph. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealListsTests {

    private static final Pattern CANDIDATES = Pattern.compile("candidates=\\[.*?\\] (?=code=)");

    private ConfigurableApplicationContext context;

    @BeforeAll
    void start() {
        context = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--spring.neo4j.uri=embedded", "--throughline.store.directory=" + TestStore.loaded());
    }

    @AfterAll
    void stop() {
        if (context != null) {
            context.close();
        }
    }

    /**
     * The number of lines that state something depends on the file and its mapping; how many of them wait depends on
     * how well the names are known.
     *
     * @param read lines that state a membership
     */
    @ParameterizedTest
    @CompleteLists
    @CsvSource({
        "eu-covenant-coordinators-2022.csv, 248, 248, 0, 0",
        "race-to-resilience-members-2023.csv, 189, 189, 0, 0",
        "cdp-cities-disclosing-2020.csv, 566, 0, 566, 0",
        "net-zero-tracker-2022-12-20.xlsx, 4089, 1890, 2199, 0",
        "climactor-2022-12.csv, 14706, 13233, 1470, 3"
    })
    void countsEveryLineOnceAndASecondImportChangesNothing(
            String name, long lines, long read, long leftOut, long unusable) {
        check(ListFiles.complete(name), lines, read, leftOut, unusable);
    }

    @Tag("full")
    @ParameterizedTest
    @CsvSource({
        "eu-covenant-coordinators-2022.csv, 12, 12, 0, 0",
        "race-to-resilience-members-2023.csv, 19, 19, 0, 0",
        "cdp-cities-disclosing-2020.csv, 8, 0, 8, 0",
        "net-zero-tracker-2022-12-20.xlsx, 32, 27, 5, 0",
        "climactor-2022-12.csv, 28, 24, 3, 1"
    })
    void countsEveryLineOfASampleOnceAndChangesNothingTheSecondTime(
            String name, long lines, long read, long leftOut, long unusable) {
        check(ListFiles.sample(name), lines, read, leftOut, unusable);
    }

    private void check(Path list, long lines, long read, long leftOut, long unusable) {
        var dryRun = run(list, false);
        var first = run(list, true);
        assertThat(first.state()).as(first.message()).isEqualTo(ImportState.DONE);
        assertThat(first.counts().allLines()).isEqualTo(lines);
        assertThat(first.counts().lines(LineOutcome.LEFT_OUT)).isEqualTo(leftOut);
        assertThat(lines - leftOut - first.counts().lines(LineOutcome.REJECTED) + contradicting(first))
                .isEqualTo(read);
        assertThat(first.counts().lines(LineOutcome.REJECTED) - contradicting(first))
                .isEqualTo(unusable);
        assertThat(dryRun.counts().allLines()).isEqualTo(lines);
        assertThat(dryRun.counts()).isEqualTo(first.counts());
        var graph = digest();
        var second = run(list, true);
        assertThat(second.counts().lines(LineOutcome.NEW)).isZero();
        assertThat(second.counts().lines(LineOutcome.CHANGED)).isZero();
        assertThat(second.counts().withdrawn()).isZero();
        assertThat(second.counts().agents()).isZero();
        assertThat(second.counts().lines(LineOutcome.WAITING))
                .isEqualTo(first.counts().lines(LineOutcome.WAITING));
        var again = digest();
        // agents added by the first import are now in the graph, and so among the candidates of others
        assertSameDigest(withoutCandidates(graph), withoutCandidates(again));
        run(list, true);
        assertSameDigest(again, digest());
    }

    private List<String> digest() {
        return GraphDigest.of(context.getBean(Driver.class));
    }

    private static List<String> withoutCandidates(List<String> digest) {
        return digest.stream()
                .map(line -> line.startsWith("[Entity, ReviewItem]")
                        ? CANDIDATES.matcher(line).replaceAll("")
                        : line)
                .sorted()
                .toList();
    }

    /** Each line with the number of its occurrences. */
    private static Set<String> counted(List<String> digest) {
        return digest.stream().collect(groupingBy(line -> line, counting())).entrySet().stream()
                .map(line -> line.getValue() + " times " + line.getKey())
                .collect(toSet());
    }

    /** Compares two digests; shows the differing lines first, because a whole digest is too long to show. */
    private static void assertSameDigest(List<String> before, List<String> after) {
        var known = counted(before);
        assertThat(counted(after)).filteredOn(line -> !known.contains(line)).isEmpty();
        assertThat(after).isEqualTo(before);
    }

    /** The number of lines that contradict an earlier one. */
    private long contradicting(ImportRun run) {
        return context.getBean(Driver.class)
                .executableQuery("""
                        MATCH (finding:ImportFinding {runId: $id, code: 'CONTRADICTS_LINE', outcome: 'REJECTED'})
                        RETURN count(DISTINCT finding.line) AS lines
                        """)
                .withParameters(java.util.Map.of("id", run.id()))
                .execute()
                .records()
                .get(0)
                .get("lines")
                .asLong();
    }

    private ImportRun run(Path list, boolean apply) {
        var name = list.getFileName().toString();
        var mapping = context.getBean(MappingCatalog.class)
                .byId(name.replaceAll("\\.\\w+$", ""))
                .orElseThrow();
        return context.getBean(ImportStarter.class)
                .begin(new ImportRequest(list, name, mapping, "maria", apply))
                .run(run -> {});
    }
}
