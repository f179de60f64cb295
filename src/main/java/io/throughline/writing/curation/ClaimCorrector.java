package io.throughline.writing.curation;

import io.throughline.writing.curation.CurationInputs.SupersedeClaimInput;
import io.throughline.writing.curation.EditRunner.Edit;
import io.throughline.writing.ledger.ClaimPatch;
import io.throughline.writing.ledger.Ledger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Supersedes a claim with a corrected one. */
final class ClaimCorrector {

    private static final List<String> DATES = List.of("validFrom", "validTo", "asOf");

    /** Graph properties of fields whose names differ. */
    private static final Map<String, String> PROPERTIES =
            Map.of("post", "postId", "area", "areaId", "source", "sourceId");

    /** Fields that every claim has. */
    private static final List<String> REQUIRED = List.of("source", "strength", "rank");

    private ClaimCorrector() {}

    /** @param rawInput the input as sent, in which omitted fields are absent and fields to be removed are null */
    static MutationResult supersede(Ledger ledger, Edit edit, SupersedeClaimInput input, Map<String, Object> rawInput) {
        var checks = new InputValidation(edit.transaction())
                .is(input.claim(), "Claim", "claim")
                .revision(input.claim(), input.expectedRevision());
        var values = changes(input.membership(), "membership", checks);
        var evidence = changes(input.evidence(), "evidence", checks);
        if (rawInput.containsKey("value")) {
            evidence.put("value", checks.statementValue(rawInput.get("value")));
        }
        checks.is((String) values.get("postId"), "Secretariat", "membership", "post")
                .is((String) values.get("areaId"), "Place", "membership", "area")
                .is((String) evidence.get("sourceId"), "Source", "evidence", "source");
        if (values.isEmpty() && evidence.isEmpty()) {
            checks.error("NOTHING_CHANGED", "nothing to change: give membership, value or evidence");
        }
        checks.validate();
        var claim = checks.node(input.claim());
        if (!values.isEmpty() && !claim.onMembership()) {
            checks.error("WRONG_KIND", "the claim is not about a membership", "membership");
        }
        if (rawInput.containsKey("value") && (claim.onMembership() || claim.onFigure())) {
            checks.error(
                    "VALUE_FIXED",
                    "the value of a claim about a membership or figure cannot be changed: retract the claim and assert a new one",
                    "value");
        }
        checks.rejectIfInvalid(null);
        if (rawInput.containsKey("value")) {
            values.put(claim.property(), evidence.get("value"));
        }
        if (evidence.get("inferred") == Boolean.FALSE) {
            evidence.put("inferred", null);
        }
        var superseded = ledger.supersede(
                edit.transaction(),
                edit.by(),
                Map.of(input.claim(), new ClaimPatch(evidence, values, Map.of())),
                input.reason());
        var id = Objects.requireNonNull(superseded.get(input.claim()));
        return edit.done(id, id);
    }

    private static Map<String, @Nullable Object> changes(
            @Nullable Map<String, @Nullable Object> fields, String name, InputValidation checks) {
        var changes = new HashMap<String, @Nullable Object>();
        if (fields == null) {
            return changes;
        }
        fields.forEach((field, value) -> {
            if (value == null && REQUIRED.contains(field)) {
                checks.error(
                        "VALUE_INVALID",
                        "every claim needs a %s: leave the field out to keep it".formatted(field),
                        name,
                        field);
            } else if (DATES.contains(field)) {
                changes.put(field, checks.date((String) value, name, field));
            } else {
                changes.put(PROPERTIES.getOrDefault(field, field), value);
            }
        });
        return changes;
    }
}
