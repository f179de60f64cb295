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

/** Builds the membership matrix of the field {@code incidence}. */
@Service
public class IncidenceService {

    private final MemberSetQueries queries;
    private final MembershipStatuses statuses;
    private final OrganizationSelection organizations;

    IncidenceService(MemberSetQueries queries, MembershipStatuses statuses, OrganizationSelection organizations) {
        this.queries = queries;
        this.statuses = statuses;
        this.organizations = organizations;
    }

    /**
     * Builds the matrix for the arguments of {@code incidence}; null for an omitted argument.
     *
     * @throws InvalidArgumentException if an argument is invalid
     */
    public Incidence of(
            List<String> organizationIds,
            @Nullable List<String> memberIds,
            @Nullable Map<String, Object> where,
            @Nullable Integer maxRows,
            @Nullable LocalDate asOf) {
        var selection = MemberSelection.of(memberIds, where, maxRows);
        if (selection.ids() != null && selection.ids().size() > selection.maxRows()) {
            throw InvalidArgumentException.described(
                    "members",
                    "a list of " + selection.ids().size(),
                    "at most maxRows (%d) ids".formatted(selection.maxRows()));
        }
        var coverages = organizations.check("organizations", organizationIds, 1);
        var rows = selection.inOrder(
                queries.rows(organizationIds, selection.ids(), selection.where(), asOf, selection.maxRows()),
                IncidenceRow::id);
        // A second query counts the rows only if some are cut off.
        var all = selection.ids() != null || rows.size() < selection.maxRows()
                ? StatusCounts.of(rows)
                : statuses.of(organizationIds, selection.where(), asOf);
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
     * Validates the organizations before any rows are read.
     *
     * @throws InvalidArgumentException if the list is invalid or an organization is unknown
     */
    public void check(List<String> organizationIds) {
        organizations.check("organizations", organizationIds, 1);
    }

    /**
     * Streams all rows without a limit: cities by name, then regions by name.
     *
     * @param where an {@code AgentFilter}; empty for all
     * @param asOf null for what is recorded today
     * @throws IOException if thrown by {@code rows}
     */
    public void each(
            List<String> organizationIds,
            Map<String, Object> where,
            @Nullable LocalDate asOf,
            RequestDeadline deadline,
            IncidenceRow.RowConsumer rows)
            throws IOException {
        queries.each(organizationIds, where, asOf, deadline, rows);
    }
}
