package io.throughline.analysis.panel;

import io.throughline.analysis.overlap.MemberSelection;
import io.throughline.analysis.overlap.OrganizationSelection;
import io.throughline.analysis.panel.SpellQueries.Combination;
import io.throughline.analysis.panel.SpellQueries.Member;
import io.throughline.graphql.connection.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells who was in what in which year, as the field {@code panel} describes it. */
@Service
public class PanelService {

    private final SpellQueries stays;
    private final OrganizationSelection organizations;

    PanelService(SpellQueries stays, OrganizationSelection organizations) {
        this.stays = stays;
        this.organizations = organizations;
    }

    /**
     * The panel that the arguments of {@code panel} ask for; null for one that is left out.
     *
     * @param withRows whether anybody reads them
     * @throws InvalidArgumentException if one of them cannot be used
     */
    public Panel of(
            List<String> organizationIds,
            @Nullable List<String> memberIds,
            @Nullable Map<String, Object> where,
            int from,
            int to,
            @Nullable Integer maxRows,
            boolean withRows) {
        var years = new YearRange(from, to);
        var asked = MemberSelection.of(memberIds, where, maxRows);
        var coverages = organizations.check("organizations", organizationIds, 1);
        var most = asked.maxRows() / organizationIds.size();
        var named = asked.ids() == null ? 1 : asked.ids().size();
        if (named > most) {
            throw new InvalidArgumentException(
                    "maxRows",
                    asked.maxRows(),
                    "room for %d members in %d organizations, %d or more"
                            .formatted(named, organizationIds.size(), (long) named * organizationIds.size()));
        }
        var rowsAreRead = withRows || asked.ids() != null;
        var members = rowsAreRead
                ? asked.inOrder(stays.members(organizationIds, asked.ids(), asked.where(), years, most), Member::id)
                : List.<Member>of();
        // Only where rows are missing does it take a second look to count them.
        var all = rowsAreRead && (asked.ids() != null || members.size() < most)
                ? members.stream()
                        .map(member -> new Combination(member.stays(), 1))
                        .toList()
                : stays.combinations(organizationIds, asked.where(), years);
        var counted = all.stream().mapToInt(Combination::members).sum();
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
                counted * organizationIds.size(),
                asked.ids() == null && counted > most);
    }

    private static List<Integer> count(
            List<Combination> all, String organizationId, @Nullable Integer value, YearRange years) {
        return years.list().stream()
                .map(year -> all.stream()
                        .filter(each -> Objects.equals(each.stays().value(organizationId, year), value))
                        .mapToInt(Combination::members)
                        .sum())
                .toList();
    }

    private static PanelRow row(Member member, String organizationId, YearRange years) {
        var values = new ArrayList<@Nullable Integer>();
        for (var year : years.list()) {
            values.add(member.stays().value(organizationId, year));
        }
        return new PanelRow(member.id(), member.name(), organizationId, years.list(), values);
    }
}
