package io.throughline.intake.mapping;

import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import io.throughline.model.membership.Completeness;
import io.throughline.model.membership.ListSelection;
import io.throughline.model.membership.MembershipRole;
import io.throughline.reference.date.PartialDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping says about the lists as a whole: whether they are complete, and how they were drawn. */
final class ListReader {

    private static final Set<String> MEMBERS = Set.of(MembershipRole.MEMBER.name(), MembershipRole.SIGNATORY.name());

    private final List<Mistake> mistakes;
    private final ValueReader values;

    /** The roles stated by organization; empty where they depend on a cell. */
    private final Map<String, Set<String>> rolesByOrganization = new LinkedHashMap<>();

    ListReader(List<Mistake> mistakes, ValueReader values) {
        this.mistakes = mistakes;
        this.values = values;
    }

    /**
     * Reads the lists.
     *
     * @param rules all membership rules of the mapping
     */
    List<DeclaredList> read(List<YamlNode> items, String sourceId, List<MembershipRule> rules) {
        for (var rule : rules) {
            for (var organization : rule.organization().possibleValues()) {
                rolesByOrganization
                        .computeIfAbsent(organization, each -> new LinkedHashSet<>())
                        .addAll(rule.role().possibleValues());
            }
        }
        var lists = new LinkedHashMap<String, DeclaredList>();
        for (var item : items) {
            var fields = YamlNodes.fields(item);
            var list = list(fields, sourceId);
            if (list != null && lists.putIfAbsent(list.id(), list) != null) {
                mistake(
                        fields.get("organization"),
                        "the list of '%s' is given twice for the same day".formatted(list.organizationId()));
            }
        }
        return List.copyOf(lists.values());
    }

    private @Nullable DeclaredList list(YamlNode.Fields fields, String sourceId) {
        var organization = YamlNodes.text(fields.get("organization"));
        var complete = YamlNodes.enumConstant(Completeness.class, fields.get("complete"));
        var asOf = values.constantDate(fields.get("asOf"));
        if (organization == null || complete == null) {
            return null;
        }
        var list = DeclaredListBuilder.builder()
                .id(id(sourceId, organization, asOf))
                .organizationId(organization)
                .complete(complete)
                .selectedFromIds(List.copyOf(YamlNodes.texts(fields.get("selectedFrom"))))
                .asOf(asOf)
                .selection(YamlNodes.enumConstant(ListSelection.class, fields.get("selection")))
                .rule(YamlNodes.text(fields.get("rule")))
                .note(YamlNodes.text(fields.get("note")))
                .build();
        check(fields, list);
        return list;
    }

    private static String id(String sourceId, String organizationId, @Nullable PartialDate asOf) {
        var id = "list-%s-%s".formatted(sourceId, organizationId);
        return asOf == null
                ? id
                : id + "-"
                        + asOf.text()
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-")
                                .replaceAll("^-|-$", "");
    }

    private void check(YamlNode.Fields fields, DeclaredList list) {
        var organization = list.organizationId();
        var roles = rolesByOrganization.get(organization);
        if (roles == null) {
            mistake(
                    fields.get("organization"),
                    "this mapping states no membership in '%s'%s"
                            .formatted(
                                    organization, SpellingSuggestion.of(organization, rolesByOrganization.keySet())));
        } else if (list.complete() == Completeness.YES
                && !roles.isEmpty()
                && roles.stream().noneMatch(MEMBERS::contains)) {
            mistake(
                    fields.get("complete"),
                    "this mapping states no MEMBER or SIGNATORY of '%s', so it has no complete list of them"
                            .formatted(organization));
        }
        var selection = list.selection();
        if (list.complete() == Completeness.YES && selection != null && selection != ListSelection.WHOLE) {
            mistake(fields.get("complete"), "a %s is not a complete list".formatted(selection));
        }
        if (selection == ListSelection.SELECTION && list.rule() == null) {
            mistake(fields.get("selection"), "SELECTION requires `rule`, which says what was selected");
        }
        if (selection != ListSelection.SELECTION) {
            for (var key : List.of("rule", "selectedFrom")) {
                mistake(fields.get(key), "`%s` requires `selection: SELECTION`".formatted(key));
            }
        }
    }

    private void mistake(@Nullable YamlNode node, String message) {
        if (node != null) {
            mistakes.add(new Mistake(node.place(), message));
        }
    }
}
