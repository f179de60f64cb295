package io.throughline.reference.id;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How ids of this graph are written, e.g. {@code race-to-zero}, {@code climactor-2022-12}. */
public final class IdSyntax {

    private static final Pattern NEW = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");

    /** A country by ISO 3166-1 alpha-2 or a subdivision by ISO 3166-2. */
    private static final Pattern PLACE = Pattern.compile("[A-Z]{2}(?:-[A-Z0-9]{1,3})?");

    /** Ids of memberships and review items contain other ids and names. */
    private static final Pattern ANY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/,'()&:-]{0,299}");

    private static final int LONGEST_NEW = 100;

    private IdSyntax() {}

    /** Whether a text is written like the id of a new thing: lower-case letters and digits, joined by hyphens or dots. */
    public static boolean isNew(String text) {
        return NEW.matcher(text).matches();
    }

    /** Whether a text is written like the id of a country or a subdivision, e.g. {@code US} or {@code US-MA}. */
    public static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    /** Whether anything in the graph could have this id. */
    public static boolean canBeId(String text) {
        return ANY.matcher(text).matches();
    }

    /** What is wrong with the id of a new thing, for a person; null when it is valid. */
    public static @Nullable String fault(String id) {
        return id.length() <= LONGEST_NEW && isNew(id)
                ? null
                : "'%s' is not a valid new id (expected at most %d lower-case letters and digits, joined by - or .)"
                        .formatted(id.substring(0, Math.min(id.length(), LONGEST_NEW)), LONGEST_NEW);
    }

    /** A constant as it appears in ids, e.g. {@code co-organiser} for {@code CO_ORGANISER}. */
    public static String slug(Enum<?> constant) {
        return slug(constant.name());
    }

    /** Words as they appear in ids: in lower case, joined by hyphens, e.g. {@code new-york-city}. */
    public static String slug(String words) {
        return words.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }
}
