package io.throughline.intake.reconcile;

import static java.util.stream.Collectors.joining;

import io.throughline.reference.id.IdSyntax;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Memberships in words, as the graph has them: a partner is named only where a source names it. */
final class MembershipText {

    /** The roles that make an agent a member, as in every list and number of the schema. */
    private static final Set<String> MEMBER_ROLES = Set.of("MEMBER", "SIGNATORY");

    /** The stages in which a membership must not be read as one that is in force. */
    private static final Set<String> NOT_IN_FORCE = Set.of("ANNOUNCED", "SUSPENDED", "ENDED", "NOT_MEMBER");

    private MembershipText() {}

    /** Whether it can be listed by its organization alone: as a member, and not lapsed, announced or denied. */
    static boolean isMember(JsonNode membership) {
        return MEMBER_ROLES.contains(membership.path("role").asString())
                && !NOT_IN_FORCE.contains(membership.path("status").asString(""))
                && !membership.path("lapsed").asBoolean(false)
                && !membership.path("holdsToday").asString("").equals("DOES_NOT_HOLD");
    }

    /** One line, e.g. {@code Race to Zero: member, partner not stated, from 2021, in force}. */
    static String line(JsonNode membership) {
        return membership.path("organization").path("name").asString() + ": "
                + Stream.of(
                                IdSyntax.words(membership.path("role").asString()),
                                partner(membership),
                                dated("from ", membership.path("validFrom")),
                                dated("until ", membership.path("validTo")),
                                status(membership),
                                membership.path("strength").asString("").equals("IMPLIED")
                                        ? "only implied by its sources"
                                        : "")
                        .filter(part -> !part.isEmpty())
                        .collect(joining(", "));
    }

    private static String partner(JsonNode membership) {
        return switch (membership.path("viaStatus").asString("")) {
            case "NAMED" -> "via " + PropertyValue.chainText(membership.path("via"));
            case "UNNAMED" -> "via an organization that is not named";
            case "NOT_STATED" -> "partner not stated";
            default -> "";
        };
    }

    private static String dated(String word, JsonNode date) {
        return date.isString() ? word + date.asString() : "";
    }

    private static String status(JsonNode membership) {
        var status = membership.path("status").asString("");
        return status.equals("NOT_MEMBER")
                ? "denied by a source"
                : membership.path("lapsed").asBoolean(false) && !status.equals("ENDED")
                        ? "not in a later complete list"
                        : IdSyntax.words(status);
    }
}
