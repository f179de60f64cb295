package io.throughline.intake.tabular;

import static io.throughline.intake.tabular.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the cells of workbooks as people see them. */
class WorkbookTests {

    @TempDir
    private Path folder;

    private PublishedFiles files;

    @BeforeEach
    void createFiles() {
        files = new PublishedFiles(folder);
    }

    private static final String HEADER = row(1, "name", "value");

    /** The only line below the header, with this as its second cell. */
    private TableLine line(String cell, String... formats) throws UnreadableFileException {
        var workbook = Workbooks.of(
                        HEADER + "<row r='2'><c r='A2' t='inlineStr'><is><t>Lagos</t></is></c>" + cell + "</row>")
                .styles(formats.length == 0 ? new String[] {"General"} : formats);
        return PublishedFiles.lines(files.open(workbook.bytes())).get(0);
    }

    private String text(String cell, String... formats) throws UnreadableFileException {
        return ((TableRow) line(cell, formats)).cells().getOrDefault("value", "none");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2",
        "10000000, 10000000",
        "1E7, 10000000",
        "0.10000000000000001, 0.1",
        "6.4500000000000002, 6.45",
        "-0.20000000000000001, -0.2",
        "12345678901234567, 12345678901234567",
        "0, 0",
        "0.0, 0",
        "1.5E-7, 0.00000015",
        "1E300, 1E+300",
        "1E999999999, 1E+999999999",
    })
    void readsNumbersAsPeopleSeeThem(String raw, String expected) throws Exception {
        assertThat(text("<c r='B2'><v>" + raw + "</v></c>")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "44915 | yyyy-mm-dd | 2022-12-20",
                "44915 | dd/mm/yyyy | 2022-12-20",
                "44915 | [$-409]d mmm yyyy;@ | 2022-12-20",
                "44915 | mmm-yy | 2022-12",
                "44915 | yyyy | 2022",
                "44915.4375 | yyyy-mm-dd hh:mm | 2022-12-20T10:30",
                "44915.4375 | yyyy-mm-dd | 2022-12-20",
                "0.4375 | hh:mm | 10:30",
                "59 | yyyy-mm-dd | 1900-02-28",
                "61 | yyyy-mm-dd | 1900-03-01",
                "44915 | #,##0 \\d\\a\\y\\s | 44915",
                "44915 | 0.00 &quot;days&quot; | 44915",
                "44915 | General | 44915",
                "1234 | 00000 | 01234",
                "0.45 | 0% | 0.45",
                "-5 | yyyy-mm-dd | -5",
                "99999999 | yyyy-mm-dd | 99999999",
            })
    void readsDatesAsIso8601WithThePrecisionShown(String raw, String format, String expected) throws Exception {
        assertThat(text("<c r='B2' s='1'><v>" + raw + "</v></c>", "General", format))
                .isEqualTo(expected);
    }

    @Test
    void readsInlineAndSharedTexts() throws Exception {
        assertThat(text("<c r='B2' t='s'><v>1</v></c>")).isEqualTo("country");
        assertThat(text("<c r='B2' t='inlineStr'><is><r><t>São </t></r><r><t>Paulo</t></r></is></c>"))
                .isEqualTo("São Paulo");
        assertThat(text("<c r='B2' t='b'><v>1</v></c>")).isEqualTo("TRUE");
        assertThat(text("")).isEmpty();
    }

    @Test
    void readsTheSavedValueOfAFormula() throws Exception {
        assertThat(line("<c r='B2'><f>1+1</f><v>2</v></c>")).isInstanceOfSatisfying(TableRow.class, row -> {
            assertThat(row.cells()).containsEntry("value", "2");
            assertThat(row.findings())
                    .extracting(FileFinding::code, FileFinding::column)
                    .containsExactly(org.assertj.core.api.Assertions.tuple("FORMULA", "value"));
        });
        assertThat(text("<c r='B2' t='str'><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"))
                .isEqualTo("ab");
        assertThat(text("<c r='B2' s='1'><f>TODAY()</f><v>44915</v></c>", "General", "yyyy-mm-dd"))
                .isEqualTo("2022-12-20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r='B2' t='e'><v>#REF!</v></c> | ERROR_CELL",
                "<c r='B2' t='e'><f>1/0</f><v>#DIV/0!</v></c> | ERROR_CELL",
                "<c r='B2'><v>twelve</v></c> | ERROR_CELL",
                "<c r='B2'><f>1+1</f></c> | FORMULA_WITHOUT_VALUE",
                "<c r='C2'><v>1</v></c> | TOO_MANY_CELLS",
            })
    void rejectsARowWithACellThatHasNoValue(String cell, String code) throws Exception {
        assertThat(line(cell)).isInstanceOfSatisfying(RejectedLine.class, line -> {
            assertThat(line.number()).isEqualTo(2);
            assertThat(line.finding().code()).isEqualTo(code);
        });
    }

    @Test
    void keepsCommandsInCellsAsText() throws Exception {
        assertThat(line("<c r='B2' t='inlineStr'><is><t>=cmd|'/c calc'!A1</t></is></c>"))
                .isInstanceOfSatisfying(TableRow.class, row -> {
                    assertThat(row.cells()).containsEntry("value", "=cmd|'/c calc'!A1");
                    assertThat(row.findings()).extracting(FileFinding::code).containsExactly("FORMULA_TEXT");
                });
    }

    @Test
    void numbersRowsAsInTheSheetAndCountsBlankOnes() throws Exception {
        var file = files.open(Workbooks.of(
                        row(2, "Cities of 2022") + row(4, "name", "country") + row(5, "Lagos", "NGA") + row(6, "", " ")
                                + "<row r='7' hidden='1'><c r='A7' t='inlineStr'><is><t>Accra</t></is></c></row>")
                .bytes());

        assertThat(file.format()).isEqualTo(FileFormat.XLSX);
        assertThat(file.dialect()).isEqualTo(new FileDialect(FileFormat.XLSX, null, true, null, null, 4, "Cities"));
        assertThat(file.findings()).extracting(FileFinding::code).containsExactly("TITLE_LINE");
        var lines = PublishedFiles.lines(file);
        assertThat(lines).extracting(TableLine::number).containsExactly(5, 7);
        assertThat(file.blankLines()).isEqualTo(1);
        assertThat(((TableRow) lines.get(1)).findings())
                .extracting(FileFinding::code)
                .containsExactly("HIDDEN_ROW");
        assertThat(((TableRow) lines.get(1)).cells()).containsEntry("country", "");
        assertThat(file.bytesRead()).isEqualTo(file.size());
    }

    @Test
    void numbersRowsThatHaveNoNumber() throws Exception {
        var cell = "<c t='inlineStr'><is><t>%s</t></is></c>";
        var rows = ("<row>" + cell + cell + "</row>").formatted("name", "country")
                + ("<row>" + cell + cell + "</row>").formatted("Lagos", "NGA");

        assertThat(PublishedFiles.lines(files.open(Workbooks.of(rows).bytes())))
                .extracting(TableLine::number)
                .containsExactly(2);
    }

    @Test
    void readsTheFirstVisibleSheetAndReportsTheOthers() throws Exception {
        var workbook = new Workbooks()
                .sheet("Notes", "hidden", row(1, "a", "b") + row(2, "c", "d"))
                .sheet("Cities", "", HEADER + row(2, "Lagos", "1"))
                .sheet("Networks", "", HEADER + row(2, "C40", "2"))
                .bytes();
        var second = new ReadOptions(
                null,
                null,
                null,
                null,
                new SheetOptions("Networks", MergedCells.ROWS),
                null,
                Set.of(),
                FileLimits.defaults());
        var none = new ReadOptions(
                null,
                null,
                null,
                null,
                new SheetOptions("Regions", MergedCells.ROWS),
                null,
                Set.of(),
                FileLimits.defaults());

        var detected = files.open(workbook);
        assertThat(detected.dialect().sheet()).isEqualTo("Cities");
        assertThat(detected.findings()).extracting(FileFinding::code).containsExactly("OTHER_SHEETS");
        assertThat(PublishedFiles.cells(files.open(workbook, second))).containsExactly(List.of("C40", "2"));
        assertThat(files.refused(workbook, none))
                .hasMessage("'cities.csv' has no sheet 'Regions'; expected one of 'Notes', 'Cities', 'Networks'")
                .extracting(UnreadableFileException::code)
                .isEqualTo("NO_SHEET");
    }

    @Test
    void refusesAHeaderWithoutRows() {
        assertThat(files.refused(Workbooks.of(HEADER).bytes()).code()).isEqualTo("NO_ROWS");
        assertThat(files.refused(Workbooks.of("").bytes()).code()).isEqualTo("NO_HEADER");
    }

    @Test
    void readsAWorkbookWithoutStyles() throws Exception {
        var bytes = Workbooks.of(HEADER + row(2, "Lagos", "1"))
                .without("xl/styles.xml")
                .bytes();

        assertThat(PublishedFiles.cells(files.open(bytes))).containsExactly(List.of("Lagos", "1"));
    }

    @Test
    void readsLinesTwice() throws Exception {
        try (var file = files.open(Workbooks.of(HEADER + row(2, "Lagos", "1")).bytes())) {
            assertThat(file.lines()).hasSize(1);
            assertThat(file.lines()).hasSize(1);
        }
    }
}
