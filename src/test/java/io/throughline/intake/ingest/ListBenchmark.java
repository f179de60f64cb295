package io.throughline.intake.ingest;

import com.sun.management.OperatingSystemMXBean;
import io.throughline.ListFiles;
import io.throughline.ThroughlineApplication;
import io.throughline.intake.mapping.MappingCatalog;
import io.throughline.reference.gazetteer.Gazetteer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * Measures how long a published list takes, phase by phase, in a server that just became ready with the built-in data: a dry run,
 * the first import for real, and the same once more. {@code docs/benchmark.md} says how to run it and what came out.
 */
final class ListBenchmark {

    private static final String LIST = "climactor-2022-12";
    private static final Path FILE = ListFiles.complete(LIST + ".csv");

    private final ApplicationContext context;

    private ListBenchmark(ApplicationContext context) {
        this.context = context;
    }

    /**
     * Runs it.
     *
     * @param arguments {@code all} is all of that; {@code apply} leaves the dry run out, so that the import is the first thing done after the start;
     *     {@code bare} imports and then writes the same nodes and relationships into another server by {@link BareWrites},
     *     both twice: the second time finds most of the code compiled
     */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "bare" -> {
                for (var round = 0; round < 2; round++) {
                    var writes = inServer(ListBenchmark::importAndRemember);
                    inServer(benchmark -> benchmark.write(writes));
                }
            }
            case "apply" -> inServer(benchmark -> benchmark.run("first import", true));
            default ->
                inServer(benchmark -> {
                    benchmark.run("dry run", false);
                    benchmark.run("first import", true);
                    return benchmark.run("the same once more", true);
                });
        }
    }

    private static <T> T inServer(Function<ListBenchmark, T> work) throws IOException {
        var store = Path.of("target", "benchmark", "list", UUID.randomUUID().toString());
        Files.createDirectories(store);
        try (var context = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--spring.neo4j.uri=embedded", "--throughline.store.directory=" + store)) {
            // as a server does by itself
            context.getBean(Gazetteer.class).named(List.of());
            return work.apply(new ListBenchmark(context));
        }
    }

    private BareWrites importAndRemember() {
        var driver = context.getBean(Driver.class);
        var existing = BareWrites.existing(driver);
        run("first import", true);
        return BareWrites.since(existing, driver);
    }

    private BareWrites write(BareWrites writes) {
        var processor = cpu();
        var begun = System.nanoTime();
        writes.write(context.getBean(Driver.class));
        System.out.printf("the same nodes and relationships bare: %s%n", since(begun, processor));
        return writes;
    }

    private ImportRun run(String what, boolean apply) {
        var order = new ImportRequest(
                FILE,
                LIST + ".csv",
                context.getBean(MappingCatalog.class).byId(LIST).orElseThrow(),
                "benchmark",
                apply);
        var imports = context.getBean(ImportStarter.class);
        var processor = cpu();
        var begun = System.nanoTime();
        try (var phases = Phases.of(Thread.currentThread())) {
            var run = imports.begin(order).run(progress -> {});
            System.out.printf(
                    "%s: %,d lines, %,d memberships new, %s%n",
                    what, run.counts().allLines(), run.counts().memberships(LineOutcome.NEW), since(begun, processor));
            phases.seconds().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .forEach(phase -> System.out.printf("  %5.1f s %s%n", phase.getValue(), phase.getKey()));
            return run;
        }
    }

    private static String since(long begun, long processor) {
        return "%.1f s, %.1f s of processors".formatted((System.nanoTime() - begun) / 1e9, (cpu() - processor) / 1e9);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
