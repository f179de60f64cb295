package io.throughline.intake.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The delimiter, quote, encoding and header of a file are detected. */
class DialectTests {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    private Path folder;

    private PublishedFiles files;

    @BeforeEach
    void createFiles() {
        files = new PublishedFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void detectsTheDelimiter(char delimiter) throws Exception {
        var text = "name;country;note\n\"Bonn; Köln\";DEU;1,5 | 2\nLagos;NGA;\nAccra;GHA;\"a;b\"\n"
                .replace(";", String.valueOf(delimiter));
        var file = files.open(text);

        assertThat(file.dialect().delimiter()).isEqualTo(delimiter);
        assertThat(file.header()).containsExactly("name", "country", "note");
    }

    @Test
    void doesNotMistakeDecimalCommasForDelimiters() throws Exception {
        var file = files.open("name;lat;lng\nLagos;6,45;3,39\nAccra;5,55;-0,2\n");

        assertThat(file.dialect().delimiter()).isEqualTo(';');
        assertThat(PublishedFiles.cells(file)).first().isEqualTo(List.of("Lagos", "6,45", "3,39"));
    }

    @Test
    void doesNotSplitListsInsideCells() throws Exception {
        var file = files.open("name,tags\nLagos,C40;GCoM\nAccra,C40;GCoM\nParis,C40;GCoM\n");

        assertThat(file.dialect().delimiter()).isEqualTo(',');
    }

    @Test
    void readsATableOfOneColumn() throws Exception {
        assertThat(PublishedFiles.cells(files.open("city\nLagos\nAccra\n")))
                .containsExactly(List.of("Lagos"), List.of("Accra"));
        assertThat(PublishedFiles.cells(files.open("city\nParis, France\nRome, Italy\nBonn, Germany\n")))
                .first()
                .isEqualTo(List.of("Paris, France"));
    }

    @Test
    void detectsSingleQuotes() throws Exception {
        var file = files.open("'name','country'\n's-Hertogenbosch','NLD'\n'Lagos, the city','NGA'\n");
        var apostrophes = files.open("name,country\n's-Hertogenbosch,NLD\n't Zand,NLD\n");

        assertThat(file.dialect().quote()).isEqualTo('\'');
        assertThat(PublishedFiles.cells(file)).last().isEqualTo(List.of("Lagos, the city", "NGA"));
        assertThat(apostrophes.dialect().quote()).isEqualTo('"');
        assertThat(PublishedFiles.cells(apostrophes)).first().isEqualTo(List.of("'s-Hertogenbosch", "NLD"));
    }

    @Test
    void readsQuotesAsCharactersIfStated() throws Exception {
        var stated = new ReadOptions(
                null, null, '\t', ReadOptions.NO_QUOTE, SheetOptions.DETECT, null, Set.of(), FileLimits.defaults());

        assertThat(PublishedFiles.cells(files.open("name\tnote\n\"Big\" City\t6\"\n", stated)))
                .containsExactly(List.of("\"Big\" City", "6\""));
    }

    @Test
    void detectsTheEncoding() throws Exception {
        var text = "name,country\nSão Paulo,BRA\nMálaga,ESP\n";

        assertThat(charset(text.getBytes(UTF_8))).isEqualTo("UTF-8 true");
        assertThat(charset(("\uFEFF" + text).getBytes(UTF_8))).isEqualTo("UTF-8 true");
        assertThat(charset(("\uFEFF" + text).getBytes(UTF_16LE))).isEqualTo("UTF-16LE true");
        assertThat(charset(("\uFEFF" + text).getBytes(UTF_16BE))).isEqualTo("UTF-16BE true");
        assertThat(charset(text.getBytes(ISO_8859_1))).isEqualTo("ISO-8859-1 false");
        assertThat(charset(text.replace("Málaga", "Málaga – “old”").getBytes(WINDOWS)))
                .isEqualTo("windows-1252 false");
    }

    private String charset(byte[] bytes) throws UnreadableFileException {
        var file = files.open(bytes);
        assertThat(file.header()).containsExactly("name", "country");
        assertThat(PublishedFiles.cells(file).get(0)).containsExactly("São Paulo", "BRA");
        return file.dialect().charset() + " " + file.dialect().charsetCertain();
    }

    @Test
    void reportsAnAssumedEncoding() throws Exception {
        var file = files.open("name,country\nMálaga,ESP\n".getBytes(ISO_8859_1));

        assertThat(file.findings()).extracting(FileFinding::code).containsExactly("ENCODING_ASSUMED");
    }

    @Test
    void keepsAndReportsAnInvalidByte() throws Exception {
        var bytes = "name,country\nSão Paulo,BRA\nC\u00CArdoba,ARG\n".getBytes(UTF_8);
        var invalid = new byte[bytes.length - 1];
        var position = new String(bytes, ISO_8859_1).indexOf("C\u00C3") + 1;
        System.arraycopy(bytes, 0, invalid, 0, position);
        invalid[position] = (byte) 0xCA;
        System.arraycopy(bytes, position + 2, invalid, position + 1, bytes.length - position - 2);

        var row = (TableRow) PublishedFiles.lines(files.open(invalid)).get(1);

        assertThat(row.cells()).containsEntry("name", "C\\xCArdoba");
        assertThat(row.findings())
                .containsExactly(new FileFinding(
                        "INVALID_BYTE",
                        "name",
                        "bytes not valid in the encoding of the file: CA; kept as 'C\\xCArdoba'"));
    }

    @Test
    void keepsBytesCutOffAtTheEnd() throws Exception {
        var bytes = "name,country\nSão,BRA\nX,BRÃ".getBytes(UTF_8);
        var cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);

        assertThat(PublishedFiles.cells(files.open(cut))).last().isEqualTo(List.of("X", "BR\\xC3"));
    }

