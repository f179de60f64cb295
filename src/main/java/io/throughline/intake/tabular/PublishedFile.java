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
 * A table as somebody published it, read line by line and never loaded whole. What it is and how it is written is found
 * out from its bytes; what cannot be used is told line by line.
 *
 * <p>One thread reads the lines; any may ask how far it is.
 */
public final class PublishedFile implements Closeable {

    private final FileSource source;
    private final TableReader content;
    private final Set<TableReader.Lines> open = ConcurrentHashMap.newKeySet();
    private volatile TableReader.@Nullable Lines last;

    private PublishedFile(FileSource source, TableReader content) {
        this.source = source;
        this.content = content;
    }

    /**
     * Reads all bytes once, for the hash and to see what they are, and the first lines.
     *
     * @param file where it is
     * @param name what people call it, for messages; an uploaded file has another name than the one it is kept under
     * @param reading what is known about it
     * @throws UnreadableFileException with a stable code and a sentence that names the file and what was expected
     */
    public static PublishedFile open(Path file, String name, ReadOptions reading) throws UnreadableFileException {
        try {
            var source = survey(file, name, reading);
            var encoding = CharsetDetection.of(source.survey(), reading.charset());
            return new PublishedFile(source, content(source, encoding));
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFileException("CANNOT_READ", "'%s' cannot be read: %s".formatted(name, e.getMessage()));
        }
    }

    private static FileSource survey(Path file, String name, ReadOptions reading)
            throws IOException, UnreadableFileException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException("NO_FILE", "'%s' is no file that can be read".formatted(name));
        }
        var modified = Files.getLastModifiedTime(file);
        var size = Files.size(file);
        if (size > reading.limits().size().toBytes()) {
            throw new UnreadableFileException(
                    "FILE_TOO_LARGE",
                    "'%s' has %d bytes; expected at most %d"
                            .formatted(name, size, reading.limits().size().toBytes()));
        }
        try (var in = Files.newInputStream(file)) {
            return new FileSource(file, name, FileScan.of(in), modified, reading);
        }
    }

    private static TableReader content(FileSource source, CharsetDetection encoding)
            throws IOException, UnreadableFileException {
        var format = FormatDetector.of(source, encoding);
        var stated = source.reading().format();
        if (stated != null && stated != format && !(stated == FileFormat.CSV && format == FileFormat.JSON_LINES)) {
            throw source.unreadable("OTHER_FORMAT", "is %s by its bytes; expected %s", format, stated);
        }
        if (format != FileFormat.XLSX
                && source.survey().lineEnds() > source.limits().rows()) {
            throw source.unreadable(
                    "TOO_MANY_ROWS",
                    "has %d lines; expected at most %d",
                    source.survey().lineEnds(),
                    source.limits().rows());
        }
        return switch (stated == null ? format : stated) {
            case CSV -> new DelimitedTableReader(source, encoding);
            case JSON_LINES -> new JsonLinesTableReader(source, encoding);
            case XLSX -> new SheetTableReader(source);
        };
    }

    /** What people call it. */
    public String name() {
        return source.name();
    }

    /** Bytes. */
    public long size() {
        return source.survey().size();
    }

    /** Of the bytes, in lower-case hex. */
    public String sha256() {
        return source.survey().sha256();
    }

    /** What it is made of. */
    public FileFormat format() {
        return dialect().format();
    }

    /** How it is written. */
    public FileDialect dialect() {
        return content.dialect();
    }

    /** Names of the columns, each once; none for JSON Lines. */
    public List<String> header() {
        return content.columns().names();
    }

    /** What is odd about the file as a whole: its encoding, its header, what stands above it, what is left out. */
    public List<FileFinding> findings() {
        var findings = new ArrayList<>(content.findings());
        findings.addAll(content.columns().findings());
        return List.copyOf(findings);
    }

    /** What our own export says of itself on its first line; null if the file says nothing. */
    public @Nullable JsonNode metadata() {
        return content.metadata();
    }

    /**
     * Every line of data once and in order; lines on which nothing is printed are none. Each call begins anew. Close the
     * stream, unless it is read to its end; closing the file closes it, too.
     *
     * @throws UncheckedIOException from here or from the stream, if the file cannot be read any more or was written to
     */
    public Stream<TableLine> lines() {
        try {
            var lines = content.lines();
            open.add(lines);
            last = lines;
            return StreamSupport.stream(new OneByOne(lines), false).onClose(() -> close(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of the file that the last call of {@link #lines} has come to, for progress. */
    public long bytesRead() {
        var lines = last;
        return lines == null ? 0 : Math.min(size(), lines.bytesRead());
    }

    /** Lines below the header on which nothing is printed, as far as the last call of {@link #lines} has come. */
    public long blankLines() {
        var lines = last;
        return lines == null ? 0 : lines.blank();
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

    private final class OneByOne extends Spliterators.AbstractSpliterator<TableLine> {

        private final TableReader.Lines lines;

        OneByOne(TableReader.Lines lines) {
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
