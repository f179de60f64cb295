package io.throughline.graphql.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a change was not made, told as data: every payload of a mutation has {@code userErrors: [UserError!]!}. What the
 * caller must not do, or cannot ask at all, remains an error of GraphQL.
 *
 * @param code stable, in capitals, e.g. {@code NAME_TAKEN}
 * @param field names from the argument down to what is wrong, e.g. {@code input}, {@code name}; null when it is not one value
 * @param message what is wrong and what is expected, a sentence for people
 */
public record UserError(String code, @Nullable List<String> field, String message) {

    /** One about a value. */
    public static UserError about(List<String> field, String code, String message) {
        return new UserError(code, field, message);
    }

    /** One about the change as a whole. */
    public static UserError of(String code, String message) {
        return new UserError(code, null, message);
    }
}
