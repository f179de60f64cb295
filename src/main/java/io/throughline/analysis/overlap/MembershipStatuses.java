package io.throughline.analysis.overlap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how many members stand in which way to organizations: of all from the index, of some from the graph. */
@Component
public class MembershipStatuses {

    private final MemberIndexes indexes;
    private final MemberSetQueries queries;

    MembershipStatuses(MemberIndexes indexes, MemberSetQueries queries) {
        this.indexes = indexes;
        this.queries = queries;
    }

    /**
     * Of each way in which a member stands to these organizations, how many do.
     *
     * @param organizationIds distinct, at most 64
     * @param where an {@code AgentFilter} for the members to look at; empty for all
     * @param day null for what is recorded today
     */
    public StatusCounts of(Collection<String> organizationIds, Map<String, Object> where, @Nullable LocalDate day) {
        return where.isEmpty()
                ? indexes.current().sets(organizationIds, day).combinations()
                : queries.combinations(organizationIds, where, day);
    }
}
