package io.throughline.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;

/**
 * The folder to which the files of a list are written. They are written to a folder beside it and moved at the end, so that a
 * failure leaves it as it was.
 */
final class ListFolder implements AutoCloseable {

    private static final Set<String> FILES = DatasetTables.ALL.stream()
            .flatMap(table -> Stream.ofNullable(table.fileOfList()))
            .collect(Collectors.toUnmodifiableSet());

    private final Path folder;
    private final Path unfinished;
    private final Map<String, CsvWriter> writers = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /**
     * Prepares to write the files of a list.
     *
     * @param overwrite whether a folder that has only files of a list is replaced
     * @throws ListNotWrittenException if the folder cannot be used; nothing has been changed
     */
    ListFolder(Path folder, boolean overwrite) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        check(overwrite);
        Files.createDirectories(this.folder.resolveSibling("."));
        this.unfinished = Files.createTempDirectory(this.folder.resolveSibling(""), name() + ".part");
    }

    /** The name of the list. */
    String name() {
        return String.valueOf(folder.getFileName());
    }

    private void check(boolean overwrite) throws IOException {
        if (DatasetFiles.withinList("lists/%s/cities.csv".formatted(name())) == null) {
            throw new ListNotWrittenException(
                    "FOLDER_NAME_INVALID",
                    "'%s' is not a valid name for the folder of a list (expected lower-case letters and digits, joined by - or .)"
                            .formatted(name()));
        }
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new ListNotWrittenException("NOT_A_FOLDER", "'%s' is a file, not a folder".formatted(folder));
        }
        var entries = entries();
        var other = entries.stream()
                .filter(entry -> !FILES.contains(String.valueOf(entry.getFileName())) || !Files.isRegularFile(entry))
                .findFirst();
        if (other.isPresent()) {
            throw new ListNotWrittenException(
                    "FOLDER_NOT_EMPTY",
                    "'%s' has something else in it (%s); name a new folder"
                            .formatted(folder, other.get().getFileName()));
        }
        if (!entries.isEmpty() && !overwrite) {
            throw new ListNotWrittenException(
                    "FOLDER_NOT_EMPTY",
                    "'%s' already has the files of a list; add --overwrite to replace them".formatted(folder));
        }
    }

    private List<Path> entries() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** Appends a line to the file of a table. */
    void write(DatasetTable table, List<String> cells) throws IOException {
        var file = String.valueOf(table.fileOfList());
        var writer = writers.get(file);
        if (writer == null) {
            writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(unfinished.resolve(file));
            writers.put(file, writer);
            writer.writeRecord(table.columns().stream().map(DatasetColumn::name).toList());
        }
        writer.writeRecord(cells);
        lines.merge(file, 1, Integer::sum);
    }

    /** Closes the files and returns them, by path below the folder of the dataset. */
    Map<String, InputStreamSource> sources() throws IOException {
        closeWriters();
        var sources = new TreeMap<String, InputStreamSource>();
        for (var file : lines.keySet()) {
            sources.put("lists/%s/%s".formatted(name(), file), new FileSystemResource(unfinished.resolve(file)));
        }
        return sources;
    }

    /** How many lines each file has below its header, in the order of the tables. */
    Map<String, Integer> lines() {
        var ordered = new LinkedHashMap<String, Integer>();
        for (var table : DatasetTables.ALL) {
            var file = table.fileOfList();
            if (file != null && lines.containsKey(file)) {
                ordered.put(file, lines.get(file));
            }
        }
        return ordered;
    }

    /** Replaces the folder by the files written. */
    void finish() throws IOException {
        closeWriters();
        Files.createDirectories(folder);
        for (var entry : entries()) {
            if (!lines.containsKey(String.valueOf(entry.getFileName()))) {
                Files.delete(entry);
            }
        }
        for (var file : lines.keySet()) {
            Files.move(unfinished.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void closeWriters() throws IOException {
        for (var writer : writers.values()) {
            writer.close();
        }
        writers.clear();
    }

    @Override
    public void close() throws IOException {
        closeWriters();
        try (var rest = Files.list(unfinished)) {
            for (var file : rest.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(unfinished);
    }
}
