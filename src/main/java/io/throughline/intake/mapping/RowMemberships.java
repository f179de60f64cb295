package io.throughline.intake.mapping;

import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the distinct memberships of one row. If several tags mean the same membership, the latest counts and the
 * locator names them all.
 */
final class RowMemberships {

    private record Identity(MembershipRole role, String organizationId, List<String> viaIds, boolean unnamed) {

        static Identity of(StatedMembership stated) {
            var statement = stated.statement();
            return new Identity(
                    statement.role(),
                    statement.organizationId(),
                    statement.viaIds(),
                    statement.viaStatus() == ViaStatus.UNNAMED);
        }
    }

    private record Entry(StatedMembership latest, Set<String> tags) {}

    private final Map<Identity, Entry> entries = new LinkedHashMap<>();

    /**
     * Adds what a tag states.
     *
     * @param tag null if the memberships do not come from a tag
     */
    void add(Collection<StatedMembership> stated, @Nullable String tag) {
        for (var membership : stated) {
            var identity = Identity.of(membership);
            var previous = entries.get(identity);
            var tags = previous == null ? new LinkedHashSet<String>() : previous.tags;
            if (tag != null) {
                tags.add(tag);
            }
            var latest = previous == null || isLater(membership, previous.latest) ? membership : previous.latest;
            entries.put(identity, new Entry(latest, tags));
        }
    }

    List<StatedMembership> all() {
        return entries.values().stream()
                .map(entry -> withTags(entry.latest, entry.tags))
                .toList();
    }

    private static StatedMembership withTags(StatedMembership stated, Set<String> tags) {
        if (tags.isEmpty()) {
            return stated;
        }
        var word = tags.size() == 1 ? "tag" : "tags";
        return stated.withLocator("%s, %s %s".formatted(stated.evidence().locator(), word, String.join(", ", tags)));
    }

    private static boolean isLater(StatedMembership stated, StatedMembership earlier) {
        var one = stated.evidence().asOf();
        var other = earlier.evidence().asOf();
        if (one == null || one.latest() == null) {
            return false;
        }
        return other == null || other.latest() == null || one.latest().isAfter(other.latest());
    }
}
