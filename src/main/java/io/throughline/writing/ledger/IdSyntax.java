package io.throughline.writing.ledger;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that people give to what they add. */
public final class IdSyntax {

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");
    private static final int LONGEST = 100;

    private IdSyntax() {}

    /** What is wrong with one, for a person; null when nothing is. */
    public static @Nullable String fault(String id) {
        return id.length() <= LONGEST && WELL_FORMED.matcher(id).matches()
                ? null
                : "'%s' is no new id: at most 100 lower case letters and digits, joined by - or ."
                        .formatted(id.substring(0, Math.min(id.length(), LONGEST)));
    }
}
