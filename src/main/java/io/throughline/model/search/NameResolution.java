package io.throughline.model.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which agent a name means.
 *
 * @param name as given
 * @param candidates the match alone when there is one
 * @param note why it has no match, when the candidates do not show it
 */
record NameResolution(
        String name,
        NameStatus status,
        List<NamedAgent> candidates,
        @Nullable String note) {

    /** The id of the agent it means; null when that is not certain. */
    @Nullable String matchId() {
        return status == NameStatus.EXACT || status == NameStatus.ALIAS
                ? candidates.get(0).id()
                : null;
    }
}
