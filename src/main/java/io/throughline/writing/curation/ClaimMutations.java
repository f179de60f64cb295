package io.throughline.writing.curation;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.writing.curation.CurationInputs.AssertFigureInput;
import io.throughline.writing.curation.CurationInputs.AssertMembershipInput;
import io.throughline.writing.curation.CurationInputs.AssertStatementInput;
import io.throughline.writing.curation.CurationInputs.RetractClaimInput;
import io.throughline.writing.curation.CurationInputs.SetRankInput;
import io.throughline.writing.curation.CurationInputs.SupersedeClaimInput;
import io.throughline.writing.curation.EditRunner.Edit;
import io.throughline.writing.ledger.Ledger;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

/** States, corrects and retracts facts; see {@code graphql/curation.graphqls}. */
@Controller
@PreAuthorize("hasRole('CURATOR')")
class ClaimMutations {

    private final EditRunner edits;
    private final Ledger ledger;
    private final FactAssertions assertions;

    ClaimMutations(EditRunner edits, Ledger ledger, FactAssertions assertions) {
        this.edits = edits;
        this.ledger = ledger;
        this.assertions = assertions;
    }

    @MutationMapping
    MutationResult assertMembership(@Argument AssertMembershipInput input, Principal person) {
        return edits.edit(person, EditAction.ASSERT, input.comment(), edit -> assertions.membership(edit, input));
    }

    @MutationMapping
    MutationResult assertStatement(@Argument AssertStatementInput input, Principal person) {
        return edits.edit(person, EditAction.ASSERT, input.comment(), edit -> assertions.statement(edit, input));
    }

    @MutationMapping
    MutationResult assertFigure(@Argument AssertFigureInput input, Principal person) {
        return edits.edit(person, EditAction.ASSERT, input.comment(), edit -> assertions.figure(edit, input));
    }

    @MutationMapping
    MutationResult supersedeClaim(
            @Argument SupersedeClaimInput input, Principal person, DataFetchingEnvironment environment) {
        Map<String, Object> rawInput = Objects.requireNonNull(environment.getArgument("input"));
        return edits.edit(
                person,
                EditAction.SUPERSEDE,
                input.comment(),
                edit -> ClaimCorrector.supersede(ledger, edit, input, rawInput));
    }

    @MutationMapping
    MutationResult retractClaim(@Argument RetractClaimInput input, Principal person) {
        return edits.edit(person, EditAction.RETRACT, input.comment(), edit -> {
            checkClaim(edit, input.claim(), input.expectedRevision());
            ledger.withdraw(edit.transaction(), edit.by(), List.of(input.claim()), input.reason());
            return edit.done(input.claim(), input.claim());
        });
    }

    @MutationMapping
    MutationResult setRank(@Argument SetRankInput input, Principal person) {
        return edits.edit(person, EditAction.RANK, input.comment(), edit -> {
            var checks = checkClaim(edit, input.claim(), input.expectedRevision());
            if (checks.node(input.claim()).rank().equals(input.rank().name())) {
                checks.error("ALREADY_STATED", "the claim already has this rank", "rank")
                        .rejectIfInvalid(input.claim());
            }
            var ranked =
                    ledger.rank(edit.transaction(), edit.by(), List.of(input.claim()), input.rank(), input.reason());
            var id = ranked.get(input.claim());
            return edit.done(String.valueOf(id), id);
        });
    }

    /** Checks that a claim to be changed exists. */
    private static InputValidation checkClaim(Edit edit, String id, @Nullable Integer expectedRevision) {
        return new InputValidation(edit.transaction())
                .is(id, "Claim", "claim")
                .revision(id, expectedRevision)
                .validate();
    }
}
