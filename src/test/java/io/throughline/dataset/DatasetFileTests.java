package io.throughline.dataset;

import static io.throughline.dataset.InvalidDatasetTests.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.infra.start.StartFailureException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors in a file as a whole: its name, header, number of cells and quotes. */
class DatasetFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"city.csv", "memberships.csv", "members/texts.csv", "Cities.csv", "notes/more.csv"})
    void refusesAFileWithAnUnknownName(String path) {
        assertInvalidFile(
                DatasetVariants.with(path, none -> "id\n"),
                "dataset/%s: a dataset has no file with this name.".formatted(path));
    }

    @Test
    void aDatasetSaysWhichItIs() {
        var message = "dataset/dataset.csv: the file is missing or has no rows below the header.";
        assertInvalidFile(DatasetVariants.without("dataset.csv"), message);
        assertInvalidFile(DatasetVariants.with("dataset.csv", DatasetFileTests::headerOf), message);
    }

    @Test
    void anyOtherFileCanBeMissing() {
        var dataset = Map.of("dataset.csv", DatasetVariants.text(DatasetVariants.REAL, "dataset.csv"));
        assertThat(DatasetPlanner.plan(DatasetVariants.of(dataset)).rowCount()).isEqualTo(1);
    }

    @Test
    void anyOtherFileCanHaveNoRows() {
        var texts = new TreeMap<>(DatasetVariants.texts(DatasetVariants.REAL));
        texts.replaceAll((path, text) -> path.equals("dataset.csv") ? text : headerOf(text));
        assertThat(DatasetPlanner.plan(DatasetVariants.of(texts)).rowCount()).isEqualTo(1);
    }

    private static String headerOf(String text) {
        return text.lines().findFirst().orElseThrow() + "\n";
    }

    @Test
    void aFileStartsWithAHeader() {
        assertInvalidFile(
                DatasetVariants.with("memberships/texts.csv", text -> ""),
                "dataset/memberships/texts.csv: the file is empty (expected a header with the column names).");
    }

    @Test
    void namesAMisplacedColumn() {
        assertInvalid(
                DatasetVariants.replacing("persons.csv", "id,name,office,note", "id,office,name,note"),
                "persons.csv",
                1,
                "office",
                "found where 'name' was expected");
    }

    @Test
    void namesAMissingColumn() {
        assertInvalid(
                DatasetVariants.replacing("persons.csv", "id,name,office,note", "id,name,office"),
                "persons.csv",
                1,
                "note",
                "missing (expected as column 4)");
    }

    @Test
    void namesAnUnexpectedColumn() {
        assertInvalid(
                DatasetVariants.replacing("persons.csv", "id,name,office,note", "id,name,office,note,born"),
                "persons.csv",
                1,
                "born",
                "unexpected (the file has 4 columns)");
    }

    @Test
    void namesTheColumnOfAMissingCell() {
        assertInvalid(
                DatasetVariants.adding("persons.csv", "jane-doe,Jane Doe"),
                "persons.csv",
                DatasetVariants.nextLine("persons.csv"),
                "office",
                "the line has 2 cells (expected 4)");
    }

    @Test
    void refusesALineWithTooManyCells() {
        assertInvalid(
                DatasetVariants.adding("persons.csv", "jane-doe,Jane Doe,Mayor,,"),
                "persons.csv",
                DatasetVariants.nextLine("persons.csv"),
                "note",
                "the line has 5 cells (expected 4)");
    }

    @Test
    void aMultiLineCellDoesNotShiftLineNumbers() {
        var files = DatasetVariants.adding("persons.csv", "jane-doe,Jane Doe,Mayor,\"one\ntwo\nthree\"");
        assertInvalid(
                DatasetVariants.adding(files, "persons.csv", "john-doe,,Mayor,"),
                "persons.csv",
                DatasetVariants.nextLine("persons.csv") + 3,
                "name",
                "the cell is empty (a value is required)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane-doe,\"Jane\" Doe,,", "jane-doe,\"Jane Doe,,", "jane-doe,Jane Doe,,\""})
    void reportsUnbalancedQuotesWhereTheLineBegins(String line) {
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> DatasetPlanner.plan(DatasetVariants.adding("persons.csv", line)))
                .withMessage(
                        "dataset/persons.csv, line %d: unbalanced quotes: put a cell that has a comma, a quote or a line "
                                + "break in quotes, and double each quote inside it. "
                                + "Correct that line; nothing was written to the database.",
                        DatasetVariants.nextLine("persons.csv"));
    }

    @Test
    void acceptsWindowsLineEndsAndAByteOrderMark() {
        var files = DatasetVariants.with("persons.csv", text -> "\uFEFF" + text.replace("\n", "\r\n"));
        assertThat(DatasetPlanner.plan(files).has("alok-sharma", "Person")).isTrue();
    }

    @Test
    void theDatasetHasOneVersion() {
        assertThat(DatasetVariants.REAL.version()).matches("\\d+(\\.\\d+)*");
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> new DatasetFiles(Map.of()).version())
                .withMessageStartingWith("dataset/dataset.csv: the file is missing");
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> DatasetVariants.adding("dataset.csv", "1,b,2026-11-22,d,,f")
                        .version())
                .withMessageStartingWith("dataset/dataset.csv: the file has 2 rows below the header (expected one)");
    }

    @Test
    void theChecksumDependsOnTheTextsButNotTheirOrder() {
        var some = Map.of("a", "1", "b", "2", "c", "3");
        assertThat(DatasetVariants.of(some).checksum())
                .isEqualTo(
                        DatasetVariants.of(new TreeMap<>(some).descendingMap()).checksum())
                .isNotEqualTo(DatasetVariants.REAL.checksum());
        assertThat(DatasetVariants.replacing("persons.csv", "Alok", "Alóc").checksum())
                .isNotEqualTo(DatasetVariants.REAL.checksum());
    }

    @Test
    void aMissingFolderIsReportedWithTheSettingToUse() {
        assertThatExceptionOfType(StartFailureException.class)
                .isThrownBy(() -> DatasetFiles.in("classpath:no-such-folder"))
                .withMessageStartingWith(
                        "Cannot read the dataset from classpath:no-such-folder. Set throughline.dataset");
    }

    private static void assertInvalidFile(DatasetFiles files, String message) {
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> DatasetPlanner.plan(files))
                .withMessageStartingWith(message);
    }
}
