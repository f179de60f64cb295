package io.throughline.connection;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param first how many, 0 to {@value #MOST}
 * @param after the entry it begins behind; null for the beginning
 */
public record Page(int first, @Nullable Cursor after) {

    /** The most entries of one page. */
    public static final int MOST = 200;

    /** Entries of a page when the caller does not say. */
    public static final int USUAL = 20;

    /**
     * Reads the arguments of a field.
     *
     * @throws BadArgument if {@code first} is out of range or {@code after} is no cursor of ours
     */
    public static Page of(@Nullable Integer first, @Nullable String after) {
        var count = first == null ? USUAL : first;
        if (count < 0 || count > MOST) {
            throw new BadArgument("first", count, "a whole number from 0 to " + MOST);
        }
        return new Page(count, after == null ? null : Cursor.read(after));
    }

    /** What a statement needs: {@code limit} (one more than asked, to see whether more follows) and where to begin. */
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("limit", first + 1);
        parameters.put("afterKey", after == null ? "" : after.key());
        parameters.put("afterId", after == null ? "" : after.id());
        return parameters;
    }
}
