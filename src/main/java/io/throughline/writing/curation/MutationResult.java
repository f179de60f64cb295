package io.throughline.writing.curation;

import io.throughline.graphql.change.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change: every payload of {@code graphql/curation.graphqls}.
 *
 * @param thingId what was added or changed; null when nothing was
 * @param claimId the claim that says so; of a refusal, the one that is in the way
 * @param activity null when nothing was done
 */
record MutationResult(
        @Nullable String thingId,
        @Nullable String claimId,
        @Nullable Activity activity,
        List<UserError> userErrors) {}
