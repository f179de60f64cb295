package io.throughline.intake.tabular;

import static io.throughline.intake.tabular.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the sheet that has the columns of the mapping, or says which sheets have them. */
class SheetChoiceTests {

    @TempDir
    private Path folder;

    private PublishedFiles files;

    @BeforeEach
    void createFiles() {
        files = new PublishedFiles(folder);
    }

    private static final String HEADER = row(1, "town", "country");
    private static final String NOTES = row(1, "Read me first") + row(2, "Compiled in May");

    private static ReadOptions columns(String... columns) {
        return new ReadOptions(
                null, null, null, null, SheetOptions.DETECT, null, Set.of(columns), FileLimits.defaults());
    }

    @Test
    void readsTheOnlySheetWithTheColumns() throws Exception {
        var workbook = new Workbooks()
                .sheet("Read me", "", NOTES)
                .sheet("Regions", "", row(1, "region", "country") + row(2, "Uusimaa", "FI"))
                .sheet("Towns", "", row(1, "A title") + row(2, "town", "country") + row(3, "Turku", "FI"))
                .bytes();

        var file = files.open(workbook, columns("town", "country"));

        assertThat(PublishedFiles.cells(file)).containsExactly(List.of("Turku", "FI"));
        assertThat(file.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("OTHER_SHEETS");
            assertThat(finding.message())
                    .isEqualTo("only sheet 'Towns' is read, because no other has all columns that the mapping names;"
                            + " to read another, state it: 'Read me', 'Regions'");
        });
    }

    @Test
    void refusesToChooseBetweenTwoSheetsWithTheColumns() {
        var workbook = new Workbooks()
                .sheet("2022", "", HEADER + row(2, "Turku", "FI"))
                .sheet("2023", "", HEADER + row(2, "Oulu", "FI"))
                .sheet("Notes", "", NOTES)
                .bytes();

        assertThat(files.refused(workbook, columns("town", "country")))
                .hasMessage(
                        "'cities.csv' has several sheets with the columns that the mapping names; state with `sheet`"
                                + " which to read: '2022', '2023' all have them; 'Notes' lacks country, town")
                .extracting(UnreadableFileException::code)
                .isEqualTo("SEVERAL_SHEETS");
    }

    @Test
    void namesWhatEachSheetLacks() {
        var workbook = new Workbooks()
                .sheet("Read me", "", NOTES)
                .sheet("Towns", "", row(1, "town", "land") + row(2, "Turku", "FI"))
                .bytes();

        assertThat(files.refused(workbook, columns("town", "country")))
                .hasMessage("'cities.csv' has no sheet with all columns that the mapping names:"
                        + " 'Read me' lacks country, town; 'Towns' lacks country")
                .extracting(UnreadableFileException::code)
                .isEqualTo("NO_SHEET_WITH_COLUMNS");
    }

    @Test
    void readsTheFirstTableIfNoColumnsAreKnown() throws Exception {
        var workbook = new Workbooks()
                .sheet("Read me", "", row(1, "Compiled in May"))
                .sheet("Towns", "", HEADER + row(2, "Turku", "FI"))
                .bytes();

        var file = files.open(workbook);

        assertThat(file.dialect().sheet()).isEqualTo("Towns");
        assertThat(file.findings().get(0).message()).contains("it is the first with rows below a header");
    }

    @Test
    void readsAHiddenSheetOnlyIfItIsStated() throws Exception {
        var workbook = new Workbooks()
                .sheet("Old", "hidden", HEADER + row(2, "Turku", "FI"))
                .sheet("New", "", HEADER + row(2, "Oulu", "FI"))
                .bytes();

        assertThat(PublishedFiles.cells(files.open(workbook, columns("town", "country"))))
                .containsExactly(List.of("Oulu", "FI"));
    }
}
