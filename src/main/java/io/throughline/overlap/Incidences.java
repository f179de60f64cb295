package io.throughline.overlap;

import static java.util.stream.Collectors.toMap;

import io.throughline.connection.BadArgument;
import io.throughline.cypher.Deadline;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells who is in what, as the field {@code incidence} describes it. */
@Service
public class Incidences {

    /** Takes rows one after another. */
    @FunctionalInterface
    public interface Rows {
        void take(IncidenceRow row) throws IOException;
    }

    private static final int MOST_ROWS = 10_000;
    private static final int USUAL_ROWS = 1_000;

    private final SetQueries sets;
    private final AskedOrganizations organizations;

    Incidences(SetQueries sets, AskedOrganizations organizations) {
        this.sets = sets;
        this.organizations = organizations;
    }

    /**
     * The matrix that the arguments of {@code incidence} ask for; null for one that is left out.
     *
     * @throws BadArgument if one of them cannot be used
     */
    public Incidence of(
            List<String> organizationIds,
            @Nullable List<String> memberIds,
            @Nullable Map<String, Object> where,
            @Nullable Integer maxRows,
            @Nullable LocalDate asOf) {
        var most = maxRows == null ? USUAL_ROWS : maxRows;
        if (most < 1 || most > MOST_ROWS) {
            throw new BadArgument("maxRows", most, "a whole number from 1 to " + MOST_ROWS);
        }
        if (memberIds != null && memberIds.size() > most) {
            throw new BadArgument("members", memberIds.size() + " ids", "at most maxRows, " + most);
        }
        var filter = where == null ? Map.<String, Object>of() : where;
        var coverages = organizations.check("organizations", organizationIds, 1);
        var rows = sets.rows(organizationIds, distinct(memberIds), filter, asOf, most);
        if (memberIds != null) {
            rows = inOrder(memberIds, rows);
        }
        // Only where rows are missing does it take a second look to count them.
        var all = memberIds != null || rows.size() < most
                ? Combinations.of(rows)
                : sets.combinations(organizationIds, filter, asOf);
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
     * @throws BadArgument as {@link #of} does
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
            Deadline deadline,
            Rows rows)
            throws IOException {
        sets.each(organizationIds, where, asOf, deadline, rows);
    }

    private static @Nullable List<String> distinct(@Nullable List<String> ids) {
        return ids == null ? null : ids.stream().distinct().toList();
    }

    private static List<IncidenceRow> inOrder(List<String> ids, List<IncidenceRow> rows) {
        var byId = rows.stream().collect(toMap(IncidenceRow::id, row -> row));
        return ids.stream()
                .distinct()
                .map(id -> {
                    var row = byId.get(id);
                    if (row == null) {
                        throw new BadArgument("members", id, "the id of a city or region, e.g. \"boston\"");
                    }
                    return row;
                })
                .toList();
    }
}
