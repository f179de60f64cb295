package io.throughline.intake.ingest;

import io.throughline.ThroughlineApplication;
import io.throughline.infra.store.BoltStore;
import io.throughline.intake.mapping.Mapping;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Measures how fast a list is imported, compared with a bare {@code UNWIND} of the same nodes and relationships over
 * Bolt in the same process. {@code docs/benchmark.md} says how to run it and gives the results.
 */
final class ImportBenchmark {

    private static final int CITIES = 13_000;
    private static final int BATCH = 1_000;
    private static final String SOURCE = "benchmark-list";

    /** The writes for a membership with its claim, without anything that finds out whether they are needed. */
    private static final String BARE = """
            UNWIND $rows AS row
            MATCH (member:Entity {id: row.memberId})
            MATCH (organization:Entity {id: row.organizationId})
            MATCH (source:Entity {id: $source})
            CREATE (membership:Entity:Membership)
            SET membership = row.membership, membership.recordedAt = datetime()
            CREATE (membership)-[:MEMBER {origin: 'import'}]->(member)
            CREATE (membership)-[:ORGANIZATION {origin: 'import'}]->(organization)
            CREATE (claim:Entity:Claim)
            SET claim = row.claim, claim.recordedAt = datetime()
            CREATE (claim)-[:STATED_IN {origin: 'import'}]->(source)
            CREATE (claim)-[:SUPPORTS {validFrom: '2020', origin: 'import'}]->(membership)
            CREATE (member)-[link:MEMBER_OF]->(organization)
            SET link = row.link
            """;

    private final Driver driver;
    private final ImportStarter imports;
    private final Path directory;
    private final int rows;

    private ImportBenchmark(Driver driver, ImportStarter imports, Path directory, int rows) {
        this.driver = driver;
        this.imports = imports;
        this.directory = directory;
        this.rows = rows;
    }

