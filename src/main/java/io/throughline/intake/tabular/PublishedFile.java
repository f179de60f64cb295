package io.throughline.intake.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A published table, read line by line and never loaded as a whole. Its format and encoding are detected from its
 * bytes; lines that cannot be used are reported one by one.
 *
 * <p>One thread reads the lines; any thread may ask for the progress.
 */
public final class PublishedFile implements Closeable {

    private final FileSource source;
    private final TableReader reader;
    private final Set<TableReader.Lines> open = ConcurrentHashMap.newKeySet();
    private volatile TableReader.@Nullable Lines lastLines;

    private PublishedFile(FileSource source, TableReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /**
     * Reads all bytes once, for the hash and to detect the format, and then the first lines.
     *
     * @param file its path
     * @param name of the file as people know it, for messages; an uploaded file is stored under a different name
     * @param options what is known about the file
     * @throws UnreadableFileException if it cannot be read, with a stable code and a message that names the file and
     *     says what was expected
     */
    public static PublishedFile open(Path file, String name, ReadOptions options) throws UnreadableFileException {
        try {
            var source = scan(file, name, options);
            var encoding = CharsetDetection.of(source.scan(), options.charset());
            return new PublishedFile(source, reader(source, encoding));
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFileException("CANNOT_READ", "'%s' cannot be read: %s".formatted(name, e.getMessage()));
        }
    }

    private static FileSource scan(Path file, String name, ReadOptions options)
            throws IOException, UnreadableFileException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException("NO_FILE", "'%s' does not exist or is not a file".formatted(name));
        }
        var modified = Files.getLastModifiedTime(file);
        var size = Files.size(file);
        if (size > options.limits().size().toBytes()) {
            throw new UnreadableFileException(
                    "FILE_TOO_LARGE",
                    "'%s' has %d bytes; expected at most %d"
                            .formatted(name, size, options.limits().size().toBytes()));
        }
        try (var in = Files.newInputStream(file)) {
            return new FileSource(file, name, FileScan.of(in), modified, options);
        }
    }

    private static TableReader reader(FileSource source, CharsetDetection encoding)
            throws IOException, UnreadableFileException {
        var format = FormatDetector.of(source, encoding);
        var stated = source.options().format();
        if (stated != null && stated != format && !(stated == FileFormat.CSV && format == FileFormat.JSON_LINES)) {
            throw source.unreadable("OTHER_FORMAT", "is %s; expected %s, as stated", format, stated);
        }
        if (format != FileFormat.XLSX
                && source.scan().lineEnds() > source.limits().rows()) {
            throw source.unreadable(
                    "TOO_MANY_ROWS",
                    "has %d lines; expected at most %d",
                    source.scan().lineEnds(),
                    source.limits().rows());
        }
        return switch (stated == null ? format : stated) {
            case CSV -> new DelimitedTableReader(source, encoding);
            case JSON_LINES -> new JsonLinesTableReader(source, encoding);
            case SPARQL_JSON -> new SparqlResultReader(source, encoding);
            case XLSX -> new SheetTableReader(source);
        };
    }

    /** The name of the file as people know it. */
    public String name() {
        return source.name();
    }

    /** The size in bytes. */
    public long size() {
        return source.scan().size();
    }

    /** The SHA-256 hash of the bytes, in lower-case hex. */
    public String sha256() {
        return source.scan().sha256();
    }

    /** The format of the file. */
    public FileFormat format() {
        return dialect().format();
    }

    /** The format of the file and its details. */
    public FileDialect dialect() {
        return reader.dialect();
    }

    /** The column names, each unique; empty for JSON Lines. */
    public List<String> header() {
        return reader.columns().names();
    }

    /** Findings about the file as a whole: its encoding, its header, the lines above it, what is not read. */
    public List<FileFinding> findings() {
        var findings = new ArrayList<>(reader.findings());
        findings.addAll(reader.columns().findings());
        return List.copyOf(findings);
    }

    /** The metadata that our own exports have on their first line; null if there is none. */
    public @Nullable JsonNode metadata() {
        return reader.metadata();
    }

    /**
     * Every line of data once and in order, without blank lines. Each call starts at the beginning. Close the stream
     * unless it is read to its end; closing the file closes it too.
     *
     * @throws UncheckedIOException from this method or from the stream, if the file can no longer be read or has
     *     changed
     */
    public Stream<TableLine> lines() {
        try {
            var lines = reader.lines();
            open.add(lines);
            lastLines = lines;
            return StreamSupport.stream(new LineSpliterator(lines), false).onClose(() -> close(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of bytes read so far by the last call of {@link #lines}, for progress. */
    public long bytesRead() {
        var lines = lastLines;
        return lines == null ? 0 : Math.min(size(), lines.bytesRead());
    }

    /** The number of blank lines below the header read so far by the last call of {@link #lines}. */
    public long blankLines() {
        var lines = lastLines;
        return lines == null ? 0 : lines.blankLines();
    }

    @Override
    public void close() {
        open.forEach(this::close);
    }

    private void close(TableReader.Lines lines) {
        open.remove(lines);
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class LineSpliterator extends Spliterators.AbstractSpliterator<TableLine> {

        private final TableReader.Lines lines;

        LineSpliterator(TableReader.Lines lines) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.lines = lines;
        }

        @Override
        public boolean tryAdvance(Consumer<? super TableLine> action) {
            try {
                var line = lines.next();
                if (line == null) {
                    PublishedFile.this.close(lines);
                    return false;
                }
                action.accept(line);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
