package io.throughline.analysis.overlap;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.infra.cypher.RequestDeadline;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells who is in what, as the field {@code incidence} describes it. */
@Service
public class IncidenceService {

    /** Takes rows one after another. */
    @FunctionalInterface
    public interface Rows {
        void take(IncidenceRow row) throws IOException;
    }

    private final MemberSetQueries sets;
    private final MembershipStatuses standings;
    private final OrganizationSelection organizations;

    IncidenceService(MemberSetQueries sets, MembershipStatuses standings, OrganizationSelection organizations) {
        this.sets = sets;
        this.standings = standings;
        this.organizations = organizations;
    }

    /**
     * The matrix that the arguments of {@code incidence} ask for; null for one that is left out.
     *
     * @throws InvalidArgumentException if one of them cannot be used
     */
    public Incidence of(
            List<String> organizationIds,
            @Nullable List<String> memberIds,
            @Nullable Map<String, Object> where,
            @Nullable Integer maxRows,
            @Nullable LocalDate asOf) {
        var asked = MemberSelection.of(memberIds, where, maxRows);
        if (asked.ids() != null && asked.ids().size() > asked.maxRows()) {
            throw new InvalidArgumentException(
                    "members", asked.ids().size() + " ids", "at most maxRows, " + asked.maxRows());
        }
        var coverages = organizations.check("organizations", organizationIds, 1);
        var rows = asked.inOrder(
                sets.rows(organizationIds, asked.ids(), asked.where(), asOf, asked.maxRows()), IncidenceRow::id);
        // Only where rows are missing does it take a second look to count them.
        var all = asked.ids() != null || rows.size() < asked.maxRows()
                ? StatusCounts.of(rows)
                : standings.of(organizationIds, asked.where(), asOf);
        return new Incidence(
                organizationIds.stream()
                        .map(id -> new IncidenceColumn(
                                id, all.size(id), all.unknown(id), Objects.requireNonNull(coverages.get(id))))
                        .toList(),
                rows,
                all.total(),
                asOf);
    }

    /**
     * Looks at the organizations asked for before their rows are read.
     *
     * @throws InvalidArgumentException as {@link #of} does
     */
    public void check(List<String> organizationIds) {
        organizations.check("organizations", organizationIds, 1);
    }

    /**
     * All rows, however many: cities by name, then regions by name.
     *
     * @param where an {@code AgentFilter}; empty for all
     * @param asOf null for what is recorded today
     * @throws IOException if the taker throws one
     */
    public void each(
            List<String> organizationIds,
            Map<String, Object> where,
            @Nullable LocalDate asOf,
            RequestDeadline deadline,
            Rows rows)
            throws IOException {
        sets.each(organizationIds, where, asOf, deadline, rows);
    }
}