    /**
     * Runs it.
     *
     * @param arguments the number of memberships; further arguments are ignored
     */
    public static void main(String[] arguments) throws IOException {
        var directory =
                Path.of("target", "benchmark", "import", UUID.randomUUID().toString());
        Files.createDirectories(directory);
        try (var context = new SpringApplicationBuilder(ThroughlineApplication.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .run(
                                "--spring.neo4j.uri=embedded",
                                "--throughline.store.directory=" + directory.resolve("store"),
                                "--throughline.store.bolt=true",
                                "--throughline.store.page-cache=1g");
                var driver = BoltStore.driver(context)) {
            new ImportBenchmark(
                            driver,
                            context.getBean(ImportStarter.class),
                            directory,
                            Integer.parseInt(arguments[0].replaceAll("[^0-9]", "")))
                    .run();
        }
    }

    private void run() throws IOException {
        addCities();
        importList("warm", Math.min(rows, 5 * BATCH));
        writeBare("warmbare", Math.min(rows, 5 * BATCH));
        var before = writeBare("before", rows / 10);
        var imported = importList("list", rows);
        var after = writeBare("after", rows / 10);
        var bare = (before + after) / 2;
        System.out.printf(
                "%,d memberships: imported %,.0f a second; bare UNWIND %,.0f before and %,.0f after; ratio %.2f%n",
                rows, imported, before, after, imported / bare);
    }

    /** Imports a list; returns memberships per second. */
    private double importList(String name, int count) throws IOException {
        var file = directory.resolve(name + ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("city,organization,since\n");
            for (var i = 0; i < count; i++) {
                out.write("bench-city-%d,%s-%d,2020\n".formatted(i % CITIES, name, i / CITIES));
            }
        }
        var started = System.nanoTime();
        var lastPrinted = new long[] {started};
        var run = imports.begin(new ImportRequest(file, name + ".csv", mapping(name, count), "benchmark", true))
                .run(now -> {
                    if (System.nanoTime() - lastPrinted[0] > 20e9) {
                        lastPrinted[0] = System.nanoTime();
                        System.out.printf(
                                "  %,d lines, %,.0f a second, %,d MB of heap in use after a collection%n",
                                now.linesDone(), now.linesDone() / ((lastPrinted[0] - started) / 1e9), used());
                    }
                });
        if (run.counts().memberships(LineOutcome.NEW) != count) {
            throw new IllegalStateException("not everything was imported: " + run);
        }
        return count / ((System.nanoTime() - started) / 1e9);
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static Mapping mapping(String name, int count) {
        var organizations = new StringBuilder();
        var values = new StringBuilder();
        for (var i = 0; i <= (count - 1) / CITIES; i++) {
            organizations.append("  - {id: %1$s-%2$d, name: %1$s %2$d, kind: NETWORK}%n".formatted(name, i));
            values.append("%1$s-%2$d: %1$s-%2$d, ".formatted(name, i));
        }
        return Mapping.read("""
                id: %1$s
                title: %1$s
                source: {id: %1$s, title: %1$s, licence: CC0-1.0, statedAt: 2026-01-01}
                organizations:
                %2$smember: {name: {column: city}, kind: CITY, identifiers: {own: {column: city}}}
                memberships:
                  - organization: {column: organization, values: {%3$s}}
                    role: MEMBER
                    validFrom: {column: since}
                """.formatted(name, organizations, values), name);
    }

    private double writeBare(String name, int count) {
        driver.executableQuery("""
                        UNWIND range(0, $last) AS number
                        MERGE (organization:Entity {id: $name + '-' + number})
                        SET organization:Agent:Organization:Network, organization.name = $name, organization.sortName = $name
                        MERGE (source:Entity {id: $source})
                        SET source:Source, source.title = $source
                        """)
                .withParameters(Map.of("name", name, "last", count / CITIES, "source", SOURCE))
                .execute();
        var started = System.nanoTime();
        try (var session = driver.session(SessionConfig.defaultConfig())) {
            for (var from = 0; from < count; from += BATCH) {
                var batch = IntStream.range(from, Math.min(count, from + BATCH))
                        .mapToObj(i -> row("bench-city-" + i % CITIES, name + "-" + i / CITIES))
                        .toList();
                session.executeWriteWithoutResult(transaction -> transaction
                        .run(BARE, Map.of("rows", batch, "source", SOURCE))
                        .consume());
            }
        }
        return count / ((System.nanoTime() - started) / 1e9);
    }

    /** A row with the properties that an import writes. */
    private static Map<String, Object> row(String memberId, String organizationId) {
        var id = memberId + ".member." + organizationId;
        var link = Map.<String, Object>ofEntries(
                Map.entry("membershipId", id),
                Map.entry("memberId", memberId),
                Map.entry("organizationId", organizationId),
                Map.entry("sortName", memberId),
                Map.entry("organizationSortName", organizationId),
                Map.entry("role", "MEMBER"),
                Map.entry("directness", "UNKNOWN"),
                Map.entry("strength", "STATED"),
                Map.entry("sourceCount", 1),
                Map.entry("validFrom", "2020"),
                Map.entry("validFromEarliest", java.time.LocalDate.of(2020, 1, 1)),
                Map.entry("validFromLatest", java.time.LocalDate.of(2020, 12, 31)),
                Map.entry("notBefore", java.time.LocalDate.of(2020, 1, 1)),
                Map.entry("surelyFrom", java.time.LocalDate.of(2020, 12, 31)),
                Map.entry("surelyUntil", java.time.LocalDate.of(2026, 1, 2)));
        var membership = new java.util.HashMap<>(link);
        membership.put("id", id);
        membership.put("origin", "import");
        membership.put("activityId", "bare");
        membership.put("recordedBy", "benchmark");
        membership.remove("membershipId");
        return Map.of(
                "memberId",
                memberId,
                "organizationId",
                organizationId,
                "membership",
                membership,
                "link",
                link,
                "claim",
                Map.ofEntries(
                        Map.entry("id", SOURCE + "." + id),
                        Map.entry("subjectId", memberId),
                        Map.entry("property", "MEMBER"),
                        Map.entry("value", organizationId),
                        Map.entry("sourceId", SOURCE),
                        Map.entry("locator", "line 17, columns organization, since"),
                        Map.entry("strength", "STATED"),
                        Map.entry("rank", "NORMAL"),
                        Map.entry("inferred", false),
                        Map.entry("activityId", "bare"),
                        Map.entry("recordedBy", "benchmark"),
                        Map.entry("origin", "import")));
    }

    private void addCities() {
        List<Integer> numbers = new ArrayList<>();
        IntStream.range(0, CITIES).forEach(numbers::add);
        driver.executableQuery("""
                        UNWIND $numbers AS number
                        CREATE (city:Entity:Agent:LocalGovernment:City)
                        SET city.id = 'bench-city-' + number,
                            city.name = 'bench-city-' + number,
                            city.sortName = 'bench-city-' + number,
                            city.kind = 'CITY',
                            city.resolution = 'RESOLVED'
                        """).withParameters(Map.of("numbers", numbers)).execute();
        driver.executableQuery("CALL db.awaitIndexes(600)").execute();
    }
}
