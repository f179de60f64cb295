package io.throughline.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The facts the dataset was made from, as {@code src/test/resources/facts/README.md} describes them. */
final class CollectedFacts {

    private static final Path FOLDER = Path.of("src", "test", "resources", "facts");

    private CollectedFacts() {}

    static List<NamedCsvRecord> in(String file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
            return csv.stream().toList();
        }
    }

    /** Hashes of every twelve words in a row of the texts. */
    static Set<String> runsOfTexts() throws IOException {
        return Set.copyOf(Files.readAllLines(FOLDER.resolve("text-runs.txt")));
    }
}