    @Test
    void readsFourByteCharactersAtAnyPosition() throws Exception {
        for (var before = 8_150; before < 8_200; before++) {
            var name = "x".repeat(before) + "𝔏𝔞𝔤𝔬𝔰";
            assertThat(PublishedFiles.cells(files.open("name,country\n" + name + ",NGA\n")))
                    .containsExactly(List.of(name, "NGA"));
        }
    }

    @Test
    void findsAHeaderWithKnownColumnsAmongLinesOfAnyWidth() throws Exception {
        var known = new ReadOptions(
                null, null, null, null, SheetOptions.DETECT, null, Set.of("country", "name"), FileLimits.defaults());
        var file = files.open("Cities\nname,country,since\nLagos\nAccra,GHA,2016,x,y\nTema,GHA,2017,,\n", known);

        assertThat(file.dialect().headerLine()).isEqualTo(2);
        assertThat(PublishedFiles.lines(file)).extracting(TableLine::number).containsExactly(3, 4, 5);
    }

    @Test
    void skipsTitlesAboveTheHeader() throws Exception {
        var file = files.open("""
                Cities, networks and regions of 2023

                Source:,UNFCCC,,,
                "",,,,
                name,country,lat,lng,since
                Lagos,NGA,1,2,2015
                Accra,GHA,1,2,2016
                """);

        assertThat(file.header()).containsExactly("name", "country", "lat", "lng", "since");
        assertThat(file.dialect().headerLine()).isEqualTo(5);
        assertThat(file.findings()).extracting(FileFinding::code).containsOnly("TITLE_LINE");
        assertThat(PublishedFiles.lines(file)).extracting(TableLine::number).containsExactly(6, 7);
    }

    @Test
    void skipsCommentsOfOurOwnExports() throws Exception {
        var file = files.open("# Throughline\n# licence, and so on\nmember,organization\nlagos,c40\n");

        assertThat(file.header()).containsExactly("member", "organization");
    }

    @Test
    void readsTheHeaderFromTheStatedLine() throws Exception {
        var third = new ReadOptions(null, null, null, null, SheetOptions.DETECT, 3, Set.of(), FileLimits.defaults());
        var none = new ReadOptions(null, null, null, null, SheetOptions.DETECT, 0, Set.of(), FileLimits.defaults());

        assertThat(files.open("a,b\n1,2\nname,country\nLagos,NGA\n", third).header())
                .containsExactly("name", "country");
        var unnamed = files.open("Lagos,NGA\nAccra,GHA\n", none);
        assertThat(unnamed.header()).containsExactly("column 1", "column 2");
        assertThat(PublishedFiles.cells(unnamed)).hasSize(2);
    }

    @Test
    void stripsColumnNamesAndMakesThemUnique() throws Exception {
        var file = files.open("\" name \n of city\",,name,name,name (2),\u00A0\n1,2,3,4,5,6\n");

        assertThat(file.header())
                .containsExactly("name of city", "column 2", "name", "name (3)", "name (2)", "column 6");
        assertThat(file.findings())
                .extracting(FileFinding::code)
                .containsExactly("EMPTY_HEADER", "DUPLICATE_HEADER", "EMPTY_HEADER");
        assertThat(PublishedFiles.cells(file)).containsExactly(List.of("1", "2", "3", "4", "5", "6"));
    }

    @Test
    void ignoresInvisibleCharactersInColumnNamesAndNamesThem() throws Exception {
        var file = files.open("\uFEFFCity ,\u200BCountry,Po\u00ADpu\u2060lation,نیم\u200Cفاصله\nLima,Peru,1,2\n");

        assertThat(file.header()).containsExactly("City", "Country", "Population", "نیم\u200Cفاصله");
        assertThat(file.findings())
                .extracting(FileFinding::code, FileFinding::column)
                .containsExactly(tuple("INVISIBLE_CHARACTER", "Country"), tuple("INVISIBLE_CHARACTER", "Population"));
        assertThat(file.findings().get(1).message()).contains("column 3", "U+00AD, U+2060", "'Population'");
    }

    @Test
    void namesAFirstColumnThatHasNoName() throws Exception {
        assertThat(files.open("\"\",\"name\"\n\"1\",\"Lagos\"\n\"2\",\"Accra\"\n")
                        .header())
                .containsExactly("column 1", "name");
    }

