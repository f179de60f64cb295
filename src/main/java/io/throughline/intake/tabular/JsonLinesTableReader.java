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

/** An object of JSON on each line (jsonlines.org). A first line that holds {@code metadata} alone is no data. */
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
            var first = notBlank(lines);
            this.metadata = first == null ? null : metadata(first);
            if (first == null || metadata != null && notBlank(lines) == null) {
                throw source.unreadable("NO_ROWS", "has no line of data; expected an object of JSON on each line");
            }
        }
    }

    private static @Nullable TextLine notBlank(TextLines lines) throws IOException {
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
            // a byte that is no character stays legible within the texts of JSON, and is an error outside
            var node = JSON.readTree(new StringReader(InvalidBytes.shown(line.text(), "\\\\x")));
            if (!(node instanceof ObjectNode object)) {
                return unusable(line, "the line is no object of JSON; expected one, such as {\"id\": \"…\"}");
            }
            if (InvalidBytes.in(line.text())) {
                findings.add(new FileFinding(
                        "INVALID_BYTE",
                        null,
                        "the bytes %s are no characters in the encoding of the file; kept as \\x and the byte"
                                .formatted(InvalidBytes.bytes(line.text()))));
            }
            var cells = new LinkedHashMap<String, String>();
            return flatten("", object, cells)
                    ? new TableRow(line.number(), Collections.unmodifiableMap(cells), List.copyOf(findings), object)
                    : unusable(line, "two names become the same column; expected no name with a dot beside an object");
        } catch (JacksonException e) {
            return unusable(line, "the line is no JSON: %s".formatted(e.getOriginalMessage()));
        }
    }

    private static RejectedLine unusable(TextLine line, String message) {
        return new RejectedLine(line.number(), new FileFinding("NOT_JSON", null, message));
    }

    /** @return false if two values have the same dotted name */
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

            private boolean skip = metadata != null;
            private volatile long blank;

            @Override
            @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
            public @Nullable TableLine next() throws IOException {
                for (var line = lines.next(); line != null; line = lines.next()) {
                    if (line.fault() == null && line.text().isBlank()) {
                        blank++;
                    } else if (skip) {
                        skip = false;
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
