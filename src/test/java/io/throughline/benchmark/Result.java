package io.throughline.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The measurements of one query. Times in milliseconds, NaN if the schema cannot answer it yet.
 *
 * @param graphQl median for a single caller over HTTP
 * @param graphQl99 the 99th percentile of those
 * @param graphQlRate responses per second with many callers
 * @param graphQlMany99 as {@code graphQl99}, with many callers
 */
record Result(
        String question,
        double graphQl,
        double graphQl99,
        double bolt,
        double bolt99,
        double graphQlRate,
        double boltRate,
        double graphQlMany99,
        double boltMany99) {

    double ratio() {
        return graphQl / bolt;
    }

    double rateRatio() {
        return graphQlRate / boltRate;
    }

    static void write(List<Result> results, Path file) throws IOException {
        Files.write(file, results.stream().map(Result::line).toList());
    }

    /** Reads the results by query, in file order; empty if the file is missing. */
    static Map<String, Result> read(Path file) throws IOException {
        var results = new LinkedHashMap<String, Result>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var cells = line.split(",", -1);
                var numbers = Stream.of(cells)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                results.put(
                        cells[0],
                        new Result(
                                cells[0],
                                numbers[0],
                                numbers[1],
                                numbers[2],
                                numbers[3],
                                numbers[4],
                                numbers[5],
                                numbers[6],
                                numbers[7]));
            }
        }
        return results;
    }

    private String line() {
        return String.join(
                ",",
                question,
                String.valueOf(graphQl),
                String.valueOf(graphQl99),
                String.valueOf(bolt),
                String.valueOf(bolt99),
                String.valueOf(graphQlRate),
                String.valueOf(boltRate),
                String.valueOf(graphQlMany99),
                String.valueOf(boltMany99));
    }
}
