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

/** Builds the membership panel of the field {@code panel}. */
@Service
public class PanelService {

    private final SpellQueries spells;
    private final OrganizationSelection organizations;

    PanelService(SpellQueries spells, OrganizationSelection organizations) {
        this.spells = spells;
        this.organizations = organizations;
    }

    /**
     * Builds the panel for the arguments of {@code panel}; null for an omitted argument.
     *
     * @param withRows whether the caller selects the rows
     * @throws InvalidArgumentException if an argument is invalid
     */
    public Panel of(
            List<String> organizationIds,
            @Nullable List<String> memberIds,
            @Nullable Map<String, Object> where,
            int fromYear,
            int toYear,
            @Nullable Integer maxRows,
            boolean withRows) {
        var years = new YearRange(fromYear, toYear);
        var selection = MemberSelection.of(memberIds, where, maxRows);
        var coverages = organizations.check("organizations", organizationIds, 1);
        var maxMembers = selection.maxRows() / organizationIds.size();
        var minimum = selection.ids() == null ? 1 : selection.ids().size();
        if (minimum > maxMembers) {
            throw new InvalidArgumentException(
                    "maxRows",
                    selection.maxRows(),
                    "at least %3$d, enough for %1$d members in %2$d organizations"
                            .formatted(minimum, organizationIds.size(), (long) minimum * organizationIds.size()));
        }
        var rowsAreRead = withRows || selection.ids() != null;
        var members = rowsAreRead
                ? selection.inOrder(
                        spells.members(organizationIds, selection.ids(), selection.where(), years, maxMembers),
                        Member::id)
                : List.<Member>of();
        // A second query counts the rows only if some are cut off.
        var all = rowsAreRead && (selection.ids() != null || members.size() < maxMembers)
                ? members.stream()
                        .map(member -> new Combination(member.spells(), 1))
                        .toList()
                : spells.combinations(organizationIds, selection.where(), years);
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
                selection.ids() == null && counted > maxMembers);
    }

    private static List<Integer> count(
            List<Combination> all, String organizationId, @Nullable Integer value, YearRange years) {
        return years.list().stream()
                .map(year -> all.stream()
                        .filter(each -> Objects.equals(each.spells().value(organizationId, year), value))
                        .mapToInt(Combination::members)
                        .sum())
                .toList();
    }

    private static PanelRow row(Member member, String organizationId, YearRange years) {
        var values = new ArrayList<@Nullable Integer>();
        for (var year : years.list()) {
            values.add(member.spells().value(organizationId, year));
        }
        return new PanelRow(member.id(), member.name(), organizationId, years.list(), values);
    }
}
