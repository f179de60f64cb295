package io.throughline.model.timeline;

import io.throughline.model.source.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to put a dated thing into words, and who gives its dates.
 *
 * @param name its own; empty for a fact, which has none
 * @param subject the name of who or what it speaks about; empty when there is none
 * @param object the name of what that is in; empty when there is none
 */
record TimelineDetails(String name, String subject, String object, List<Said> said) {

    /** A claim and the properties of the thing that it gives. */
    record Said(Claim claim, List<String> properties) {}

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

    /** The claims that give the date; those of the thing where none gives it by itself. */
    List<Claim> claims(TimelineEntry entry) {
        var dating = said.stream()
                .filter(each -> each.properties().contains(entry.kind().property()))
                .toList();
        return (dating.isEmpty() ? said : dating).stream().map(Said::claim).toList();
    }

    @Nullable String sourceId(TimelineEntry entry) {
        if (entry.kind() == TimelineKind.PUBLISHED) {
            return entry.aboutId();
        }
        var claims = claims(entry);
        return claims.isEmpty() ? null : claims.get(0).sourceId();
    }
}
