package io.throughline.intake.matching;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of {@code matching/labelled.csv}. The head of that file explains the labels. */
final class LabelledSample {

    /**
     * One row.
     *
     * @param half TUNING or HELD_OUT
     * @param labels what it means; any of them is correct
     */
    record Row(int number, String half, ListedAgent listed, List<String> labels, String note) {

        /** Whether it means something that the graph or the gazetteer has. */
        boolean isSomething() {
            return !labels.contains("NONE") && !labels.contains("UNDECIDABLE");
        }
    }

    /** Rows of five published lists. */
    static List<Row> read() {
        return read("labelled.csv", LabelledSample::row);
    }

    /** Rows of kinds that are easily mistaken; the group stands for the half. */
    static List<Row> ofKinds() {
        return read("kinds.csv", LabelledSample::rowOfKind);
    }

    private static List<Row> read(String file, Function<NamedCsvRecord, Row> row) {
        try (var csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(Path.of("src/test/resources/matching").resolve(file))) {
            return csv.stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(NamedCsvRecord record) {
        return new Row(
                Integer.parseInt(record.getField("n")),
                record.getField("half"),
                new ListedAgent(
                        record.getField("name"),
                        ListedAgent.Kind.valueOf(record.getField("kind")),
                        nonEmpty(record.getField("country")),
                        nonEmpty(record.getField("state")),
                        Map.of(),
                        number(record.getField("latitude")),
                        number(record.getField("longitude")),
                        nonEmpty(record.getField("population")) == null
                                ? null
                                : Long.valueOf(record.getField("population"))),
                List.of(record.getField("label").split("\\|")),
                record.getField("note"));
    }

    private static Row rowOfKind(NamedCsvRecord record) {
        return new Row(
                Math.toIntExact(record.getStartingLineNumber()),
                record.getField("group"),
                new ListedAgent(
                        record.getField("name"),
                        ListedAgent.Kind.valueOf(record.getField("kind")),
                        nonEmpty(record.getField("country")),
                        nonEmpty(record.getField("state")),
                        Map.of(),
                        null,
                        null,
                        null),
                List.of(record.getField("label").split("\\|")),
                record.getField("note"));
    }

    private static @Nullable String nonEmpty(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable Double number(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }

    private LabelledSample() {}
}
