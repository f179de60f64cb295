package io.throughline.intake.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Files that are refused as a whole, with a code and a message that says what the file is. */
class BadFilesTests {

    @TempDir
    private Path folder;

    private PublishedFiles files;

    @BeforeEach
    void createFiles() {
        files = new PublishedFiles(folder);
    }

    @Test
    void refusesAnImageNamedCsv() {
        var pixel = Base64.getDecoder()
                .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");

        assertThat(files.refused(pixel))
                .hasMessage("'cities.csv' is a PNG image; expected CSV, XLSX or JSON Lines")
                .extracting(UnreadableFileException::code)
                .isEqualTo("NOT_A_TABLE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 and so on| a PDF document",
                "GIF89a,b| a GIF image",
                "<!DOCTYPE html><html><body>404</body></html>| a web page (HTML)",
                "  <html lang='en'>| a web page (HTML)",
                "<?xml version='1.0'?><gexf/>| markup (XML or HTML)",
                "{\\rtf1 text}| an RTF document",
            })
    void namesTheFormatOfAFileThatIsNotATable(String text, String description) {
        assertThat(files.refused(text.getBytes(ISO_8859_1)))
                .hasMessage("'cities.csv' is %s; expected CSV, XLSX or JSON Lines".formatted(description))
                .extracting(UnreadableFileException::code)
                .isEqualTo("NOT_A_TABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", " \n\t\r\n"})
    void refusesAnEmptyFile(String text) {
        assertThat(files.refused(text.getBytes(UTF_8)).code()).isEqualTo("EMPTY_FILE");
    }

    @Test
    void refusesAFileOfNulBytes() {
        assertThat(files.refused(new byte[10_000]).code()).isEqualTo("NOT_A_TABLE");
    }

    @Test
    void refusesRandomBytes() {
        var noise = new byte[100_000];
        new java.util.Random(7).nextBytes(noise);

        assertThat(files.refused(noise).code()).isEqualTo("NOT_A_TABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,country\n", "name,country", "name\n", "List of cities,\n,\nname,country\r\n\r\n"})
    void refusesAHeaderWithoutRows(String text) {
        assertThat(files.refused(text.getBytes(UTF_8)).code()).isEqualTo("NO_ROWS");
    }

    @Test
    void refusesTenThousandColumns() {
        var header = new StringBuilder("c0");
        var row = new StringBuilder("0");
        for (var i = 1; i < 10_000; i++) {
            header.append(",c").append(i);
            row.append(',').append(i);
        }

        assertThat(files.refused((header + "\n" + row + "\n").getBytes(UTF_8)))
                .hasMessage("'cities.csv' has 10000 columns; expected at most 2000")
                .extracting(UnreadableFileException::code)
                .isEqualTo("TOO_MANY_COLUMNS");
    }

    @ParameterizedTest
    @ValueSource(strings = {",a", ","})
    void readsRepeatedColumnNamesInLinearTime(String column) {
        var header = "a" + column.repeat(400_000);

        assertThat(assertTimeout(Duration.ofSeconds(30), () -> files.refused((header + "\nx\n").getBytes(UTF_8))))
                .extracting(UnreadableFileException::code)
                .isEqualTo("TOO_MANY_COLUMNS");
    }

    @Test
    void refusesAZipArchiveWhateverItsName() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("cities.csv"));
            zip.write("name,country\nLagos,NGA\n".getBytes(UTF_8));
        }

        assertThat(files.refused(bytes.toByteArray()).code()).isEqualTo("ARCHIVE");
    }

    @Test
    void refusesAGzipArchive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write("name,country\nLagos,NGA\n".getBytes(UTF_8));
        }

        assertThat(files.refused(bytes.toByteArray())).hasMessageContaining("is a gzip archive");
    }

    @Test
    void asksToSaveAnOldWorkbookAsXlsx() {
        var bytes = new byte[1024];
        var signature = new int[] {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        for (var i = 0; i < signature.length; i++) {
            bytes[i] = (byte) signature[i];
        }

        assertThat(files.refused(bytes))
                .hasMessageContaining("save it as XLSX")
                .extracting(UnreadableFileException::code)
                .isEqualTo("OLD_WORKBOOK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\n \"name\": \"Lagos\"\n}\n", "[\n{}\n]", "[{\"name\": \"Lagos\"}]"})
    void refusesASingleJsonDocument(String text) {
        assertThat(files.refused(text.getBytes(UTF_8)).code()).isEqualTo("JSON_DOCUMENT");
    }

    @Test
    void refusesAFolder() {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                UnreadableFileException.class,
                                () -> PublishedFile.open(folder, "cities.csv", ReadOptions.detect()))
                        .code())
                .isEqualTo("NO_FILE");
    }

    @Test
    void enforcesTheLimits() {
        var small = FileLimitsBuilder.builder()
                .size(DataSize.ofBytes(100))
                .rows(5)
                .columns(3)
                .lineLength(50)
                .cellLength(10)
                .unpacked(DataSize.ofMegabytes(1))
                .texts(DataSize.ofMegabytes(1))
                .ratio(100)
                .entries(100)
                .build();

        assertThat(refused("a,b\n" + "1,2\n".repeat(30), small)).isEqualTo("FILE_TOO_LARGE");
        assertThat(refused("a,b\n" + "1,2\n".repeat(6), small)).isEqualTo("TOO_MANY_ROWS");
        assertThat(refused("a,b,c,d\n1,2,3,4\n", small)).isEqualTo("TOO_MANY_COLUMNS");
        assertThat(refused("a,b" + "b".repeat(50) + "\n1,2\n", small)).isEqualTo("LINE_TOO_LONG");
    }

    private String refused(String text, FileLimits limits) {
        return files.refused(text.getBytes(UTF_8), ReadOptions.detect(limits)).code();
    }

    @Test
    void refusesAFileThatContradictsTheOptions() {
        var stated = new ReadOptions(
                FileFormat.XLSX, null, null, null, SheetOptions.DETECT, null, Set.of(), FileLimits.defaults());
        var below = new ReadOptions(null, null, null, null, SheetOptions.DETECT, 7, Set.of(), FileLimits.defaults());

        assertThat(files.refused("a,b\n1,2\n".getBytes(UTF_8), stated))
                .hasMessage("'cities.csv' is CSV; expected XLSX, as stated")
                .extracting(UnreadableFileException::code)
                .isEqualTo("OTHER_FORMAT");
        assertThat(files.refused("a,b\n1,2\n".getBytes(UTF_8), below).code()).isEqualTo("NO_HEADER");
    }

    @Test
    void readsUtf16WithoutAByteOrderMark() throws Exception {
        assertThat(PublishedFiles.cells(files.open("name,country\nLagos,NGA\n".getBytes(UTF_16LE))))
                .containsExactly(java.util.List.of("Lagos", "NGA"));
    }
}
