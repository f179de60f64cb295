package io.throughline.dataset;

import io.throughline.reference.date.PartialDate;
import io.throughline.reference.id.IdSyntax;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file: how its cells are read, and what they become in the graph.
 *
 * @param name as in the header of the file
 * @param property of the node; {@code null} when the cell does not become a property
 * @param required whether an empty cell is an error
 * @param read converts a cell that is not empty; throws an {@link IllegalArgumentException} that explains what is wrong
 * @param reference what the ids in the cell refer to; {@code null} when the cell does not hold ids
 */
record DatasetColumn(
        String name,
        @Nullable String property,
        boolean required,
        Function<String, Object> read,
        @Nullable Reference reference) {

    /**
     * The kind of node that a cell refers to, and the relationship that it becomes.
     *
     * @param label the label that the node must have
     * @param relationship its type; {@code null} when no relationship is created
     */
    record Reference(String label, @Nullable String relationship) {}

    private static final Function<String, Object> DATE = PartialDate::parse;
    private static final Pattern INTEGER = Pattern.compile("-?\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    static DatasetColumn id(String name) {
        return new DatasetColumn(name, null, true, DatasetColumn::readId, null);
    }

    static DatasetColumn text(String name) {
        return new DatasetColumn(name, camel(name), false, text -> text, null);
    }

    /** Several texts, separated by semicolons. */
    static DatasetColumn texts(String name) {
        return new DatasetColumn(name, camel(name), false, DatasetColumn::split, null);
    }

    /** A text, or several if it contains a semicolon. */
    static DatasetColumn value(String name) {
        return new DatasetColumn(name, camel(name), false, text -> text.contains(";") ? split(text) : text, null);
    }

    static DatasetColumn date(String name) {
        return new DatasetColumn(name, camel(name), false, DATE, null);
    }

    /** A date that has a day. */
    static DatasetColumn day(String name) {
        return new DatasetColumn(name, camel(name), false, DatasetColumn::readDay, null);
    }

    /** Numbers joined by dots, as {@link DatasetVersions} compares them. */
    static DatasetColumn version(String name) {
        return new DatasetColumn(name, camel(name), false, DatasetVersions::check, null);
    }

    static DatasetColumn instant(String name) {
        return new DatasetColumn(name, camel(name), false, DatasetColumn::readInstant, null);
    }

    static DatasetColumn integer(String name) {
        return new DatasetColumn(name, camel(name), false, DatasetColumn::readInteger, null);
    }

    static DatasetColumn decimal(String name) {
        return new DatasetColumn(name, camel(name), false, DatasetColumn::readDecimal, null);
    }

    static DatasetColumn flag(String name) {
        return new DatasetColumn(
                name,
                camel(name),
                false,
                text -> readOneOf(text, List.of("YES")).equals("YES"),
                null);
    }

    /** The name of an enum constant. */
    static DatasetColumn oneOf(String name, Class<? extends Enum<?>> constants) {
        var allowed =
                Arrays.stream(constants.getEnumConstants()).map(Enum::name).toList();
        return new DatasetColumn(name, camel(name), false, text -> readOneOf(text, allowed), null);
    }

    /** The id of one node with this label, to which a relationship of this type is created. */
    static DatasetColumn to(String name, String label, @Nullable String relationship) {
        return new DatasetColumn(
                name, camel(name) + "Id", false, DatasetColumn::readId, new Reference(label, relationship));
    }

    /** The ids of several nodes, in order. */
    static DatasetColumn toAll(String name, String property, String label, String relationship) {
        return new DatasetColumn(
                name,
                property,
                false,
                text -> split(text).stream().map(DatasetColumn::readId).toList(),
                new Reference(label, relationship));
    }

    DatasetColumn mandatory() {
        return new DatasetColumn(name, property, true, read, reference);
    }

    /** This column stored as another property, or as none. */
    DatasetColumn as(@Nullable String other) {
        return new DatasetColumn(name, other, required, read, reference);
    }

    /** Whether the graph has two more properties for it: the first and the last day. */
    boolean isDate() {
        return read == DATE;
    }

    private static String readId(String text) {
        if (!IdSyntax.isNew(text) && !IdSyntax.isPlace(text)) {
            throw new IllegalArgumentException(
                    "'%s' is not a valid id (expected lower-case letters and digits joined by - or ., or an ISO code)"
                            .formatted(text));
        }
        return text;
    }

    private static List<String> split(String text) {
        var values = Arrays.stream(text.split(";", -1)).map(String::strip).toList();
        if (values.contains("")) {
            throw new IllegalArgumentException("'%s' has a semicolon without a value on both sides".formatted(text));
        }
        return values;
    }

    private static String readOneOf(String text, List<String> allowed) {
        if (!allowed.contains(text)) {
            throw new IllegalArgumentException("'%s' is not one of %s".formatted(text, String.join(", ", allowed)));
        }
        return text;
    }

    private static Object readInteger(String text) {
        try {
            if (INTEGER.matcher(text).matches()) {
                return Long.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is too large a number".formatted(text), e);
        }
        throw new IllegalArgumentException("'%s' is not a whole number in plain digits".formatted(text));
    }

    private static Object readDecimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("'%s' is not a number in plain digits".formatted(text));
        }
        return Double.valueOf(text);
    }

    private static Object readDay(String text) {
        var date = PartialDate.parse(text);
        if (date.precision() != PartialDate.Precision.DAY) {
            throw new IllegalArgumentException("'%s' is not a valid day (expected e.g. 2026-11-22)".formatted(text));
        }
        return date;
    }

    private static Object readInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'%s' is not a valid time (expected e.g. 2020-11-16T07:00:00Z)".formatted(text), e);
        }
    }

    private static String camel(String name) {
        var camel = new StringBuilder();
        for (var part : name.split("_", -1)) {
            camel.append(camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }
}
