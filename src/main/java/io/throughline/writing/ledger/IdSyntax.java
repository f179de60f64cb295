package io.throughline.writing.ledger;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The syntax of ids that people choose for new entities. */
public final class IdSyntax {

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");
    private static final int LONGEST = 100;

    private IdSyntax() {}

    /** Explains to a person why an id is invalid; null when it is valid. */
    public static @Nullable String fault(String id) {
        return id.length() <= LONGEST && WELL_FORMED.matcher(id).matches()
                ? null
                : "'%s' is not a valid new id (expected at most 100 lower-case letters and digits, joined by - or .)"
                        .formatted(id.substring(0, Math.min(id.length(), LONGEST)));
    }
}
