package io.throughline.overlap;

import static java.util.stream.Collectors.toMap;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.agent.LocalGovernment;
import io.throughline.agent.Organization;
import io.throughline.connection.BadArgument;
import io.throughline.entity.EntityLoader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who is in what, in {@code graphql/overlap.graphqls}. */
@Controller
class IncidenceController {

    private static final int MOST_ROWS = 10_000;
    private static final int USUAL_ROWS = 1_000;

    private final SetQueries sets;
    private final AskedOrganizations organizations;
    private final EntityLoader entities;

    IncidenceController(SetQueries sets, AskedOrganizations organizations, EntityLoader entities) {
        this.sets = sets;
        this.organizations = organizations;
        this.entities = entities;
    }

    @QueryMapping
    Incidence incidence(
            @Argument("organizations") List<String> organizationIds,
            @Argument("members") @Nullable List<String> memberIds,
            @Argument @Nullable Map<String, Object> where,
            @Argument @Nullable Integer maxRows,
            @Argument @Nullable LocalDate asOf) {
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

    @SchemaMapping
    CompletableFuture<@Nullable Organization> organization(
            IncidenceColumn column, DataFetchingEnvironment environment) {
        return entities.one(column.id(), Organization.class, environment);
    }

    @SchemaMapping
    CompletableFuture<@Nullable LocalGovernment> member(IncidenceRow row, DataFetchingEnvironment environment) {
        return entities.one(row.id(), LocalGovernment.class, environment);
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
