package io.throughline.connection;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param count how many, 0 or more; a limit is kept before any field is fetched
 * @param beside the entry it begins behind or, backward, stops in front of; null for the beginning or the end
 * @param backward whether it is taken from the end
 */
public record Page(int count, @Nullable Cursor beside, boolean backward) {

    /** Entries of a page when the caller does not say. */
    public static final int USUAL = 20;

    /** No page of a list: for what is said about all of it. */
    static final Page NONE = new Page(0, null, false);

    private static Page of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (last == null && before == null) {
            return new Page(count("first", first), cursor("after", after), false);
        }
        if (first != null || after != null) {
            throw new BadArgument(
                    last == null ? "before" : "last",
                    last == null ? before : last,
                    "either first and after, or last and before");
        }
        return new Page(count("last", last), cursor("before", before), true);
    }

    /**
     * Reads the arguments of the field that is fetched.
     *
     * @throws BadArgument if a count is negative, a cursor is none of ours, or the two directions are mixed
     */
    static Page of(DataFetchingEnvironment environment) {
        return of(
                environment.getArgument("first"),
                environment.getArgument("after"),
                environment.getArgument("last"),
                environment.getArgument("before"));
    }

    /** The same with another count. */
    public Page of(int entries) {
        return new Page(entries, beside, backward);
    }

    private static int count(String argument, @Nullable Integer value) {
        var count = value == null ? USUAL : value;
        if (count < 0) {
            throw new BadArgument(argument, count, "a whole number from 0");
        }
        return count;
    }

    private static @Nullable Cursor cursor(String argument, @Nullable String text) {
        return text == null ? null : Cursor.read(argument, text);
    }
}
