package io.throughline.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of a dataset, read whole.
 *
 * @param texts by path below the folder, e.g. {@code memberships/texts.csv}, in order of path
 */
record DatasetFiles(Map<String, String> texts) {

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
            throw new UncheckedIOException("The dataset cannot be read from " + location, e);
        }
        return new DatasetFiles(texts);
    }

    /** SHA-256 over all paths and texts, to see whether anything changed. */
    String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
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
     * The lines of one kind of file, cell by cell.
     *
     * @throws DatasetMistake at the first cell that is not as it should be
     */
    List<Row> rows(Table table) {
        var rows = new ArrayList<Row>();
        texts.forEach((path, text) -> {
            if (path.equals(table.files()) || path.startsWith(table.files() + "/")) {
                rows.addAll(rows(table, path, text));
            }
        });
        return rows;
    }

    private static List<Row> rows(Table table, String path, String text) {
        var rows = new ArrayList<Row>();
        try (var csv = CsvReader.builder().ofCsvRecord(new StringReader(text))) {
            var first = true;
            for (var line : csv) {
                if (first) {
                    checkHeader(table, path, line);
                    first = false;
                } else {
                    rows.add(row(table, path, line));
                }
            }
        } catch (CsvParseException e) {
            throw new DatasetMistake(path, 1, "?", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static void checkHeader(Table table, String path, CsvRecord header) {
        var columns = table.columns();
        for (var i = 0; i < Math.max(columns.size(), header.getFieldCount()); i++) {
            var expected = i < columns.size() ? columns.get(i).name() : "nothing more";
            var found = i < header.getFieldCount() ? header.getField(i) : "nothing";
            if (!found.equals(expected)) {
                throw new DatasetMistake(
                        path, 1, found, "the first line must have '%s' as column %d".formatted(expected, i + 1));
            }
        }
    }

    private static Row row(Table table, String path, CsvRecord line) {
        var columns = table.columns();
        var number = line.getStartingLineNumber();
        if (line.getFieldCount() != columns.size()) {
            throw new DatasetMistake(
                    path,
                    number,
                    columns.get(Math.min(line.getFieldCount(), columns.size()) - 1)
                            .name(),
                    "the line has %d cells and must have %d".formatted(line.getFieldCount(), columns.size()));
        }
        var cells = new HashMap<String, Object>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var text = line.getField(i);
            if (text.isEmpty()) {
                if (column.required()) {
                    throw new DatasetMistake(path, number, column.name(), "is empty and must not be");
                }
                continue;
            }
            try {
                cells.put(column.name(), column.read().apply(text));
            } catch (IllegalArgumentException e) {
                throw new DatasetMistake(path, number, column.name(), String.valueOf(e.getMessage()));
            }
        }
        return new Row(table, path, number, cells);
    }
}
