package io.throughline.graphql.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expected reason why a change was refused; nothing was changed. Every mutation payload has {@code userErrors:
 * [UserError!]!}. Missing permissions and invalid requests are GraphQL errors instead.
 *
 * @param code stable, in capitals, e.g. {@code NAME_TAKEN}
 * @param field path from the argument to the wrong value, e.g. {@code input}, {@code name}; null if it is not about one value
 * @param message what is wrong and what was expected, for people
 */
public record UserError(String code, @Nullable List<String> field, String message) {

    /** An error about one value. */
    public static UserError about(List<String> field, String code, String message) {
        return new UserError(code, field, message);
    }

    /** An error about the change as a whole. */
    public static UserError of(String code, String message) {
        return new UserError(code, null, message);
    }
}
