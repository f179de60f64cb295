package io.throughline.graphql.connection;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param count how many, 0 or more; a limit is kept before any field is fetched
 * @param beside the entry it begins behind or, backward, stops in front of; null for the beginning or the end
 * @param backward whether it is taken from the end
 */
public record PageRequest(int count, @Nullable ListCursor beside, boolean backward) {

    /** Entries of a page when the caller does not say. */
    public static final int USUAL = 20;

    /** No page of a list: for what is said about all of it. */
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
     * Reads the arguments of the field that is fetched.
     *
     * @throws InvalidArgumentException if a count is negative, a cursor is none of ours, or the two directions are mixed
     */
    static PageRequest of(DataFetchingEnvironment environment) {
        return of(
                environment.getArgument("first"),
                environment.getArgument("after"),
                environment.getArgument("last"),
                environment.getArgument("before"));
    }

    /** The same with another count. */
    public PageRequest of(int entries) {
        return new PageRequest(entries, beside, backward);
    }

    private static int count(String argument, @Nullable Integer value) {
        var count = value == null ? USUAL : value;
        if (count < 0) {
            throw new InvalidArgumentException(argument, count, "a whole number from 0");
        }
        return count;
    }

    private static @Nullable ListCursor cursor(String argument, @Nullable String text) {
        return text == null ? null : ListCursor.read(argument, text);
    }
}
