package io.throughline.ingest;

import com.sun.management.OperatingSystemMXBean;
import io.throughline.ThroughlineApplication;
import io.throughline.gazetteer.Gazetteer;
import io.throughline.mapping.Mappings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Measures how long a published list takes, phase by phase, in a server that just became ready with the built-in data: a dry run,
 * the first import for real, and the same once more. {@code docs/benchmark.md} says how to run it and what came out.
 */
final class ListBenchmark {

    private static final String LIST = "climactor-2022-12";
    private static final Path FILE = Path.of("..", "shared", "data", LIST + ".csv");

    private final Imports imports;
    private final Mappings mappings;

    private ListBenchmark(Imports imports, Mappings mappings) {
        this.imports = imports;
        this.mappings = mappings;
    }

    /**
     * Runs it.
     *
     * @param arguments {@code apply} leaves the dry run out, so that the import is the first thing done after the start;
     *     {@code warm} does so in two servers one after the other, the second of which finds most of the code compiled
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("warm")) {
            main(new String[] {"apply"});
        }
        var store = Path.of("target", "benchmark", "list", UUID.randomUUID().toString());
        Files.createDirectories(store);
        try (var context = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--spring.neo4j.uri=embedded", "--throughline.store.directory=" + store)) {
            // as a server does by itself
            context.getBean(Gazetteer.class).named(List.of());
            var benchmark = new ListBenchmark(context.getBean(Imports.class), context.getBean(Mappings.class));
            if (!List.of("apply", "warm").contains(arguments[0])) {
                benchmark.run("dry run", false);
            }
            benchmark.run("first import", true);
            benchmark.run("the same once more", true);
        }
    }

    private void run(String what, boolean apply) {
        var order = new ImportOrder(FILE, LIST + ".csv", mappings.byId(LIST).orElseThrow(), "benchmark", apply);
        var processor = cpu();
        var begun = System.nanoTime();
        try (var phases = Phases.of(Thread.currentThread())) {
            var run = imports.begin(order).run(progress -> {});
            System.out.printf(
                    "%s: %,d lines, %,d memberships new, %.1f s, %.1f s of processors%n",
                    what,
                    run.counts().allLines(),
                    run.counts().memberships(Outcome.NEW),
                    (System.nanoTime() - begun) / 1e9,
                    (cpu() - processor) / 1e9);
            phases.seconds().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .forEach(phase -> System.out.printf("  %5.1f s %s%n", phase.getValue(), phase.getKey()));
        }
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
