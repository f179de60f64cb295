package io.throughline.intake.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text file with delimiters, such as CSV. */
final class DelimitedTableReader implements TableReader {

    private final FileSource source;
    private final CharsetDetection encoding;
    private final CellSplitter splitter;
    private final int headerLine;
    private final TableColumns columns;
    private final List<FileFinding> findings = new ArrayList<>();

    DelimitedTableReader(FileSource source, CharsetDetection encoding) throws IOException, UnreadableFileException {
        this.source = source;
        this.encoding = encoding;
        TextSample sample;
        try (var text = source.text(encoding, source.open())) {
            sample = TextSample.of(text, source.options());
        }
        var split = sample.split();
        this.splitter = split.splitter();
        var header = header(split, source.options().headerLine());
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
                : TableColumns.named(splitter.cells().split(header));
        checkRows(split, sample);
        addFindings(split);
    }

    @SuppressWarnings("ReferenceEquality") // a later row can have the same cells
    private @Nullable RawRecord header(TextSample.Split split, @Nullable Integer stated)
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
                                "NO_HEADER",
                                "has no column names on line %d, which was stated to be the header",
                                stated));
        for (var record : stated == null ? split.records() : List.of(header)) {
            if (record == header && record.fault() == null) {
                return header;
            }
            if (record.fault() != null) {
                throw source.unreadable(
                        record.fault().code(),
                        "has no readable header: line %d: %s; state the line of the header if it is a different one",
                        record.line(),
                        record.fault().message());
            }
        }
        throw source.unreadable(
                "NO_HEADER",
                "has no line with column names among its first %d lines; expected a table with a header",
                HeaderLine.SEARCHED_LINES);
    }

    private void checkRows(TextSample.Split split, TextSample sample) throws UnreadableFileException {
        if (sample.complete() && split.records().stream().noneMatch(record -> record.line() > headerLine)) {
            throw source.unreadable("NO_ROWS", "has a header on line %d but no rows below it", headerLine);
        }
    }

    private void addFindings(TextSample.Split split) {
        if (!encoding.certain()) {
            findings.add(new FileFinding(
                    "ENCODING_ASSUMED",
                    null,
                    "the file is not UTF-8 and does not declare its encoding; read as %s (state the encoding if names look wrong)"
                            .formatted(encoding.charset().name())));
        }
        split.records().stream()
                .filter(record -> record.line() < headerLine)
                .map(record -> new FileFinding(
                        "TITLE_LINE",
                        null,
                        "line %d is above the header and is not read as data".formatted(record.line())))
                .forEach(findings::add);
    }

    @Override
    public FileDialect dialect() {
        return new FileDialect(
                FileFormat.CSV,
                encoding.charset(),
                encoding.certain(),
                splitter.delimiter(),
                splitter.quote(),
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
        var records = splitter.records(text, source.limits(), columns.count());
        var cells = splitter.cells();
        return new Lines() {

            private volatile long blankLines;

            @Override
            @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread only
            public @Nullable TableLine next() throws IOException {
                for (var record = records.next(); record != null; record = records.next()) {
                    if (record.line() <= headerLine) {
                        continue;
                    }
                    var line = line(record);
                    if (line != null) {
                        return line;
                    }
                    blankLines++;
                }
                return null;
            }

            private @Nullable TableLine line(RawRecord record) {
                if (record.fault() != null) {
                    return new RejectedLine(record.line(), record.fault());
                }
                if (record.isBlank()) {
                    return null;
                }
                var findings = new ArrayList<FileFinding>(2);
                if (record.finding() != null) {
                    findings.add(record.finding());
                }
                var values = cells.split(record);
                return values.stream().allMatch(String::isEmpty)
                        ? null
                        : columns.line(record.line(), values, findings, source.limits());
            }

            @Override
            public long bytesRead() {
                return in.count();
            }

            @Override
            public long blankLines() {
                return blankLines;
            }

            @Override
            public void close() throws IOException {
                text.close();
            }
        };
    }
}
