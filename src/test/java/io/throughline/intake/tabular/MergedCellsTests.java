package io.throughline.intake.tabular;

import static io.throughline.intake.tabular.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The value of a merged cell holds for its rows, and for its columns where the mapping says so. */
class MergedCellsTests {

    @TempDir
    private Path folder;

    private PublishedFiles files;

    @BeforeEach
    void createFiles() {
        files = new PublishedFiles(folder);
    }

    private static final String ROWS = row(1, "province", "town", "network", "since")
            + row(2, "Hainaut", "Mons", "yes", "2019")
            + row(3, "", "Ath", "", "")
            + row(4, "", "", "", "")
            + row(5, "", "Tournai", "no", "2020");

    private PublishedFile open(MergedCells mergedCells, String... merged) throws UnreadableFileException {
        var workbook = new Workbooks().sheet("Towns", "", ROWS, merged);
        return files.open(workbook.bytes(), options(mergedCells, Set.of()));
    }

    private static ReadOptions options(MergedCells mergedCells, Set<String> columns) {
        return new ReadOptions(
                null, null, null, null, new SheetOptions(null, mergedCells), null, columns, FileLimits.defaults());
    }

    @Test
    void givesAllRowsTheValueAndSaysHowManyCells() throws Exception {
        var file = open(MergedCells.ROWS, "A2:A5", "C2:C3", "D2:D3");

        assertThat(PublishedFiles.cells(file))
                .containsExactly(
                        List.of("Hainaut", "Mons", "yes", "2019"),
                        List.of("Hainaut", "Ath", "yes", "2019"),
                        List.of("Hainaut", "Tournai", "no", "2020"));
        assertThat(file.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("MERGED_CELLS");
            assertThat(finding.message())
                    .startsWith("3 ranges of cells are merged; 4 empty cells get the value of their merged cell");
        });
    }

    @Test
    void countsTheCellsOfALongSheet() throws Exception {
        var rows = new StringBuilder(row(1, "province", "town"));
        for (var i = 2; i <= 300; i++) {
            rows.append(row(i, i % 10 == 2 ? "Province " + i : "", "Town " + i));
        }
        var workbook = new Workbooks()
                .sheet("Towns", "", rows.toString(), "A2:A11", "A192:A221", "A292:A300")
                .bytes();

        var file = files.open(workbook);

        assertThat(file.findings().get(0).message()).startsWith("3 ranges of cells are merged; 44 empty cells");
        assertThat(PublishedFiles.cells(file).get(298)).containsExactly("Province 292", "Town 300");
        assertThat(PublishedFiles.cells(file)).hasSize(299);
    }

    @Test
    void givesOnlyTheFirstCellTheValueIfTheMappingSaysSo() throws Exception {
        var file = open(MergedCells.FIRST, "A2:A5", "C2:C3");

        assertThat(PublishedFiles.cells(file).get(1)).containsExactly("", "Ath", "", "");
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void givesFurtherColumnsTheValueOnlyIfTheMappingSaysSo() throws Exception {
        var rows = row(1, "town", "a", "b") + row(2, "Namur", "x", "") + row(3, "Huy", "", "");
        var workbook = new Workbooks().sheet("Towns", "", rows, "B2:C3").bytes();

        var file = files.open(workbook, options(MergedCells.ROWS, Set.of()));
        assertThat(file.findings().get(0).message())
                .contains("1 empty cells get", "but only in the first column of the 1 that span several");
        assertThat(PublishedFiles.cells(file)).containsExactly(List.of("Namur", "x", ""), List.of("Huy", "x", ""));
        assertThat(PublishedFiles.cells(files.open(workbook, options(MergedCells.ALL, Set.of()))))
                .containsExactly(List.of("Namur", "x", "x"), List.of("Huy", "x", "x"));
    }

    @Test
    void keepsATextThatACellHasOfItsOwn() throws Exception {
        var rows = row(1, "land", "town") + row(2, "Tyrol", "Kufstein") + row(3, "Carinthia", "Villach");
        var workbook = new Workbooks().sheet("Towns", "", rows, "A2:A3").bytes();

        assertThat(PublishedFiles.cells(files.open(workbook)).get(1)).containsExactly("Carinthia", "Villach");
    }

    @Test
    void readsAHeaderOfTwoRows() throws Exception {
        var rows = row(1, "Town", "Pledge", "") + row(2, "", "made", "ended") + row(3, "Delft", "2018", "2021");
        var workbook =
                new Workbooks().sheet("Towns", "", rows, "A1:A2", "B1:C1").bytes();

        var file = files.open(workbook, options(MergedCells.ROWS, Set.of("Town", "made", "ended")));

        assertThat(file.header()).containsExactly("Town", "made", "ended");
        assertThat(PublishedFiles.cells(file)).containsExactly(List.of("Delft", "2018", "2021"));
    }

    @Test
    void givesAMergedHeaderCellAllItsColumns() throws Exception {
        var rows = row(1, "Members of the alliance", "", "", "")
                + row(2, "Town", "Country", "Network", "")
                + row(3, "Delft", "NL", "C40", "GCoM");
        var workbook =
                new Workbooks().sheet("Towns", "", rows, "A1:D1", "C2:D2").bytes();

        var file = files.open(workbook);

        assertThat(file.header()).containsExactly("Town", "Country", "Network", "Network (2)");
        assertThat(file.findings()).extracting(FileFinding::code).containsExactly("TITLE_LINE", "DUPLICATE_HEADER");
    }

    @Test
    void refusesAReferenceThatIsNone() {
        var workbook = new Workbooks().sheet("Towns", "", ROWS, "A2:?").bytes();

        assertThat(files.refused(workbook).code()).isEqualTo("DAMAGED_WORKBOOK");
    }
}
