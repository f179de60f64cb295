package io.throughline.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.throughline.infra.start.StartFailureException;
import io.throughline.reference.id.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of a dataset. They are read row by row, as often as needed, and never held in memory.
 *
 * @param sources contents by path below the folder, e.g. {@code memberships/texts.csv}, in order of path; the files of lists, e.g.
 *     {@code lists/gcom/cities.csv}, after all others
 */
record DatasetFiles(Map<String, InputStreamSource> sources) {

    /** Lenient about the number of cells, which is checked here to give a better message. */
    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder()
            .detectBomHeader(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);

    /** Finds the line on which a record began, which the reader gives only in its message. */
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /** The path of a file in the folder of a list. */
    private static final Pattern OF_LIST = Pattern.compile("lists/[a-z0-9]+(?:[.-][a-z0-9]+)*/(.+)");

    /** If an id occurs twice, the line of the list is the one that is reported. */
    private static final Comparator<String> LISTS_LAST =
            Comparator.comparing((String path) -> withinList(path) != null).thenComparing(Comparator.naturalOrder());

    DatasetFiles {
        var sorted = new TreeMap<String, InputStreamSource>(LISTS_LAST);
        sorted.putAll(sources);
        sources = Collections.unmodifiableMap(sorted);
    }

    /** The path within the folder of a list, e.g. {@code cities.csv}; null if the file is not in such a folder. */
    static @Nullable String withinList(String path) {
        var matcher = OF_LIST.matcher(path);
        return matcher.matches() ? matcher.group(1) : null;
    }

    /** The files of a folder on the class path or, with {@code file:}, on disk. */
    static DatasetFiles in(String location) {
        var resolver = new PathMatchingResourcePatternResolver();
        var sources = new TreeMap<String, InputStreamSource>();
        try {
            var folder = location.endsWith("/") ? location : location + "/";
            var root = resolver.getResource(folder).getURI().toString();
            for (Resource file : resolver.getResources(folder + "**/*.csv")) {
                sources.put(file.getURI().toString().substring(root.length()), file);
            }
        } catch (IOException e) {
            throw new StartFailureException(
                    "Cannot read the dataset from " + location + ".",
                    "Set throughline.dataset to the folder of a dataset, e.g. file:/data/dataset,"
                            + " or leave it out to use the built-in dataset.",
                    e);
        }
        return new DatasetFiles(sources);
    }

