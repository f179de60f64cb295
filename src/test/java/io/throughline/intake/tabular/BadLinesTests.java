package io.throughline.intake.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Lines that cannot be used: each is reported once, with its number and the reason, and reading continues. */
class BadLinesTests {

    @TempDir
    private Path folder;

    private PublishedFiles files;

    @BeforeEach
    void createFiles() {
        files = new PublishedFiles(folder);
    }

    /** Each line as its number and its outcome, e.g. {@code 2 Lagos|NGA} or {@code 3 TOO_FEW_CELLS}. */
    private static List<String> outcomes(List<TableLine> lines) {
        return lines.stream()
                .map(line -> line.number() + " "
                        + (line instanceof TableRow row
                                ? String.join("|", row.cells().values())
                                        + row.findings().stream()
                                                .map(finding -> " " + finding.code())
                                                .collect(Collectors.joining())
                                : ((RejectedLine) line).finding().code()))
                .toList();
    }

    private List<String> outcomes(String text) throws UnreadableFileException {
        return outcomes(files.lines(text));
    }

    @Test
    void rejectsLinesWithTooFewOrTooManyCells() throws Exception {
        assertThat(outcomes("name,country\nLagos\nAccra,GHA,1\nParis,FRA\nRome,ITA,\n"))
                .containsExactly("2 TOO_FEW_CELLS", "3 TOO_MANY_CELLS", "4 Paris|FRA", "5 Rome|ITA");
    }

    @Test
    void saysHowManyCellsWereExpected() throws Exception {
        assertThat(files.lines("name,country\nLagos\nAccra,GHA\n").get(0))
                .isEqualTo(new RejectedLine(
                        2,
                        new FileFinding("TOO_FEW_CELLS", null, "the line has 1 cell; expected 2, as in the header")));
    }

    @Test
    void readsMixedLineEnds() throws Exception {
        assertThat(outcomes("name,country\r\nLagos,NGA\nAccra,GHA\rParis,FRA\r\n\r\nRome,ITA"))
                .containsExactly("2 Lagos|NGA", "3 Accra|GHA", "4 Paris|FRA", "6 Rome|ITA");
    }

    @Test
    void skipsAndCountsBlankLines() throws Exception {
        try (var file = files.open("name,country\n\nLagos,NGA\n,\n  \nAccra,GHA\n\n")) {
            assertThat(outcomes(PublishedFiles.lines(file))).containsExactly("3 Lagos|NGA", "6 Accra|GHA");
            assertThat(file.blankLines()).isEqualTo(4);
        }
    }

