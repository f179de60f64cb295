package io.throughline.panel;

import static java.util.stream.Collectors.toMap;

import io.throughline.connection.BadArgument;
import io.throughline.overlap.AskedOrganizations;
import io.throughline.panel.StayQueries.Combination;
import io.throughline.panel.StayQueries.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells who was in what in which year, as the field {@code panel} describes it. */
@Service
public class Panels {

    /** How many rows are given at most. */
    public static final int MOST_ROWS = 10_000;

    private static final int USUAL_ROWS = 1_000;

    private final StayQueries stays;
    private final AskedOrganizations organizations;

    Panels(StayQueries stays, AskedOrganizations organizations) {
        this.stays = stays;
        this.organizations = organizations;
    }

    /**
     * The panel that the arguments of {@code panel} ask for; null for one that is left out.
     *
     * @throws BadArgument if one of them cannot be used
     */
    public Panel of(
            List<String> organizationIds,
            @Nullable List<String> memberIds,
            @Nullable Map<String, Object> where,
            int from,
            int to,
            @Nullable Integer maxRows) {
        var years = new Years(from, to);
        var mostRows = maxRows == null ? USUAL_ROWS : maxRows;
        if (mostRows < 1 || mostRows > MOST_ROWS) {
            throw new BadArgument("maxRows", mostRows, "a whole number from 1 to " + MOST_ROWS);
        }
        var coverages = organizations.check("organizations", organizationIds, 1);
        var most = mostRows / organizationIds.size();
        var named = memberIds == null ? null : memberIds.stream().distinct().toList();
        if (most == 0 || named != null && named.size() > most) {
            throw new BadArgument(
                    "maxRows",
                    mostRows,
                    "room for %d members in %d organizations, %d or more"
                            .formatted(
                                    named == null ? 1 : named.size(),
                                    organizationIds.size(),
                                    (named == null ? 1L : named.size()) * organizationIds.size()));
        }
        var filter = where == null ? Map.<String, Object>of() : where;
        var members = stays.members(organizationIds, named, filter, years, most);
        if (named != null) {
            members = inOrder(named, members, filter);
        }
        // Only where rows are missing does it take a second look to count them.
        var all = named != null || members.size() < most
                ? members.stream()
                        .map(member -> new Combination(member.stays(), 1))
                        .toList()
                : stays.combinations(organizationIds, filter, years);
        return new Panel(
                organizationIds.stream()
                        .map(id -> new PanelColumn(
                                id,
                                count(all, id, 1, years),
                                count(all, id, null, years),
                                Objects.requireNonNull(coverages.get(id))))
                        .toList(),
                years.list(),
                members.stream()
                        .flatMap(member -> organizationIds.stream().map(id -> row(member, id, years)))
                        .toList(),
                all.stream().mapToInt(Combination::members).sum() * organizationIds.size());
    }

    private static List<Integer> count(
            List<Combination> all, String organizationId, @Nullable Integer value, Years years) {
        return years.list().stream()
                .map(year -> all.stream()
                        .filter(each -> Objects.equals(each.stays().value(organizationId, year), value))
                        .mapToInt(Combination::members)
                        .sum())
                .toList();
    }

    private static PanelRow row(Member member, String organizationId, Years years) {
        var values = new ArrayList<@Nullable Integer>();
        for (var year : years.list()) {
            values.add(member.stays().value(organizationId, year));
        }
        return new PanelRow(member.id(), member.name(), organizationId, years.list(), values);
    }

    private static List<Member> inOrder(List<String> ids, List<Member> members, Map<String, Object> where) {
        var byId = members.stream().collect(toMap(Member::id, member -> member));
        return ids.stream()
                .map(id -> {
                    var member = byId.get(id);
                    if (member == null) {
                        throw new BadArgument(
                                "members",
                                id,
                                "the id of a city or region%s, e.g. \"boston\""
                                        .formatted(where.isEmpty() ? "" : " that meets where"));
                    }
                    return member;
                })
                .toList();
    }
}