    /** SHA-256 of the mapping version, all paths and all contents; it shows whether anything changed. */
    String checksum() {
        var digest = Sha256.digest();
        digest.update(DatasetTables.MAPPING.getBytes(StandardCharsets.UTF_8));
        try (var contents = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (var file : sources.entrySet()) {
                contents.write(file.getKey().getBytes(StandardCharsets.UTF_8));
                try (var in = file.getValue().getInputStream()) {
                    in.transferTo(contents);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.hex(digest.digest());
    }

    /**
     * The version that the files state.
     *
     * @throws InvalidDatasetException if they state none or several
     */
    String version() {
        return dataset().required("version");
    }

    /**
     * The row that describes the dataset. Any other file can be missing or have no rows.
     *
     * @throws InvalidDatasetException unless there is exactly one
     */
    DatasetRow dataset() {
        var rows = rows(DatasetTables.DATASET);
        if (rows.size() != 1) {
            throw new InvalidDatasetException(
                    DatasetTables.DATASET.files(),
                    rows.isEmpty()
                            ? "the file is missing or has no rows below the header"
                            : "the file has %d rows below the header (expected one)".formatted(rows.size()));
        }
        return rows.get(0);
    }

    /**
     * Checks that every file belongs to a table, so that none is silently ignored.
     *
     * @throws InvalidDatasetException if a file does not
     */
    void checkNames() {
        for (var path : sources.keySet()) {
            if (DatasetTables.ALL.stream().noneMatch(table -> table.holds(path))) {
                throw new InvalidDatasetException(
                        path,
                        withinList(path) == null
                                ? "a dataset has no file with this name"
                                : "the folder of a list has no file with this name");
            }
        }
    }

    /**
     * Reads all rows of a small table.
     *
     * @throws InvalidDatasetException at the first invalid cell
     */
    List<DatasetRow> rows(DatasetTable table) {
        var rows = new ArrayList<DatasetRow>();
        each(List.of(table), rows::add);
        return rows;
    }

    /**
     * Reads the rows of tables, one after another and always in the same order.
     *
     * @throws InvalidDatasetException at the first invalid cell
     */
    void each(Collection<DatasetTable> tables, Consumer<DatasetRow> consumer) {
        for (var table : tables) {
            for (var path : sources.keySet()) {
                if (table.holds(path)) {
                    read(table, path, row -> {
                        consumer.accept(row);
                        return false;
                    });
                }
            }
        }
    }

    /**
     * Reads the rows of tables as {@link #each} does, in batches.
     *
     * @param size how many rows each batch has, except the last
     */
    void batches(Collection<DatasetTable> tables, int size, Consumer<List<DatasetRow>> consumer) {
        var batch = new ArrayList<DatasetRow>(size);
        each(tables, row -> {
            batch.add(row);
            if (batch.size() == size) {
                consumer.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            consumer.accept(List.copyOf(batch));
        }
    }

    /** Reads a row again. */
    DatasetRow row(DatasetTable table, String path, long line) {
        return Objects.requireNonNull(read(table, path, row -> row.line() == line));
    }

    /** Reads a file up to the first row that matches, and returns that row; null if none does. */
    private @Nullable DatasetRow read(DatasetTable table, String path, Predicate<DatasetRow> matches) {
        try (var in = Objects.requireNonNull(sources.get(path)).getInputStream();
                var csv = CSV.ofCsvRecord(in)) {
            var lines = csv.iterator();
            if (!lines.hasNext()) {
                throw new InvalidDatasetException(path, "the file is empty (expected a header with the column names)");
            }
            checkHeader(table, path, lines.next());
            while (lines.hasNext()) {
                var row = row(table, path, lines.next());
                if (matches.test(row)) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            var line = LINE.matcher(String.valueOf(e.getMessage()));
            throw new InvalidDatasetException(
                    path,
                    line.find() ? Long.parseLong(line.group(1)) : 1,
                    "unbalanced quotes: put a cell that has a comma, a quote or a line break in quotes, "
                            + "and double each quote inside it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkHeader(DatasetTable table, String path, CsvRecord header) {
        var columns = table.columns();
        for (var i = 0; i < Math.max(columns.size(), header.getFieldCount()); i++) {
            var expected = i < columns.size() ? columns.get(i).name() : null;
            var found = i < header.getFieldCount() ? header.getField(i) : null;
            if (!Objects.equals(found, expected)) {
                throw new InvalidDatasetException(
                        path,
                        1,
                        String.valueOf(found == null ? expected : found),
                        found == null
                                ? "missing (expected as column %d)".formatted(i + 1)
                                : expected == null
                                        ? "unexpected (the file has %d columns)".formatted(columns.size())
                                        : "found where '%s' was expected".formatted(expected));
            }
        }
    }

    private static DatasetRow row(DatasetTable table, String path, CsvRecord line) {
        var columns = table.columns();
        var number = line.getStartingLineNumber();
        if (line.getFieldCount() != columns.size()) {
            throw new InvalidDatasetException(
                    path,
                    number,
                    columns.get(Math.min(line.getFieldCount(), columns.size() - 1))
                            .name(),
                    "the line has %d cells (expected %d)".formatted(line.getFieldCount(), columns.size()));
        }
        var cells = new HashMap<String, Object>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var text = line.getField(i);
            if (text.isEmpty()) {
                if (column.required()) {
                    throw new InvalidDatasetException(
                            path, number, column.name(), "the cell is empty (a value is required)");
                }
                continue;
            }
            try {
                cells.put(column.name(), column.read().apply(text));
            } catch (IllegalArgumentException e) {
                throw new InvalidDatasetException(path, number, column.name(), String.valueOf(e.getMessage()));
            }
        }
        return new DatasetRow(table, path, number, cells);
    }
}
