package io.throughline.graphql.connection;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is requested.
 *
 * @param count page size, 0 or more; the upper limit is checked before any field is fetched
 * @param cursor the entry before the first one or, backward, after the last one; null for the start or the end
 * @param backward whether it is counted from the end
 */
public record PageRequest(int count, @Nullable ListCursor cursor, boolean backward) {

    /** Page size if the caller gives none. */
    public static final int DEFAULT_COUNT = 20;

    /** No page, for statements about the whole list. */
    static final PageRequest NONE = new PageRequest(0, null, false);

    private static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (last == null && before == null) {
            return new PageRequest(count("first", first), cursor("after", after), false);
        }
        if (first != null || after != null) {
            throw new InvalidArgumentException(
                    last == null ? "before" : "last",
                    last == null ? before : last,
                    "either first and after, or last and before");
        }
        return new PageRequest(count("last", last), cursor("before", before), true);
    }

    /**
     * Reads the arguments of the current field.
     *
     * @throws InvalidArgumentException if a count is negative, a cursor is invalid, or the two directions are mixed
     */
    static PageRequest of(DataFetchingEnvironment environment) {
        return of(
                environment.getArgument("first"),
                environment.getArgument("after"),
                environment.getArgument("last"),
                environment.getArgument("before"));
    }

    private static int count(String argument, @Nullable Integer value) {
        var count = value == null ? DEFAULT_COUNT : value;
        if (count < 0) {
            throw new InvalidArgumentException(argument, count, "a whole number from 0");
        }
        return count;
    }

    private static @Nullable ListCursor cursor(String argument, @Nullable String text) {
        return text == null ? null : ListCursor.read(argument, text);
    }
}
