package io.throughline.intake.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text of cells between delimiters. */
final class DelimitedTableReader implements TableReader {

    private final FileSource source;
    private final CharsetDetection encoding;
    private final CellSplitter splitting;
    private final int headerLine;
    private final TableColumns columns;
    private final List<FileFinding> findings = new ArrayList<>();

    DelimitedTableReader(FileSource source, CharsetDetection encoding) throws IOException, UnreadableFileException {
        this.source = source;
        this.encoding = encoding;
        TextSample sample;
        try (var text = source.text(encoding, source.open())) {
            sample = TextSample.of(text, source.reading());
        }
        var split = sample.split();
        this.splitting = split.splitting();
        var header = header(split, source.reading().headerLine());
        this.headerLine = header == null ? 0 : header.line();
        var width = header == null ? split.width() : header.cells();
        if (width > source.limits().columns()) {
            throw source.unreadable(
                    "TOO_MANY_COLUMNS",
                    "has %d columns; expected at most %d",
                    width,
                    source.limits().columns());
        }
        this.columns = header == null
                ? TableColumns.unnamed(width)
                : TableColumns.named(splitting.cells().of(header));
        checkRows(split, sample);
        note(split);
    }

    @SuppressWarnings("ReferenceEquality") // a later row may have the same cells
    private RecordReader.@Nullable Found header(TextSample.Split split, @Nullable Integer stated)
            throws UnreadableFileException {
        if (stated != null && stated == 0) {
            return null;
        }
        var header = stated == null
                ? split.header()
                : split.records().stream()
                        .filter(record -> record.line() == stated)
                        .findFirst()
                        .orElseThrow(() -> source.unreadable(
                                "NO_HEADER", "has no names of columns on line %d, where they are said to be", stated));
        for (var record : stated == null ? split.records() : List.of(header)) {
            if (record == header && record.fault() == null) {
                return header;
            }
            if (record.fault() != null) {
                throw source.unreadable(
                        record.fault().code(),
                        "has no header that can be read: line %d: %s; state the line of the header if it is another",
                        record.line(),
                        record.fault().message());
            }
        }
        throw source.unreadable(
                "NO_HEADER",
                "has no line with the names of its columns among the first %d; expected a table with a header",
                HeaderLine.WITHIN);
    }

    private void checkRows(TextSample.Split split, TextSample sample) throws UnreadableFileException {
        if (sample.whole() && split.records().stream().noneMatch(record -> record.line() > headerLine)) {
            throw source.unreadable(
                    "NO_ROWS", "has a header on line %d and nothing below it; expected rows", headerLine);
        }
    }

    private void note(TextSample.Split split) {
        if (!encoding.certain()) {
            findings.add(new FileFinding(
                    "ENCODING_ASSUMED",
                    null,
                    "the file is not UTF-8 and does not say what it is; read as %s, so state the encoding if names look wrong"
                            .formatted(encoding.charset().name())));
        }
        split.records().stream()
                .filter(record -> record.line() < headerLine)
                .map(record -> new FileFinding(
                        "TITLE_LINE", null, "line %d stands above the header and is no data".formatted(record.line())))
                .forEach(findings::add);
    }

    @Override
    public FileDialect dialect() {
        return new FileDialect(
                FileFormat.CSV,
                encoding.charset(),
                encoding.certain(),
                splitting.delimiter(),
                splitting.quote(),
                headerLine,
                null);
    }

    @Override
    public TableColumns columns() {
        return columns;
    }

    @Override
    public List<FileFinding> findings() {
        return findings;
    }

    @Override
    public Lines lines() throws IOException {
        var in = source.open();
        var text = source.text(encoding, in);
        var records = splitting.records(text, source.limits(), columns.count());
        var cells = splitting.cells();
        return new Lines() {

            private volatile long blank;

            @Override
            @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
            public @Nullable TableLine next() throws IOException {
                for (var found = records.next(); found != null; found = records.next()) {
                    if (found.line() <= headerLine) {
                        continue;
                    }
                    var line = line(found);
                    if (line != null) {
                        return line;
                    }
                    blank++;
                }
                return null;
            }

            private @Nullable TableLine line(RecordReader.Found found) {
                if (found.fault() != null) {
                    return new RejectedLine(found.line(), found.fault());
                }
                if (found.isBlank()) {
                    return null;
                }
                var findings = new ArrayList<FileFinding>(2);
                if (found.oddity() != null) {
                    findings.add(found.oddity());
                }
                var values = cells.of(found);
                return values.stream().allMatch(String::isEmpty)
                        ? null
                        : columns.line(found.line(), values, findings, source.limits());
            }

            @Override
            public long bytesRead() {
                return in.count();
            }

            @Override
            public long blank() {
                return blank;
            }

            @Override
            public void close() throws IOException {
                text.close();
            }
        };
    }
}
