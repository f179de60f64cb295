package io.throughline.dataset;

import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sources and facts the dataset was made from, where they lie beside the project. Elsewhere the test is skipped. */
final class Beside {

    private Beside() {}

    static List<NamedCsvRecord> facts(String file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(present("facts").resolve(file))) {
            return csv.stream().toList();
        }
    }

    static String source(String file) throws IOException {
        return Files.readString(present("sources").resolve(file));
    }

    private static Path present(String folder) {
        var path = Path.of("..", "shared", folder);
        assumeThat(path)
                .as("../shared/%s is not beside the project, so there is nothing to compare with", folder)
                .isDirectory();
        return path;
    }
}
