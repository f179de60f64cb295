package io.throughline.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.throughline.infra.start.StartFailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of a dataset, read whole.
 *
 * @param texts by path below the folder, e.g. {@code memberships/texts.csv}, in order of path
 */
record DatasetFiles(Map<String, String> texts) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The number of cells is checked here, with a message of our own. */
    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);

    /** As the reader names the line a record began on, which it does in words only. */
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    DatasetFiles {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** The files of a folder on the class path or, with {@code file:}, on disk. */
    static DatasetFiles in(String location) {
        var resolver = new PathMatchingResourcePatternResolver();
        var texts = new TreeMap<String, String>();
        try {
            var folder = location.endsWith("/") ? location : location + "/";
            var root = resolver.getResource(folder).getURI().toString();
            for (Resource file : resolver.getResources(folder + "**/*.csv")) {
                var path = file.getURI().toString().substring(root.length());
                texts.put(path, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new StartFailureException(
                    "The dataset cannot be read from " + location + ".",
                    "Set throughline.dataset to the folder of a dataset, such as file:/data/dataset,"
                            + " or leave it out for the one built in.",
                    e);
        }
        return new DatasetFiles(texts);
    }

    /** SHA-256 over how files become nodes, all paths and all texts, to see whether anything changed. */
    String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(DatasetTables.MAPPING.getBytes(StandardCharsets.UTF_8));
            texts.forEach((path, text) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * The version the files call themselves.
     *
     * @throws InvalidDatasetException if they do not, or not once
     */
    String version() {
        var rows = rows(DatasetTables.DATASET);
        if (rows.size() != 1) {
            throw new InvalidDatasetException(
                    DatasetTables.DATASET.files(),
                    rows.isEmpty()
                            ? "the file is missing, or has no line below the first"
                            : "the file has %d lines below the first and must have one".formatted(rows.size()));
        }
        return rows.get(0).required("version");
    }

    /**
     * Sees to it that every file is of some kind, so that none is passed over in silence.
     *
     * @throws InvalidDatasetException if a file is of none
     */
    void checkNames() {
        for (var path : texts.keySet()) {
            if (DatasetTables.ALL.stream().noneMatch(table -> table.holds(path))) {
                throw new InvalidDatasetException(path, "no file of this name belongs to a dataset");
            }
        }
    }

    /**
     * The lines of one kind of file, cell by cell.
     *
     * @throws InvalidDatasetException at the first cell that is not as it should be
     */
    List<DatasetRow> rows(DatasetTable table) {
        var rows = new ArrayList<DatasetRow>();
        texts.forEach((path, text) -> {
            if (table.holds(path)) {
                rows.addAll(rows(table, path, text));
            }
        });
        return rows;
    }

    private static List<DatasetRow> rows(DatasetTable table, String path, String text) {
        var lines = lines(path, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        if (lines.isEmpty()) {
            throw new InvalidDatasetException(path, "the file is empty and must begin with the names of the columns");
        }
        checkHeader(table, path, lines.get(0));
        return lines.stream().skip(1).map(line -> row(table, path, line)).toList();
    }

    private static List<CsvRecord> lines(String path, String text) {
        var lines = new ArrayList<CsvRecord>();
        try (var csv = CSV.ofCsvRecord(text)) {
            csv.forEach(lines::add);
        } catch (CsvParseException e) {
            var line = LINE.matcher(String.valueOf(e.getMessage()));
            throw new InvalidDatasetException(
                    path,
                    line.find() ? Long.parseLong(line.group(1)) : 1,
                    "quotes do not match: a cell with a comma, a quote or a line break stands between two quotes, "
                            + "and a quote in it is doubled");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
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
                                ? "is missing, it must be column %d".formatted(i + 1)
                                : expected == null
                                        ? "is one too many, there are %d columns".formatted(columns.size())
                                        : "stands where '%s' must stand".formatted(expected));
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
                    "the line has %d cells and must have %d".formatted(line.getFieldCount(), columns.size()));
        }
        var cells = new HashMap<String, Object>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var text = line.getField(i);
            if (text.isEmpty()) {
                if (column.required()) {
                    throw new InvalidDatasetException(path, number, column.name(), "the cell is empty and must not be");
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
