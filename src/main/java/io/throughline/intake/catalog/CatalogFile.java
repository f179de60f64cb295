package io.throughline.intake.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.id.IdSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a catalogue of lists, a CSV file in UTF-8 with one list per row, and finds all mistakes in it in one go. */
final class CatalogFile {

    private static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "publisher",
            "content",
            "size",
            "licence",
            "licence_url",
            "allows",
            "url",
            "page_url",
            "mapping",
            "sha256",
            "edition",
            "note");

    /** Lenient about the number of cells, which is checked here to give a better message. */
    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);

    private final String name;
    private final List<String> mistakes = new ArrayList<>();

    private CatalogFile(String name) {
        this.name = name;
    }

    /**
     * The lists in a file by id, in order.
     *
     * @param name of the file, for messages
     * @throws InvalidCatalogException if it has mistakes; names them all
     */
    static Map<String, PublishedList> read(String text, String name) {
        var file = new CatalogFile(name);
        var lists = new LinkedHashMap<String, PublishedList>();
        var records = file.records(text);
        if (records.isEmpty() || !records.get(0).getFields().equals(COLUMNS)) {
            file.mistakes.add("%s, line 1: the header must have the columns %s, in this order."
                    .formatted(name, String.join(", ", COLUMNS)));
        } else {
            for (var row : records.subList(1, records.size())) {
                var list = file.list(row);
                if (list != null && lists.putIfAbsent(list.id(), list) != null) {
                    file.mistake(row, "id", "'%s' is already the id of another list".formatted(list.id()));
                }
            }
        }
        if (!file.mistakes.isEmpty()) {
            throw new InvalidCatalogException(file.mistakes);
        }
        return lists;
    }

    private List<CsvRecord> records(String text) {
        var records = new ArrayList<CsvRecord>();
        try (var csv = CSV.ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            csv.forEach(records::add);
        } catch (CsvParseException e) {
            mistakes.add("%s: unbalanced quotes: %s".formatted(name, e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    private @Nullable PublishedList list(CsvRecord row) {
        var before = mistakes.size();
        if (row.getFieldCount() != COLUMNS.size()) {
            mistakes.add("%s, line %d: the line has %d cells (expected %d, as in the header)."
                    .formatted(name, row.getStartingLineNumber(), row.getFieldCount(), COLUMNS.size()));
            return null;
        }
        var id = required(row, "id", CatalogFile::isId, "lower-case letters and digits joined by - or .");
        var title = required(row, "title");
        var publisher = required(row, "publisher");
        var content = required(row, "content");
        var licence = required(row, "licence");
        var allows = required(row, "allows");
        var pageUrl = required(row, "page_url", CatalogFile::isUrl, "an address that starts with http:// or https://");
        var mapping = required(row, "mapping", CatalogFile::isId, "the id of a mapping");
        var edition = required(row, "edition", CatalogFile::isDate, PartialDate.EXPECTED);
        var licenceUrl =
                optional(row, "licence_url", CatalogFile::isUrl, "an address that starts with http:// or https://");
        var url = optional(row, "url", CatalogFile::isUrl, "an address that starts with http:// or https://");
        var size = optional(row, "size", text -> text.matches("[1-9]\\d{0,14}"), "a number of bytes in plain digits");
        var sha256 = optional(
                row, "sha256", text -> text.matches("[0-9a-f]{64}"), "64 hexadecimal digits in lower case, or nothing");
        if (mistakes.size() > before) {
            return null;
        }
        return PublishedListBuilder.builder()
                .id(id)
                .title(title)
                .publisher(publisher)
                .content(content)
                .licence(licence)
                .allows(allows)
                .pageUrl(pageUrl)
                .mapping(mapping)
                .edition(PartialDate.parse(edition))
                .licenceUrl(licenceUrl)
                .url(url)
                .size(size == null ? null : Long.valueOf(size))
                .sha256(sha256)
                .note(optional(row, "note", text -> true, ""))
                .build();
    }

    private String required(CsvRecord row, String column) {
        return required(row, column, text -> true, "a text");
    }

    private String required(CsvRecord row, String column, Predicate<String> valid, String expected) {
        var text = optional(row, column, valid, expected);
        if (text == null && cell(row, column).isEmpty()) {
            mistake(row, column, "the cell is empty (expected %s)".formatted(expected));
        }
        return text == null ? "" : text;
    }

    /** A cell without surrounding whitespace; null if it is empty or, with a mistake, invalid. */
    private @Nullable String optional(CsvRecord row, String column, Predicate<String> valid, String expected) {
        var text = cell(row, column);
        if (text.isEmpty()) {
            return null;
        }
        if (!valid.test(text)) {
            mistake(row, column, "'%s' is invalid (expected %s)".formatted(text, expected));
            return null;
        }
        return text;
    }

    private static String cell(CsvRecord row, String column) {
        return row.getField(COLUMNS.indexOf(column)).strip();
    }

    private void mistake(CsvRecord row, String column, String message) {
        mistakes.add("%s, line %d, column %s: %s.".formatted(name, row.getStartingLineNumber(), column, message));
    }

    private static boolean isId(String text) {
        return IdSyntax.fault(text) == null;
    }

    private static boolean isDate(String text) {
        try {
            PartialDate.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isUrl(String text) {
        try {
            return ListDownloader.isAllowed(new URI(text));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
