package io.throughline.intake.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the results of a SPARQL query in JSON (https://www.w3.org/TR/sparql11-results-json/): the variables are the
 * columns, each solution is a row. Rows are numbered by solution, because the whole document may be on one line.
 */
final class SparqlResultReader implements TableReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The start of such a document, whichever of its two parts comes first. */
    private static final Pattern START = Pattern.compile(
            "(?s)\\{\\s*(?:\"head\"\\s*:\\s*\\{[^}]*\"vars\"|\"results\"\\s*:\\s*\\{[^\\[]*\"bindings\")\\s*:\\s*\\[.*");

    private final FileSource source;
    private final CharsetDetection encoding;
    private final List<String> variables = new ArrayList<>();
    private final TableColumns columns;

    /**
     * Reads the document once to its end: a server that runs out of time stops in the middle of it.
     *
     * @throws UnreadableFileException if the document is cut off or damaged, or has no rows
     */
    SparqlResultReader(FileSource source, CharsetDetection encoding) throws IOException, UnreadableFileException {
        this.source = source;
        this.encoding = encoding;
        var rows = count();
        this.columns = TableColumns.named(variables);
        if (rows == 0) {
            throw source.unreadable("NO_ROWS", "has no rows: the query found nothing");
        }
        if (rows > source.limits().rows()) {
            throw source.unreadable(
                    "TOO_MANY_ROWS",
                    "has %d rows; expected at most %d",
                    rows,
                    source.limits().rows());
        }
    }

    /** Whether a text begins like such a document. */
    static boolean isStart(String text) {
        return START.matcher(text).matches();
    }

    /** Reads the variables and counts the solutions. */
    private int count() throws IOException, UnreadableFileException {
        var solutions = -1;
        try (var parser = JSON.createParser(source.text(encoding, source.open()))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                if (name.equals("head")) {
                    JsonNode head = parser.readValueAsTree();
                    head.path("vars").forEach(variable -> variables.add(variable.asString()));
                } else if (name.equals("results")) {
                    solutions = 0;
                    enterBindings(parser);
                    while (nextSolution(parser) != null) {
                        solutions++;
                    }
                    skipToEndOfObject(parser);
                } else {
                    parser.skipChildren();
                }
            }
            if (solutions < 0 || variables.isEmpty() || parser.nextToken() != null) {
                throw new StreamReadException(parser, "it has no variables, no results, or something after them");
            }
        } catch (JacksonException e) {
            throw source.unreadable(
                    "DAMAGED_JSON",
                    "is cut off or damaged (%s): run the query again, with fewer results if it took too long",
                    e.getOriginalMessage());
        }
        return solutions;
    }

    /** Goes from the start of the results to the start of the list of bindings. */
    private static void enterBindings(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var isFound = parser.currentName().equals("bindings");
            var token = parser.nextToken();
            if (isFound && token == JsonToken.START_ARRAY) {
                return;
            }
            parser.skipChildren();
        }
        throw new StreamReadException(parser, "the results have no list of bindings");
    }

    /** The next solution; null after the last. */
    private static @Nullable JsonNode nextSolution(JsonParser parser) {
        var token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
            return parser.readValueAsTree();
        }
        if (token != JsonToken.END_ARRAY) {
            throw new StreamReadException(parser, "a binding is not an object");
        }
        return null;
    }

    private static void skipToEndOfObject(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    @Override
    public FileDialect dialect() {
        return new FileDialect(FileFormat.SPARQL_JSON, encoding.charset(), encoding.certain(), null, null, 0, null);
    }

    @Override
    public TableColumns columns() {
        return columns;
    }

    @Override
    public List<FileFinding> findings() {
        return List.of();
    }

    @Override
    public Lines lines() throws IOException {
        return new Solutions();
    }

    /** The text of a term: the address, the literal, or the label of a blank node; "" if the variable is not bound. */
    private static String value(JsonNode solution, String variable) {
        return solution.path(variable).path("value").asString("");
    }

    /** One pass over the solutions. */
    private final class Solutions implements Lines {

        private final CountedInput in = source.open();
        private final JsonParser parser;
        private int number;
        private boolean isOver;

        Solutions() throws IOException {
            this.parser = JSON.createParser(source.text(encoding, in));
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var isFound = parser.currentName().equals("results");
                parser.nextToken();
                if (isFound) {
                    break;
                }
                parser.skipChildren();
            }
            enterBindings(parser);
        }

        @Override
        public @Nullable TableLine next() throws IOException {
            try {
                var solution = isOver ? null : nextSolution(parser);
                if (solution == null) {
                    isOver = true;
                    return null;
                }
                var cells = variables.stream()
                        .map(variable -> value(solution, variable))
                        .toList();
                return columns.line(++number, cells, new ArrayList<>(), source.limits());
            } catch (JacksonException e) {
                throw new IOException(e.getOriginalMessage(), e);
            }
        }

        @Override
        public long bytesRead() {
            return in.count();
        }

        @Override
        public long blankLines() {
            return 0;
        }

        @Override
        public void close() throws IOException {
            parser.close();
            in.close();
        }
    }
}
