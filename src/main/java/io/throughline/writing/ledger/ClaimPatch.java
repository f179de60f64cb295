package io.throughline.writing.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a claim says otherwise than the one it supersedes; a null takes a value off.
 *
 * @param claim properties of the claim: its evidence and its value
 * @param said what it says of the memberships that rest on it
 * @param ids other agents in place of some, by id
 */
public record ClaimPatch(
        Map<String, @Nullable Object> claim, Map<String, @Nullable Object> said, Map<String, String> ids) {}
