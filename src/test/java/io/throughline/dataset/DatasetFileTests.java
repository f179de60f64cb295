package io.throughline.dataset;

import static io.throughline.dataset.InvalidDatasetTests.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.infra.start.StartFailureException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of a file as a whole: its name, its first line, its cells and quotes. */
class DatasetFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"city.csv", "memberships.csv", "members/texts.csv", "Cities.csv", "notes/more.csv"})
    void aFileOfUnknownNameIsAMistake(String path) {
        assertFileMistake(
                Drafts.with(path, none -> "id\n"),
                "dataset/%s: no file of this name belongs to a dataset.".formatted(path));
    }

    @ParameterizedTest
    @MethodSource
    void everyFileMustBeThere(String path) {
        var message = "dataset/%s: the file is missing, or has no line below the first.".formatted(path);
        assertFileMistake(Drafts.without(path), message);
        assertFileMistake(Drafts.with(path, text -> text.lines().findFirst().orElseThrow() + "\n"), message);
    }

    static Stream<String> everyFileMustBeThere() {
        return Drafts.REAL.texts().keySet().stream().filter(path -> !path.contains("/"));
    }

    @Test
    void aFileBeginsWithTheNamesOfItsColumns() {
        assertFileMistake(
                Drafts.with("memberships/texts.csv", text -> ""),
                "dataset/memberships/texts.csv: the file is empty and must begin with the names of the columns.");
    }

    @Test
    void aColumnOutOfPlaceIsNamed() {
        assertMistake(
                Drafts.replacing("persons.csv", "id,name,office,note", "id,office,name,note"),
                "persons.csv",
                1,
                "office",
                "stands where 'name' must stand");
    }

    @Test
    void aMissingColumnIsNamed() {
        assertMistake(
                Drafts.replacing("persons.csv", "id,name,office,note", "id,name,office"),
                "persons.csv",
                1,
                "note",
                "is missing, it must be column 4");
    }

    @Test
    void aColumnTooManyIsNamed() {
        assertMistake(
                Drafts.replacing("persons.csv", "id,name,office,note", "id,name,office,note,born"),
                "persons.csv",
                1,
                "born",
                "is one too many, there are 4 columns");
    }

    @Test
    void aMissingCellIsNamedByItsColumn() {
        assertMistake(
                Drafts.adding("persons.csv", "jane-doe,Jane Doe"),
                "persons.csv",
                6,
                "office",
                "the line has 2 cells and must have 4");
    }

    @Test
    void aCellTooManyIsAMistake() {
        assertMistake(
                Drafts.adding("persons.csv", "jane-doe,Jane Doe,Mayor,,"),
                "persons.csv",
                6,
                "note",
                "the line has 5 cells and must have 4");
    }

    @Test
    void aCellOfSeveralLinesDoesNotShiftTheNumberOfTheLine() {
        var files = Drafts.adding("persons.csv", "jane-doe,Jane Doe,Mayor,\"one\ntwo\nthree\"");
        assertMistake(
                Drafts.adding(files, "persons.csv", "john-doe,,Mayor,"),
                "persons.csv",
                9,
                "name",
                "the cell is empty and must not be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane-doe,\"Jane\" Doe,,", "jane-doe,\"Jane Doe,,", "jane-doe,Jane Doe,,\""})
    void quotesThatDoNotMatchAreFoundWhereTheLineBegins(String line) {
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> DatasetPlanner.plan(Drafts.adding("persons.csv", line)))
                .withMessage("dataset/persons.csv, line 6: quotes do not match: a cell with a comma, a quote or a line "
                        + "break stands between two quotes, and a quote in it is doubled. "
                        + "Mend that line; nothing was written to the database.");
    }

    @Test
    void linesMayEndAsOnWindowsAndBeginWithAByteOrderMark() {
        var files = Drafts.with("persons.csv", text -> "\uFEFF" + text.replace("\n", "\r\n"));
        assertThat(DatasetPlanner.plan(files).has("alok-sharma", "Person")).isTrue();
    }

    @Test
    void theDatasetHasOneVersion() {
        assertThat(Drafts.REAL.version()).matches("\\d+(\\.\\d+)*");
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> new DatasetFiles(Map.of()).version())
                .withMessageStartingWith("dataset/dataset.csv: the file is missing");
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() ->
                        Drafts.adding("dataset.csv", "1,b,2026-11-22,d,,f").version())
                .withMessageStartingWith("dataset/dataset.csv: the file has 2 lines below the first and must have one");
    }

    @Test
    void theChecksumFollowsTheTextsAndNotTheirOrder() {
        var some = Map.of("a", "1", "b", "2", "c", "3");
        assertThat(new DatasetFiles(some).checksum())
                .isEqualTo(new DatasetFiles(new TreeMap<>(some).descendingMap()).checksum())
                .isNotEqualTo(Drafts.REAL.checksum());
        assertThat(Drafts.replacing("persons.csv", "Alok", "Alóc").checksum()).isNotEqualTo(Drafts.REAL.checksum());
    }

    @Test
    void aFolderThatIsNotThereSaysHowToNameOne() {
        assertThatExceptionOfType(StartFailureException.class)
                .isThrownBy(() -> DatasetFiles.in("classpath:no-such-folder"))
                .withMessageStartingWith(
                        "The dataset cannot be read from classpath:no-such-folder. Set throughline.dataset");
    }

    private static void assertFileMistake(DatasetFiles files, String message) {
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> DatasetPlanner.plan(files))
                .withMessageStartingWith(message);
    }
}
