package io.throughline.dataset;

import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sources and facts from which the dataset was made, if they are next to the project; otherwise the test is skipped. */
final class CollectedSources {

    private CollectedSources() {}

    static List<NamedCsvRecord> facts(String file) throws IOException {
        try (var csv =
                CsvReader.builder().ofNamedCsvRecord(existingFolder("facts").resolve(file))) {
            return csv.stream().toList();
        }
    }

    static String source(String file) throws IOException {
        return Files.readString(existingFolder("sources").resolve(file));
    }

    private static Path existingFolder(String folder) {
        var path = Path.of("..", "shared", folder);
        assumeThat(path)
                .as("../shared/%s does not exist, so there is nothing to compare with", folder)
                .isDirectory();
        return path;
    }
}
