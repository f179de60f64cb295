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

/** Puts a corrected claim in the place of one. */
final class ClaimCorrector {

    private static final List<String> DATES = List.of("validFrom", "validTo", "asOf");

    /** How fields are called in the graph, where that is another word. */
    private static final Map<String, String> STORED = Map.of("post", "postId", "area", "areaId", "source", "sourceId");

    /** What a claim always has. */
    private static final List<String> NEEDED = List.of("source", "strength", "rank");

    private ClaimCorrector() {}

    /** @param given the input as it was sent, where fields left out are absent and those to be taken off are null */
    static MutationResult supersede(Ledger ledger, Edit edit, SupersedeClaimInput input, Map<String, Object> given) {
        var checks = new InputValidation(edit.transaction())
                .is(input.claim(), "Claim", "claim")
                .revision(input.claim(), input.expectedRevision());
        var said = changes(input.membership(), "membership", checks);
        var evidence = changes(input.evidence(), "evidence", checks);
        if (given.containsKey("value")) {
            evidence.put("value", FactAssertions.value(given.get("value"), checks));
        }
        checks.is((String) said.get("postId"), "Secretariat", "membership", "post")
                .is((String) said.get("areaId"), "Place", "membership", "area")
                .is((String) evidence.get("sourceId"), "Source", "evidence", "source");
        if (said.isEmpty() && evidence.isEmpty()) {
            checks.error("NOTHING_CHANGED", "say what is otherwise: membership, value or evidence");
        }
        checks.done();
        var claim = checks.thing(input.claim());
        if (!said.isEmpty() && !claim.onMembership()) {
            checks.error("WRONG_KIND", "the claim is on no membership", "membership");
        }
        if (given.containsKey("value") && (claim.onMembership() || claim.onFigure())) {
            checks.error(
                    "VALUE_FIXED",
                    "the value of a claim on a membership or figure makes it the one it is: retract the claim and assert another",
                    "value");
        }
        checks.refuseIfWrong(null);
        if (given.containsKey("value")) {
            said.put(claim.property(), evidence.get("value"));
        }
        if (evidence.get("inferred") == Boolean.FALSE) {
            evidence.put("inferred", null);
        }
        var superseded = ledger.supersede(
                edit.transaction(),
                edit.by(),
                Map.of(input.claim(), new ClaimPatch(evidence, said, Map.of())),
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
            if (value == null && NEEDED.contains(field)) {
                checks.error("VALUE_INVALID", "every claim has this: leave it out to keep it", name, field);
            } else if (DATES.contains(field)) {
                changes.put(field, checks.date((String) value, name, field));
            } else {
                changes.put(STORED.getOrDefault(field, field), value);
            }
        });
        return changes;
    }
}
