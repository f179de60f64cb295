package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts members by their status in organizations: all members from the index, filtered ones from the graph. */
@Component
public class MembershipStatuses {

    private final MemberIndexes indexes;
    private final MemberSetQueries queries;

    MembershipStatuses(MemberIndexes indexes, MemberSetQueries queries) {
        this.indexes = indexes;
        this.queries = queries;
    }

    /**
     * Counts the members by their status in these organizations.
     *
     * @param organizationIds distinct, at most 64
     * @param where an {@code AgentFilter} for the members to look at; empty for all
     * @param day null for what is recorded today
     */
    public StatusCounts of(Collection<String> organizationIds, Map<String, Object> where, @Nullable LocalDate day) {
        return where.isEmpty()
                ? indexes.current().sets(organizationIds, day).statusCounts()
                : queries.statusCounts(organizationIds, where, day);
    }
}
