package io.throughline.writing.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a claim differs from the one it supersedes; a null removes a value.
 *
 * @param claim changed properties of the claim: its evidence and its value
 * @param values changed values that it gives the memberships it supports
 * @param ids replacement agent ids, by the ids they replace
 */
public record ClaimPatch(
        Map<String, @Nullable Object> claim, Map<String, @Nullable Object> values, Map<String, String> ids) {}
