package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks several hundred thousand rows, and makes nodes of them, in a process whose heap could not hold them. */
class ManyRowsTests {

    private static final int CITIES = 3_000;
    private static final int NETWORKS = 100;
    private static final String HEAP = "-Xmx128m";

    @Test
    void rowsAreNotKept(@TempDir Path folder) throws Exception {
        write(folder);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyRowsTests.class.getName(),
                        folder.toUri().toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        // each membership has a claim; every tenth one has another
        assertThat(output).contains("300000 memberships, 330000 claims, 630000 nodes");
    }

    /** Checks the dataset in a folder and counts the nodes of its facts. */
    public static void main(String... arguments) {
        var files = DatasetFiles.in(arguments[0]);
        var plan = DatasetPlanner.plan(files);
        var nodes = new int[1];
        files.batches(
                List.of(DatasetTables.MEMBERSHIPS),
                1_000,
                rows -> nodes[0] += plan.graph(rows).nodeRows(Map.of(), false).size());
        System.out.printf(
                "%d memberships, %d claims, %d nodes%n", plan.count("Membership"), plan.count("Claim"), nodes[0]);
    }

    private static void write(Path folder) throws IOException {
        var lists = Files.createDirectories(folder.resolve("lists/many"));
        Files.copy(Path.of("src/main/resources/dataset/dataset.csv"), folder.resolve("dataset.csv"));
        try (var sources = file(lists, "sources.csv");
                var networks = file(lists, "organizations.csv");
                var cities = file(lists, "cities.csv");
                var memberships = file(lists, "memberships.csv")) {
            sources.println("list,List,,,,,,,2026,,,CC0,,,");
            sources.println("other-list,Other list,,,,,,,2026,,,CC0,,,");
            for (var network = 0; network < NETWORKS; network++) {
                networks.printf("network-%d,Network %d,NETWORK,,,,%n", network, network);
            }
            for (var city = 0; city < CITIES; city++) {
                cities.printf("city-%d,City %d,CITY,,,,,,,,RESOLVED,%n", city, city);
            }
            for (var network = 0; network < NETWORKS; network++) {
                for (var city = 0; city < CITIES; city++) {
                    memberships.println(membership(city, network, "list"));
                    if (city % 10 == 0) {
                        memberships.println(membership(city, network, "other-list"));
                    }
                }
            }
        }
    }

    private static String membership(int city, int network, String source) {
        return "city-%d,MEMBER,network-%d,,,DIRECT,2026-01-%02d,,,IN_FORCE,,,,%s.%d.%d,%s,page %d,printed as city %d,,,,,"
                .formatted(city, network, 1 + city % 28, source, city, network, source, city, city);
    }

    private static PrintWriter file(Path folder, String name) throws IOException {
        var table = DatasetTables.ALL.stream()
                .filter(each -> name.equals(each.fileOfList()))
                .findFirst()
                .orElseThrow();
        var file = new PrintWriter(folder.resolve(name).toFile(), StandardCharsets.UTF_8);
        file.println(table.columns().stream().map(DatasetColumn::name).collect(Collectors.joining(",")));
        return file;
    }
}
