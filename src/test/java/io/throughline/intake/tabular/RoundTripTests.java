package io.throughline.intake.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any table written in any dialect is read back unchanged. */
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

    @Provide
    Arbitrary<Dialect> dialects() {
        return Combinators.combine(
                        Arbitraries.of(',', ';', '\t', '|'),
                        Arbitraries.of('"', '\''),
                        Arbitraries.of(true, false),
                        Arbitraries.of(LineDelimiter.LF, LineDelimiter.CRLF, LineDelimiter.CR),
                        Arbitraries.of(
                                StandardCharsets.UTF_8,
                                StandardCharsets.UTF_16LE,
                                StandardCharsets.UTF_16BE,
                                StandardCharsets.ISO_8859_1,
                                WINDOWS),
                        Arbitraries.of(true, false))
                .as((delimiter, quote, quoteAlways, lineEnd, charset, mark) -> new Dialect(
                        delimiter,
                        quote,
                        quoteAlways,
                        lineEnd,
                        charset,
                        charset.name().startsWith("UTF-16") || mark && charset.equals(StandardCharsets.UTF_8)));
    }

    /** Tables of any text that all the charsets can encode, without blank rows, which are not data. */
    @Provide
    Arbitrary<List<List<String>>> tables() {
        var cell = Arbitraries.strings()
                .withChars(",;\t|\"'\n\r =+-@\\\u00E9\u00DF\u00A0")
                .withCharRange('a', 'f')
                .ofMaxLength(8);
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(width -> cell.list()
                        .ofSize(width)
                        .filter(row -> row.stream().anyMatch(text -> !text.isBlank()))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(12));
    }

    /** Realistic tables of plain words, from which the dialect can be detected. */
    @Provide
    Arbitrary<List<List<String>>> plainTables() {
        var word = Arbitraries.of(
                "Lagos", "São Paulo", "Bonn, Köln", "the \"Big\" City", "a; b", "1,5", "2021", "Þór", "x|y");
        return Arbitraries.integers()
                .between(2, 6)
                .flatMap(width -> word.list().ofSize(width).list().ofMinSize(3).ofMaxSize(40));
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

    @Property(tries = 1000)
    void readsAnyTableBackInAStatedDialect(
            @ForAll("tables") List<List<String>> table, @ForAll("dialects") Dialect dialect) throws Exception {
        open(
                table,
                dialect,
                new ReadOptions(
                        FileFormat.CSV,
                        dialect.charset,
                        dialect.delimiter,
                        dialect.quote,
                        null,
                        1,
                        Set.of(),
                        FileLimits.defaults()));
    }

    @Property(tries = 1000)
    void readsAPlainTableBackInADetectedDialect(
            @ForAll("plainTables") List<List<String>> table, @ForAll("dialects") Dialect dialect) throws Exception {
        var file = open(table, dialect, ReadOptions.detect());

        assertThat(file.dialect().delimiter()).isEqualTo(dialect.delimiter);
    }
}
