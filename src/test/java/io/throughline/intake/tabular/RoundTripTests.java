package io.throughline.intake.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.throughline.RandomValues;
import io.throughline.SeededTries;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any table dialect in any dialect is read back unchanged. */
@Tag(SeededTries.TAG)
class RoundTripTests {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** How to write a file. */
    record Dialect(
            char delimiter, char quote, boolean quoteAlways, LineDelimiter lineEnd, Charset charset, boolean mark) {

        byte[] bytes(List<List<String>> table) throws IOException {
            var text = new StringWriter();
            if (mark) {
                text.append('\uFEFF');
            }
            var csv = CsvWriter.builder()
                    .fieldSeparator(delimiter)
                    .quoteCharacter(quote)
                    .lineDelimiter(lineEnd);
            if (quoteAlways) {
                csv.quoteStrategy(QuoteStrategies.ALWAYS);
            }
            try (var writer = csv.build(text)) {
                table.forEach(writer::writeRecord);
            }
            return text.toString().getBytes(charset);
        }
    }

    private static Dialect dialect(RandomValues random) {
        var charset = random.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.ISO_8859_1,
                WINDOWS);
        return new Dialect(
                random.of(',', ';', '\t', '|'),
                random.of('"', '\''),
                random.bool(),
                random.of(LineDelimiter.LF, LineDelimiter.CRLF, LineDelimiter.CR),
                charset,
                charset.name().startsWith("UTF-16") || charset.equals(StandardCharsets.UTF_8) && random.bool());
    }

    /** A table of any text that all the charsets can encode, without blank rows, which are not data. */
    private static List<List<String>> table(RandomValues random) {
        var width = random.between(1, 5);
        return random.list(1, 12, () -> row(random, width));
    }

    private static List<String> row(RandomValues random, int width) {
        List<String> row;
        do {
            row = random.list(width, width, () -> random.text(",;\t|\"'\n\r =+-@\\\u00E9\u00DF\u00A0abcdef", 8));
        } while (row.stream().allMatch(String::isBlank));
        return row;
    }

    /** A realistic table of plain words, from which the dialect can be detected. */
    private static List<List<String>> plainTable(RandomValues random) {
        var width = random.between(2, 6);
        return random.list(
                3,
                40,
                () -> random.list(
                        width,
                        width,
                        () -> random.of(
                                "Lagos",
                                "São Paulo",
                                "Bonn, Köln",
                                "the \"Big\" City",
                                "a; b",
                                "1,5",
                                "2021",
                                "Þór",
                                "x|y")));
    }

    private static PublishedFile open(List<List<String>> table, Dialect dialect, ReadOptions reading)
            throws IOException, UnreadableFileException {
        var header = IntStream.range(0, table.get(0).size())
                .mapToObj(column -> "column" + (char) ('A' + column))
                .toList();
        var all = new ArrayList<List<String>>();
        all.add(header);
        all.addAll(table);
        var path = Files.createTempFile("table", ".csv");
        try {
            Files.write(path, dialect.bytes(all));
            var file = PublishedFile.open(path, "table.csv", reading);
            assertThat(file.header()).isEqualTo(header);
            assertThat(PublishedFiles.cells(file)).isEqualTo(table);
            return file;
        } finally {
            Files.delete(path);
        }
    }

    @Test
    void readsAnyTableBackInAStatedDialect() {
        SeededTries.fresh(1_000, random -> {
            var dialect = dialect(random);
            open(
                    table(random),
                    dialect,
                    new ReadOptions(
                            FileFormat.CSV,
                            dialect.charset,
                            dialect.delimiter,
                            dialect.quote,
                            SheetOptions.DETECT,
                            1,
                            Set.of(),
                            FileLimits.defaults()));
        });
    }

    @Test
    void readsAPlainTableBackInADetectedDialect() {
        SeededTries.fresh(1_000, random -> {
            var dialect = dialect(random);
            var file = open(plainTable(random), dialect, ReadOptions.detect());

            assertThat(file.dialect().delimiter()).as("%s", dialect).isEqualTo(dialect.delimiter);
        });
    }
}
