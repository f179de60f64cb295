package io.throughline.intake.ingest;

import com.sun.management.OperatingSystemMXBean;
import io.throughline.ListFiles;
import io.throughline.ThroughlineApplication;
import io.throughline.infra.store.BoltStore;
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
 * Measures how long a published list takes, phase by phase, in a server that just became ready with the built-in data:
 * a dry run, the first import, and the same import again. {@code docs/benchmark.md} says how to run it and gives the
 * results.
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
     * @param arguments {@code all} for all of that; {@code apply} for the import alone, so that it is the first thing
     *     done after the start; {@code bare} to import and then write the same nodes and relationships into another
     *     server with {@link BareWrites}, both twice, because the second time most of the code is compiled
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
                    return benchmark.run("import again", true);
                });
        }
    }

    private static <T> T inServer(Function<ListBenchmark, T> work) throws IOException {
        var store = Path.of("target", "benchmark", "list", UUID.randomUUID().toString());
        Files.createDirectories(store);
        try (var context = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--spring.neo4j.uri=embedded",
                        "--throughline.store.bolt=true",
                        "--throughline.store.directory=" + store)) {
            // a server does this by itself
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
        var started = System.nanoTime();
        try (var driver = BoltStore.driver(context)) {
            writes.write(driver);
        }
        System.out.printf("the same nodes and relationships with bare UNWIND: %s%n", elapsed(started, processor));
        return writes;
    }

    private ImportRun run(String label, boolean apply) {
        var request = new ImportRequest(
                FILE,
                LIST + ".csv",
                context.getBean(MappingCatalog.class).byId(LIST).orElseThrow(),
                "benchmark",
                apply);
        var imports = context.getBean(ImportStarter.class);
        var processor = cpu();
        var started = System.nanoTime();
        try (var phases = ImportPhases.of(Thread.currentThread())) {
            var run = imports.begin(request).run(progress -> {});
            System.out.printf(
                    "%s: %,d lines, %,d new memberships, %s%n",
                    label,
                    run.counts().allLines(),
                    run.counts().memberships(LineOutcome.NEW),
                    elapsed(started, processor));
            phases.seconds().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .forEach(phase -> System.out.printf("  %5.1f s %s%n", phase.getValue(), phase.getKey()));
            return run;
        }
    }

    private static String elapsed(long started, long processor) {
        return "%.1f s, %.1f s of processor time"
                .formatted((System.nanoTime() - started) / 1e9, (cpu() - processor) / 1e9);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
