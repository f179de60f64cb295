package io.throughline.intake.tabular;

import static io.throughline.intake.tabular.Workbooks.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Workbooks that are refused as a whole, in bounded memory. */
class BadWorkbooksTests {

    private static final String ROWS = row(1, "name", "value") + row(2, "Lagos", "1");

    @TempDir
    private Path folder;

    private PublishedFiles files;

    @BeforeEach
    void createFiles() {
        files = new PublishedFiles(folder);
    }

    private String refused(byte[] bytes) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        var code = files.refused(bytes).code();
        // everything that was allocated, not only what was retained
        assertThat(DataSize.ofBytes(threads.getCurrentThreadAllocatedBytes() - before))
                .isLessThan(DataSize.ofMegabytes(100));
        return code;
    }

    private String refused(Workbooks workbook) {
        return refused(workbook.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/vbaProject.bin", "xl/VBAPROJECT.bin", "xl/macrosheets/sheet1.xml"})
    void refusesMacros(String part) {
        assertThat(refused(Workbooks.of(ROWS).part(part, "<a/>"))).isEqualTo("MACROS");
    }

    @Test
    void refusesMacrosDeclaredByTheContentType() {
        assertThat(
                        refused(
                                Workbooks.of(ROWS)
                                        .part(
                                                "[Content_Types].xml",
                                                "<Types><Override PartName='/xl/workbook.xml'"
                                                        + " ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>")))
                .isEqualTo("MACROS");
    }

    @Test
    void refusesOtherKindsOfWorkbooks() {
        assertThat(refused(Workbooks.of(ROWS).part("xl/workbook.bin", "x"))).isEqualTo("BINARY_WORKBOOK");
        assertThat(refused(Workbooks.zip(Map.of(
                        "mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8),
                        "content.xml", "<a/>".getBytes(UTF_8)))))
                .isEqualTo("OPEN_DOCUMENT");
        assertThat(refused(Workbooks.zip(Map.of(
                        "[Content_Types].xml",
                        "<Types/>".getBytes(UTF_8),
                        "word/document.xml",
                        "<a/>".getBytes(UTF_8)))))
                .isEqualTo("ARCHIVE");
    }

    @Test
    void refusesAZipBomb() {
        var zeros = new byte[200 << 20];
        var bomb = Workbooks.of(ROWS).part("xl/media/image1.png", zeros).bytes();

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(refused(bomb)).isEqualTo("WORKBOOK_TOO_LARGE");
    }

    @Test
    void refusesALargeSheetOfEqualCells() {
        var rows = new StringBuilder(ROWS);
        for (var i = 3; i < 200_000; i++) {
            rows.append("<row><c t='inlineStr'><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>");
        }
        assertThat(refused(Workbooks.of(rows.toString()))).isEqualTo("WORKBOOK_TOO_LARGE");
    }

    @Test
    void refusesTooManyEntries() {
        var workbook = Workbooks.of(ROWS);
        for (var i = 0; i < 10_001; i++) {
            workbook.part("xl/media/" + i, new byte[0]);
        }
        assertThat(refused(workbook)).isEqualTo("WORKBOOK_TOO_LARGE");
    }

    @Test
    void refusesEntities() {
        var external = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>";
        var laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>";
        for (var type : new String[] {external, laughs}) {
            assertThat(
                            refused(
                                    Workbooks.of(ROWS)
                                            .part(
                                                    "xl/worksheets/sheet1.xml",
                                                    type
                                                            + "<worksheet><sheetData><row><c t='str'><v>&e;&b;</v></c></row></sheetData></worksheet>")))
                    .isEqualTo("DAMAGED_WORKBOOK");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>",
                "<row r='2'><c r='A2' t='s'><v>2000000000</v></c></row>",
                "<row r='2'><c r='A2' t='s'><v>-1</v></c></row>",
                "<row r='2'><c r='A2' t='?'><v>1</v></c></row>",
                "<row r='2'><c r='A2'><f t='shared' si='7'/><v>1</v></c></row>",
                "<row r='two'><c><v>1</v></c></row>",
                "<row r='2'><c r='A2'><v>1</v></row>",
            })
    void refusesWhatTheLibraryCannotRead(String row) {
        assertThat(refused(Workbooks.of(row(1, "name", "value") + row))).isEqualTo("DAMAGED_WORKBOOK");
    }

    @Test
    void refusesLongTextsAndTags() {
        var text = new byte[30 << 20];
        Arrays.fill(text, (byte) 'x');
        for (var i = 0; i < text.length; i += 97) {
            text[i] = (byte) ('a' + (i * 31L) % 23);
        }
        var some = new String(text, UTF_8);

        assertThat(refused(Workbooks.of(row(1, "name", "value") + row(2, some.substring(0, 3 << 20), "1"))))
                .isIn("WORKBOOK_TOO_LARGE", "CELL_TOO_LONG");
        assertThat(refused(Workbooks.of(ROWS + "<row a='" + some.substring(0, 3 << 20) + "'/>")))
                .isEqualTo("WORKBOOK_TOO_LARGE");
        assertThat(refused(Workbooks.of(row(1, "name", "value") + row(2, "<r>".repeat(2_000_000), "1"))))
                .isEqualTo("DAMAGED_WORKBOOK");
        assertThat(refused(Workbooks.of(
                        row(1, "name", "value") + row(2, ("</t><t>" + some.substring(0, 1000)).repeat(1_000), "1"))))
                .isEqualTo("CELL_TOO_LONG");
    }

    @Test
    void refusesTooManySharedTextsOrRows() {
        var limits = FileLimitsBuilder.builder()
                .size(DataSize.ofMegabytes(10))
                .rows(10)
                .columns(10)
                .lineLength(100)
                .cellLength(100)
                .unpacked(DataSize.ofMegabytes(10))
                .texts(DataSize.ofKilobytes(10))
                .ratio(100)
                .entries(100)
                .build();
        var workbook = Workbooks.of(ROWS)
                .part("xl/sharedStrings.xml", "<sst>" + "<si><t>x</t></si>".repeat(10_000) + "</sst>");
        var rows = new StringBuilder();
        for (var i = 1; i <= 11; i++) {
            rows.append(row(i, "a", "b"));
        }

        assertThat(files.refused(workbook.bytes(), ReadOptions.detect(limits)).code())
                .isEqualTo("WORKBOOK_TOO_LARGE");
        assertThat(files.refused(Workbooks.of(rows.toString()).bytes(), ReadOptions.detect(limits))
                        .code())
                .isEqualTo("TOO_MANY_ROWS");
    }

    @Test
    void refusesATruncatedWorkbook() {
        var bytes = Workbooks.of(ROWS).bytes();

        assertThat(refused(Arrays.copyOf(bytes, bytes.length / 2))).isEqualTo("DAMAGED_WORKBOOK");
    }

    @Test
    void refusesTenThousandColumns() {
        var header = new StringBuilder("<row r='1'>");
        for (var i = 0; i < 10_000; i++) {
            header.append("<c t='inlineStr'><is><t>c").append(i).append("</t></is></c>");
        }
        assertThat(refused(Workbooks.of(header + "</row>" + row(2, "a")))).isEqualTo("TOO_MANY_COLUMNS");
    }
}
