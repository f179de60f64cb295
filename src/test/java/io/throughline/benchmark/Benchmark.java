package io.throughline.benchmark;

import io.throughline.ThroughlineApplication;
import io.throughline.infra.store.BoltStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Compares the server on a generated graph with the bare database. {@code docs/benchmark.md} explains how to run it and
 * lists the results.
 */
final class Benchmark {

    private Benchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the size, the seconds of warm-up per query, and optionally the names of the queries to run
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var size = Size.valueOf(arguments[0]);
        var warmUp = Double.parseDouble(arguments[1]);
        var wanted = List.of(arguments).subList(2, arguments.length);
        var world = new World(size);
        GraphGenerator.generate(world);
        try (var server = start(size);
                var driver = BoltStore.driver(server)) {
            var callers = new Callers(port(server), driver);
            var questions = Questions.of(world, driver).stream()
                    .filter(question -> wanted.isEmpty() || wanted.contains(question.name()))
                    .toList();
            var measurement = new Measurement(callers);
            System.out.printf("Warming up for %.0f s per query%n", warmUp);
            measurement.warmUp(questions, warmUp);
            var results = new ArrayList<Result>();
            for (var question : questions) {
                results.add(measurement.of(question, answering(callers, question)));
            }
            Report.print(size, questions, results);
            if (wanted.isEmpty()) {
                Result.write(results, size.results());
                Report.printGrowth(questions);
            }
        }
    }

    /** Starts the real server on the graph of this size, on any free port, with its indexes ready. */
    static ConfigurableApplicationContext start(Size size) {
        var server = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--spring.neo4j.uri=embedded",
                        "--throughline.store.directory=" + size.store(),
                        "--throughline.store.bolt=true",
                        "--throughline.store.page-cache=" + size.pageCache);
        server.getBean(Driver.class)
                .executableQuery("CALL db.awaitIndexes(3600)")
                .execute();
        return server;
    }

    static int port(ConfigurableApplicationContext server) {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Sends the query once to see whether it is answered; prints the error if not. */
    private static Answering answering(Callers callers, Question question) {
        var answer = callers.graphQl(question, 0);
        if (!answer.contains("\"errors\"")) {
            return Answering.YES;
        }
        System.out.printf("%s is not answered: %.300s%n", question.name(), answer);
        return answer.contains("ValidationError") ? Answering.NOT_YET : Answering.FAILS;
    }
}
