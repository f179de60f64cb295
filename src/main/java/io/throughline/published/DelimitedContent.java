package io.throughline.published;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text of cells between delimiters. */
final class DelimitedContent implements Content {

    private final Source source;
    private final Encoding encoding;
    private final Splitting splitting;
    private final int headerLine;
    private final Columns columns;
    private final List<Finding> findings = new ArrayList<>();

    DelimitedContent(Source source, Encoding encoding) throws IOException, UnreadableFile {
        this.source = source;
        this.encoding = encoding;
        Sample sample;
        try (var text = source.text(encoding, source.open())) {
            sample = Sample.of(text, source.reading());
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
                ? Columns.unnamed(width)
                : Columns.named(splitting.cells().of(header));
        checkRows(split, sample);
        note(split);
    }

    private Records.@Nullable Found header(Sample.Split split, @Nullable Integer stated) throws UnreadableFile {
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

    private void checkRows(Sample.Split split, Sample sample) throws UnreadableFile {
        if (sample.whole() && split.records().stream().noneMatch(record -> record.line() > headerLine)) {
            throw source.unreadable(
                    "NO_ROWS", "has a header on line %d and nothing below it; expected rows", headerLine);
        }
    }

    private void note(Sample.Split split) {
        if (!encoding.certain()) {
            findings.add(new Finding(
                    "ENCODING_ASSUMED",
                    null,
                    "the file is not UTF-8 and does not say what it is; read as %s, so state the encoding if names look wrong"
                            .formatted(encoding.charset().name())));
        }
        split.records().stream()
                .filter(record -> record.line() < headerLine)
                .map(record -> new Finding(
                        "TITLE_LINE", null, "line %d stands above the header and is no data".formatted(record.line())))
                .forEach(findings::add);
    }

    @Override
    public Dialect dialect() {
        return new Dialect(
                Format.CSV,
                encoding.charset(),
                encoding.certain(),
                splitting.delimiter(),
                splitting.quote(),
                headerLine,
                null);
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public List<Finding> findings() {
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
            public @Nullable Line next() throws IOException {
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

            private @Nullable Line line(Records.Found found) {
                if (found.fault() != null) {
                    return new Unusable(found.line(), found.fault());
                }
                if (found.isBlank()) {
                    return null;
                }
                var findings = new ArrayList<Finding>(2);
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
