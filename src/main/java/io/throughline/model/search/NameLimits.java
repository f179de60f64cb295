package io.throughline.model.search;

/** How many names may be looked up at once, and how long each may be, wherever they come from. */
public final class NameLimits {

    /** The maximum number of names per request. */
    public static final int MAX_NAMES = 500;

    /** The maximum length of a name or a text to search for, in characters. */
    public static final int MAX_LENGTH = 200;

    private NameLimits() {}

    /** Whether a name has more characters than allowed. */
    public static boolean isTooLong(String name) {
        return TextChecks.length(name) > MAX_LENGTH;
    }
}
