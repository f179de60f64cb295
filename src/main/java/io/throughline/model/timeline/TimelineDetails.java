package io.throughline.model.timeline;

import io.throughline.model.source.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts for the label of a dated node, and the claims that give its dates.
 *
 * @param name its own name; empty for a fact, which has none
 * @param subject the name of its subject; empty when it has none
 * @param object the name of what the subject is in; empty when it has none
 */
record TimelineDetails(String name, String subject, String object, List<Support> support) {

    /** A claim, and the properties of the node that it gives. */
    record Support(Claim claim, List<String> properties) {}

    String label(TimelineEntry entry) {
        return switch (entry.kind()) {
            case EVENT, PUBLISHED -> name;
            case ISSUED -> name + ": issued";
            case VALID -> name + ": valid";
            case INVOLVEMENT -> "%s: %s %s".formatted(subject, entry.word(), object);
            case MEMBERSHIP_FROM -> "%s: begins as %s of %s".formatted(subject, entry.word(), object);
            case MEMBERSHIP_TO -> "%s: ends as %s of %s".formatted(subject, entry.word(), object);
            case FIGURE -> "%s: %s".formatted(subject, entry.word());
            case CRITERIA_FROM -> name + ": begin";
            case CRITERIA_TO -> name + ": end";
            case ENTRY_ROUTE -> "%s: open for %s".formatted(object, entry.word());
        };
    }

    /** The claims that give the date, or all claims of the node when none gives it by itself. */
    List<Claim> claims(TimelineEntry entry) {
        var dating = support.stream()
                .filter(each -> each.properties().contains(entry.kind().property()))
                .toList();
        return (dating.isEmpty() ? support : dating)
                .stream().map(Support::claim).toList();
    }

    @Nullable String sourceId(TimelineEntry entry) {
        if (entry.kind() == TimelineKind.PUBLISHED) {
            return entry.aboutId();
        }
        var claims = claims(entry);
        return claims.isEmpty() ? null : claims.get(0).sourceId();
    }
}
