package io.throughline.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Prints the measurements next to their targets. */
final class Report {

    private Report() {}

    /** Prints the times of one size, and whether each query meets its targets. */
    static void print(Size size, List<Question> questions, List<Result> results) {
        print("%nGraph %s, times in ms, GraphQL over HTTP compared with the best Cypher over Bolt%n", size);
        print(
                "%-16s %8s %8s %8s %8s %6s %8s %-5s | 16 callers: %8s %8s %6s %-5s %8s %8s%n",
                "question",
                "GraphQL",
                "p99",
                "Bolt",
                "p99",
                "ratio",
                "at most",
                "met",
                "GraphQL/s",
                "Bolt/s",
                "ratio",
                "met",
                "p99",
                "p99");
        for (var i = 0; i < results.size(); i++) {
            var result = results.get(i);
            var target = target(questions.get(i), result);
            print(
                    "%-16s %8.2f %8.2f %8.2f %8.2f %6.2f %8.2f %-5s | %11s %9.0f %8.0f %6.2f %-5s %8.1f %8.1f%n",
                    result.question(),
                    result.graphQl(),
                    result.graphQl99(),
                    result.bolt(),
                    result.bolt99(),
                    result.ratio(),
                    target,
                    met(result, result.graphQl() <= target),
                    "",
                    result.graphQlRate(),
                    result.boltRate(),
                    result.rateRatio(),
                    many(result),
                    result.graphQlMany99(),
                    result.boltMany99());
        }
    }

    /**
     * Prints what depends on several measurements: the depth of a page, and the size of the graph, for the sizes that
     * were run.
     */
    static void printGrowth(List<Question> questions) throws IOException {
        print("%nGrowth, GraphQL (Bolt)%n");
        for (var size : Size.values()) {
            var results = Result.read(size.results());
            if (!results.isEmpty()) {
                growth(
                        size + " page 50 / page 1",
                        results.get("participants-1"),
                        results.get("participants-50"),
                        "at most 1.2");
            }
        }
        var small = Result.read(Size.S.results());
        for (var larger : List.of(Size.M, Size.L)) {
            var large = Result.read(larger.results());
            for (var question : questions) {
                if (small.containsKey(question.name()) && large.containsKey(question.name())) {
                    growth(
                            "S to %s %s".formatted(larger, question.name()),
                            small.get(question.name()),
                            large.get(question.name()),
                            question.sameSize() ? "at most 2" : "the response grows too");
                }
            }
        }
    }

    private static void growth(String what, Result from, Result to, String target) {
        print("%-28s %6.2f (%.2f), %s%n", what, to.graphQl() / from.graphQl(), to.bolt() / from.bolt(), target);
    }

    /** The target of a query for a single caller, in ms. */
    private static double target(Question question, Result result) {
        return Double.isNaN(question.limit()) ? 1.5 * result.bolt() + 2 : question.limit();
    }

    private static String met(Result result, boolean met) {
        return Double.isNaN(result.graphQl()) ? "later" : met ? "yes" : "NO";
    }

    /** Applies to queries that take the database itself more than 1 ms; queries too slow for many callers miss it. */
    private static String many(Result result) {
        return result.bolt() > 1 && !Double.isNaN(result.boltRate()) ? met(result, result.rateRatio() >= 0.5) : "-";
    }

    private static void print(String format, Object... values) {
        System.out.print(String.format(Locale.ROOT, format, values));
    }
}
