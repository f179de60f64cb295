package io.throughline.writing.ledger;

import io.throughline.model.campaign.TargetKind;
import io.throughline.reference.name.NameKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a claim about a membership says that the member has promised, whoever the member is.
 *
 * @param text what is promised, in the words of the source, e.g. {@code Net zero}
 * @param targetYear null if no year is given
 * @param target the date in words if it is not a year, e.g. {@code 2040s or sooner}
 * @param underId the organization under which it was made; null if the source names none
 */
public record PledgeStatement(
        String text,
        @Nullable Integer targetYear,
        @Nullable String target,
        @Nullable String underId) {

    /** The same promise by the same member has the same id, whichever source states it. */
    String id(String memberId) {
        var id = new StringBuilder("pledge.").append(memberId).append('.').append(slug(text));
        if (targetYear != null) {
            id.append('.').append(targetYear);
        } else if (target != null) {
            id.append('.').append(slug(target));
        }
        return underId == null ? id.toString() : id.append('.').append(underId).toString();
    }

    PledgeStatement with(Map<String, String> replacements) {
        return new PledgeStatement(
                text, targetYear, target, underId == null ? null : replacements.getOrDefault(underId, underId));
    }

    Map<String, Object> properties(String memberId) {
        return new NodeProperties()
                .put("subjectId", memberId)
                .put("text", text)
                .put("kind", TargetKind.of(text))
                .put("targetYear", targetYear)
                .put("target", target)
                .put("underId", underId)
                .properties();
    }

    private static String slug(String words) {
        var slug = NameKey.of(words).plain().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? Integer.toHexString(words.hashCode()) : slug;
    }
}
