package io.throughline.writing.curation;

import io.throughline.graphql.change.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a change back that an editor could expect to be refused; becomes a part of the payload. */
final class MutationRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<UserError> errors;
    private final @Nullable String claimId;

    MutationRejectedException(List<UserError> errors, @Nullable String claimId) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
        this.claimId = claimId;
    }

    MutationResult changed() {
        return new MutationResult(null, claimId, null, errors);
    }
}
