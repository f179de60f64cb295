package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dataset states the facts of the five texts in its own words. */
class NoSentencesTests {

    private static final int RUN = 12;

    @Test
    void noTwelveWordsInARowAreFromAText() throws IOException {
        var ofTexts = CollectedFacts.runsOfTexts();
        assertThat(ofTexts).hasSizeGreaterThan(1_000);
        var names = Stream.of("events.csv", "names.csv")
                .flatMap(file -> DatasetVariants.REAL.rows(table(file)).stream())
                .map(line -> line.required("name"))
                .toList();
        var borrowed = new ArrayList<String>();
        for (var file : DatasetVariants.texts(DatasetVariants.REAL).entrySet()) {
            for (var line : CsvReader.builder().ofCsvRecord(file.getValue())) {
                for (var cell : line.getFields()) {
                    if (Arrays.stream(withoutNames(cell, names).split(";"))
                            .flatMap(value -> runs(value).stream())
                            .anyMatch(ofTexts::contains)) {
                        borrowed.add("%s, line %d: %s".formatted(file.getKey(), line.getStartingLineNumber(), cell));
                    }
                }
            }
        }
        assertThat(borrowed).isEmpty();
    }

    /** Names of entities and headings are not sentences. */
    private static String withoutNames(String cell, List<String> names) {
        var rest = cell.replaceAll("heading \"[^\"]*\"", "");
        for (var name : names) {
            rest = rest.replace(name, "");
        }
        return rest;
    }

    private static Set<String> runs(String text) {
        var words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        var runs = new HashSet<String>();
        for (var from = 0; from + RUN <= words.size(); from++) {
            runs.add(hash(String.join(" ", words.subList(from, from + RUN))));
        }
        return runs;
    }

    private static String hash(String words) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatasetTable table(String file) {
        return DatasetTables.ALL.stream()
                .filter(table -> table.holds(file))
                .findFirst()
                .orElseThrow();
    }
}
