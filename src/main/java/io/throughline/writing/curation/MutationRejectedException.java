package io.throughline.writing.curation;

import io.throughline.graphql.change.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rejects a change for expected reasons and rolls it back; the errors become part of the payload. */
final class MutationRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<UserError> errors;
    private final @Nullable String claimId;

    MutationRejectedException(List<UserError> errors, @Nullable String claimId) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
        this.claimId = claimId;
    }

    MutationResult result() {
        return new MutationResult(null, claimId, null, errors);
    }
}