    @Test
    void rejectsLinesWithNulBytes() throws Exception {
        // enough lines that less than one byte in a thousand is NUL, so that the file counts as text
        var many = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> "city " + i + ",c\n")
                .collect(Collectors.joining());
        assertThat(outcomes("name,country\nLa\0gos,NGA\n" + many))
                .hasSize(301)
                .startsWith("2 NUL", "3 city 1|c")
                .endsWith("302 city 300|c");
    }

    @Test
    void rejectsOnlyTheLineOfAnUnclosedQuote() throws Exception {
        assertThat(outcomes("name,country\nLagos,NGA\n\"Accra,GHA\nParis,FRA\nRome,ITA\n"))
                .containsExactly(
                        "2 Lagos|NGA",
                        "3 UNTERMINATED_QUOTE",
                        "4 Paris|FRA BEHIND_OPEN_QUOTE",
                        "5 Rome|ITA BEHIND_OPEN_QUOTE");
    }

    @Test
    void rejectsOnlyTheLineOfAQuoteThatMeetsAnotherQuote() throws Exception {
        assertThat(outcomes("name,country\n\"Accra,GHA\nParis,FRA\n\"Rome\",ITA\n\"Bonn\n(Rhein)\",DEU\n"))
                .containsExactly(
                        "2 UNTERMINATED_QUOTE", "3 Paris|FRA BEHIND_OPEN_QUOTE", "4 Rome|ITA", "5 Bonn\n(Rhein)|DEU");
    }

    @Test
    void rejectsOnlyTheLineOfAQuoteThatSwallowsCellsOfOtherLines() throws Exception {
        assertThat(outcomes("name,country,note\nLagos,NGA,\"big\nAccra,GHA,\nRome,\",x\"\n"))
                .containsExactly("2 UNTERMINATED_QUOTE", "3 Accra|GHA| BEHIND_OPEN_QUOTE", "4 TOO_FEW_CELLS");
    }

    @Test
    void keepsQuotesInsideAnUnquotedCell() throws Exception {
        assertThat(outcomes("name,country\nthe \"Big\" City,NGA\n6\" pipe,GHA\n"))
                .containsExactly("2 the \"Big\" City|NGA", "3 6\" pipe|GHA");
    }

    @Test
    void rejectsTextAfterAClosingQuote() throws Exception {
        assertThat(outcomes("name,country\n\"Big\" City,NGA\nAccra,GHA\n"))
                .containsExactly("2 MALFORMED_QUOTE", "3 Accra|GHA");
    }

    @Test
    void keepsFormulasAsText() throws Exception {
        assertThat(outcomes(
                        "name,note\nLagos,=cmd|'/c calc'!A1\nAccra,@SUM(1)\nParis,-3.5\nRome,+39 06\nBonn,- none -\n"))
                .containsExactly(
                        "2 Lagos|=cmd|'/c calc'!A1 FORMULA_TEXT",
                        "3 Accra|@SUM(1) FORMULA_TEXT",
                        "4 Paris|-3.5",
                        "5 Rome|+39 06",
                        "6 Bonn|- none -");
    }

    @Test
    void rejectsACellThatIsTooLong() throws Exception {
        assertThat(outcomes("name,note\nLagos," + "x".repeat(100_001) + "\nAccra," + "y".repeat(100_000) + "\n"))
                .hasSize(2)
                .startsWith("2 CELL_TOO_LONG");
    }

    @Test
    void keepsAndReportsControlCharacters() throws Exception {
        assertThat(outcomes("name,country\nLa\u0007gos,NGA\n")).containsExactly("2 La\u0007gos|NGA CONTROL_CHARACTER");
    }

    @Tag("full") // reads 200 MB
    @Test
    void rejectsALineOf200MegabytesWithoutHoldingIt() throws Exception {
        var file = folder.resolve("long.csv");
        try (var out = Files.newOutputStream(file)) {
            out.write("name,country\nLagos,NGA\n\"Accra".getBytes(UTF_8));
            var piece = new byte[1 << 20];
            Arrays.fill(piece, (byte) 'x');
            for (var i = 0; i < 200; i++) {
                out.write(piece);
            }
            out.write("\",GHA\nParis,FRA\n".getBytes(UTF_8));
        }
        var before = allocated();

        try (var published = PublishedFile.open(file, "long.csv", ReadOptions.detect())) {
            assertThat(outcomes(PublishedFiles.lines(published)))
                    .containsExactly("2 Lagos|NGA", "3 LINE_TOO_LONG", "4 Paris|FRA");
        }
        // everything that was allocated, not only what was retained
        assertThat(DataSize.ofBytes(allocated() - before)).isLessThan(DataSize.ofMegabytes(60));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void readsUnclosedQuotesOnEveryLineInLinearTime() throws Exception {
        // every line closes the quote of the previous one and opens another: an endless record
        var text = "name,country\n\"a,b\n" + "x\",\"a\n".repeat(400_000);

        assertThat(outcomes(text)).hasSize(400_001).allMatch(line -> line.endsWith("UNTERMINATED_QUOTE"));
    }

    @Test
    void reportsEveryLineOnce() throws Exception {
        var pieces = List.of("Lagos,NGA", "\"Accra,GHA", "Pa\"ris,FRA", "x", ",,,", "\"a\"b,c", "\"q\",\"r\"", "a,\"b");
        var random = new java.util.Random(3);
        for (var run = 0; run < 500; run++) {
            var lines = Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                    .limit(30)
                    .toList();
            var text = "name,country\nRome,ITA\nBonn,DEU\nOslo,NOR\n" + String.join("\n", lines) + "\n";
            try (var file = files.open(text)) {
                var reported = PublishedFiles.lines(file).stream()
                        .mapToLong(BadLinesTests::physicalLines)
                        .sum();
                assertThat(reported + file.blankLines()).as(text).isEqualTo(33);
            }
        }
    }

    private static long physicalLines(TableLine line) {
        return 1
                + (line instanceof TableRow row
                        ? String.join("", row.cells().values())
                                .chars()
                                .filter(character -> character == '\n')
                                .count()
                        : 0);
    }

    @Test
    void rejectsInvalidJson() throws Exception {
        assertThat(
                        outcomes(
                                "{\"name\":\"Lagos\"}\n[1]\n{\"name\":\n{\"name\":\"a\",\"name\":\"b\"}\n\n{\"name\":\"Accra\"} x\n{\"name\":\"Paris\"}\n"))
                .containsExactly("1 Lagos", "2 NOT_JSON", "3 NOT_JSON", "4 NOT_JSON", "6 NOT_JSON", "7 Paris");
    }

    @Test
    void keepsTheOrderOfTheColumns() throws Exception {
        assertThat(((TableRow) files.lines("z,a,m\n1,2,3\n").get(0)).cells())
                .containsExactly(Map.entry("z", "1"), Map.entry("a", "2"), Map.entry("m", "3"));
    }
}
