package io.throughline.writing.curation;

import io.throughline.graphql.change.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a change: the source of every payload in {@code graphql/curation.graphqls}.
 *
 * @param entityId what was added or changed; null when nothing was
 * @param claimId the claim that states it; after a rejection, the existing claim that prevents the change
 * @param activity null when nothing was changed
 */
record MutationResult(
        @Nullable String entityId,
        @Nullable String claimId,
        @Nullable Activity activity,
        List<UserError> userErrors) {}
