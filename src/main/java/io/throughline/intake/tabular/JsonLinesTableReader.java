package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON object per line (jsonlines.org). A first line that has only {@code metadata} is not data. */
final class JsonLinesTableReader implements TableReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final FileSource source;
    private final CharsetDetection encoding;
    private final @Nullable JsonNode metadata;

    JsonLinesTableReader(FileSource source, CharsetDetection encoding) throws IOException, UnreadableFileException {
        this.source = source;
        this.encoding = encoding;
        try (var text = source.text(encoding, source.open())) {
            var lines = new TextLines(text, source.limits().lineLength());
            var first = nextNotBlank(lines);
            this.metadata = first == null ? null : metadata(first);
            if (first == null || metadata != null && nextNotBlank(lines) == null) {
                throw source.unreadable("NO_ROWS", "has no rows; expected one JSON object per line");
            }
        }
    }

    private static @Nullable TextLine nextNotBlank(TextLines lines) throws IOException {
        var line = lines.next();
        while (line != null && line.fault() == null && line.text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private @Nullable JsonNode metadata(TextLine line) {
        return line(line) instanceof TableRow row
                        && row.json() != null
                        && row.json().size() == 1
                        && row.json().get("metadata") instanceof ObjectNode metadata
                ? metadata
                : null;
    }

    private TableLine line(TextLine line) {
        if (line.fault() != null) {
            return new RejectedLine(line.number(), line.fault());
        }
        var findings = new ArrayList<FileFinding>(1);
        try {
            // an invalid byte stays legible inside JSON strings and is an error elsewhere
            var node = JSON.readTree(new StringReader(InvalidBytes.escape(line.text(), "\\\\x")));
            if (!(node instanceof ObjectNode object)) {
                return rejected(line, "the line is not a JSON object; expected one such as {\"id\": \"…\"}");
            }
            if (InvalidBytes.occurIn(line.text())) {
                findings.add(new FileFinding(
                        "INVALID_BYTE",
                        null,
                        "bytes not valid in the encoding of the file: %s; kept as \\x and two hexadecimal digits"
                                .formatted(InvalidBytes.list(line.text()))));
            }
            var cells = new LinkedHashMap<String, String>();
            return flatten("", object, cells)
                    ? new TableRow(line.number(), Collections.unmodifiableMap(cells), List.copyOf(findings), object)
                    : rejected(
                            line,
                            "two names become the same column (nested objects become names with dots); rename one of them");
        } catch (JacksonException e) {
            return rejected(line, "the line is not valid JSON: %s".formatted(e.getOriginalMessage()));
        }
    }

    private static RejectedLine rejected(TextLine line, String message) {
        return new RejectedLine(line.number(), new FileFinding("NOT_JSON", null, message));
    }

    /**
     * Turns nested objects into columns with dotted names.
     *
     * @return false if two values have the same dotted name
     */
    private static boolean flatten(String prefix, ObjectNode object, Map<String, String> cells) {
        for (var property : object.properties()) {
            var name = prefix + property.getKey();
            var value = property.getValue();
            if (value instanceof ObjectNode nested && !nested.isEmpty()) {
                if (!flatten(name + ".", nested, cells)) {
                    return false;
                }
            } else if (cells.put(name, text(value)) != null) {
                return false;
            }
        }
        return true;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isString() ? value.stringValue() : value.toString();
    }

    @Override
    public FileDialect dialect() {
        return new FileDialect(FileFormat.JSON_LINES, encoding.charset(), encoding.certain(), null, null, 0, null);
    }

    @Override
    public TableColumns columns() {
        return TableColumns.unnamed(0);
    }

    @Override
    public List<FileFinding> findings() {
        return List.of();
    }

    @Override
    public @Nullable JsonNode metadata() {
        return metadata;
    }

    @Override
    public Lines lines() throws IOException {
        var in = source.open();
        var text = source.text(encoding, in);
        var lines = new TextLines(text, source.limits().lineLength());
        return new Lines() {

            private boolean skipMetadata = metadata != null;
            private volatile long blankLines;

            @Override
            @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread only
            public @Nullable TableLine next() throws IOException {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    if (line.fault() == null && line.text().isBlank()) {
                        blankLines++;
                    } else if (skipMetadata) {
                        skipMetadata = false;
                    } else {
                        return JsonLinesTableReader.this.line(line);
                    }
                }
                return null;
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
