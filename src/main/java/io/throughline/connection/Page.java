package io.throughline.connection;

import java.util.HashMap;
import java.util.Map;
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

    /** Sorts behind every text: the last code point there is. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /**
     * Reads the arguments of a field.
     *
     * @throws BadArgument if a count is negative, a cursor is none of ours, or the two directions are mixed
     */
    public static Page of(
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

    /** What a statement needs: {@code limit} (one more than asked, to see whether more follows) and where to begin. */
    Map<String, Object> parameters() {
        var edge = backward ? LAST : "";
        var parameters = new HashMap<String, Object>();
        parameters.put("limit", count + 1);
        parameters.put("afterKey", beside == null ? edge : beside.key());
        parameters.put("afterId", beside == null ? edge : beside.id());
        return parameters;
    }
}