    @Test
    void countsBytesWhileReadingAndReadsLinesTwice() throws Exception {
        var text = "name,country\n" + "Lagos,NGA\n".repeat(100_000);
        try (var file = files.open(text)) {
            assertThat(file.bytesRead()).isZero();
            for (var time = 0; time < 2; time++) {
                try (var lines = file.lines()) {
                    var read = lines.iterator();
                    read.next();
                    assertThat(file.bytesRead()).isBetween(1L, 100_000L);
                    read.forEachRemaining(line -> {});
                }
                assertThat(file.bytesRead()).isEqualTo(file.size()).isEqualTo(text.length());
            }
        }
    }

    @Test
    void hashesTheBytes() throws Exception {
        // echo -n 'name\nLagos' | sha256sum
        assertThat(files.open("name\nLagos").sha256())
                .isEqualTo("3dd2df151772a463542925851fb7660b2bbd032e90ca568852338ca14f551869");
    }

    @Test
    void refusesAFileThatHasChangedSinceItWasOpened() throws Exception {
        var path = files.write("name,country\nLagos,NGA\n".getBytes(UTF_8));
        try (var file = PublishedFile.open(path, "cities.csv", ReadOptions.detect())) {
            Files.writeString(path, "name,country\nLagos,NGA\nAccra,GHA\n");

            assertThat(catchThrowable(file::lines))
                    .isInstanceOf(java.io.UncheckedIOException.class)
                    .hasMessageContaining("'cities.csv' has changed since it was opened");
        }
    }

    @Test
    void readsJsonLinesAsObjectsAndDottedColumns() throws Exception {
        var file = files.open("""
                {"metadata":{"version":"1"}}
                {"id":"m1","member":{"id":"lagos","geo":{}},"claims":[{"a":1.50}],"since":null,"n":1e2}
                """);
        var row = (TableRow) PublishedFiles.lines(file).get(0);

        assertThat(file.format()).isEqualTo(FileFormat.JSON_LINES);
        assertThat(file.header()).isEmpty();
        assertThat(file.metadata()).hasToString("{\"version\":\"1\"}");
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.cells())
                .containsExactly(
                        java.util.Map.entry("id", "m1"),
                        java.util.Map.entry("member.id", "lagos"),
                        java.util.Map.entry("member.geo", "{}"),
                        java.util.Map.entry("claims", "[{\"a\":1.50}]"),
                        java.util.Map.entry("since", ""),
                        java.util.Map.entry("n", "1E+2"));
        assertThat(row.json()).isNotNull();
    }

    @Test
    void prefersTheDelimiterOfAKnownHeader() throws Exception {
        var known = new ReadOptions(
                null, null, null, null, SheetOptions.DETECT, null, Set.of("name", "country"), FileLimits.defaults());
        var file = files.open("name,country\nLagos,NGA\n" + "a note\n".repeat(100) + "Accra,GHA\n", known);

        assertThat(file.header()).containsExactly("name", "country");
        assertThat(PublishedFiles.lines(file))
                .filteredOn(TableRow.class::isInstance)
                .hasSize(2);
    }

    @Test
    void refusesInvalidDelimitersAndQuotes() {
        for (var pair : new Character[][] {{'\n', null}, {',', ','}, {',', '\r'}, {'\0', null}}) {
            assertThat(catchThrowable(() -> new ReadOptions(
                            null, null, pair[0], pair[1], SheetOptions.DETECT, null, Set.of(), FileLimits.defaults())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void acceptsAnApostropheOrAQuoteAsDelimiter() throws Exception {
        var apostrophe =
                new ReadOptions(null, null, '\'', null, SheetOptions.DETECT, null, Set.of(), FileLimits.defaults());
        var quote = new ReadOptions(null, null, '"', null, SheetOptions.DETECT, null, Set.of(), FileLimits.defaults());

        assertThat(PublishedFiles.cells(files.open("a'b\n1'2\n", apostrophe))).containsExactly(List.of("1", "2"));
        assertThat(PublishedFiles.cells(files.open("a\"b\n1\"2\n", quote))).containsExactly(List.of("1", "2"));
    }

    @Test
    void readsOurOwnDatasetWithoutFindings() throws Exception {
        var dataset = Path.of("src/main/resources/dataset");
        try (var paths = Files.walk(dataset)) {
            var all = paths.filter(path -> path.toString().endsWith(".csv")).toList();
            assertThat(all).hasSizeGreaterThan(20);
            for (var path : all) {
                try (var file = PublishedFile.open(path, path.toString(), ReadOptions.detect())) {
                    assertThat(file.findings()).as(path.toString()).isEmpty();
                    assertThat(file.dialect().delimiter()).as(path.toString()).isEqualTo(',');
                    assertThat(PublishedFiles.lines(file))
                            .as(path.toString())
                            .isNotEmpty()
                            .allSatisfy(line ->
                                    assertThat(((TableRow) line).findings()).isEmpty());
                }
            }
        }
    }
}
