package io.throughline.intake.mapping;

import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.id.IdSyntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a mapping that say what is a membership and what is not. */
final class RuleReader {

    private final List<Mistake> mistakes;
    private final ValueReader values;
    private final List<MembershipRule> memberships = new ArrayList<>();
    private final List<RowRule> notMemberships = new ArrayList<>();
    private final Set<String> organizations = new LinkedHashSet<>();

    RuleReader(List<Mistake> mistakes, ValueReader values) {
        this.mistakes = mistakes;
        this.values = values;
    }

    /** The membership rules for whole rows. */
    List<MembershipRule> memberships() {
        return memberships;
    }

    List<RowRule> notMemberships() {
        return notMemberships;
    }

    /** The ids of all organizations that the mapping refers to. */
    Set<String> organizations() {
        return organizations;
    }

    /**
     * Reads the rules.
     *
     * @param sourceId the id of the list's source
     * @param nameColumn the column with the name of the member
     * @param tags gets the rules for tags; null if no column has tags
     */
    void read(
            YamlNode.Fields mapping, String sourceId, String nameColumn, List<RowRule> only, @Nullable TagTable tags) {
        var defaults = YamlNodes.fields(mapping.get("defaults"));
        for (var item : YamlNodes.items(mapping.get("memberships"))) {
            var fields = YamlNodes.fields(item);
            var rule = membership(fields, defaults, sourceId, nameColumn, only, tags);
            if (rule != null && fields.get("tags") == null) {
                memberships.add(rule);
            } else if (rule != null) {
                addTags(fields.get("tags"), new TagTable.Meaning(rule, null), tags);
            }
        }
        for (var item : YamlNodes.items(mapping.get("notMemberships"))) {
            var fields = YamlNodes.fields(item);
            var reason = YamlNodes.text(fields.get("reason"));
            if (reason != null && fields.get("tags") == null) {
                var name = "notMemberships, line %d".formatted(item.place().line());
                notMemberships.add(new RowRule(name, values.condition(fields.get("where")), reason));
            } else if (reason != null) {
                addTags(fields.get("tags"), new TagTable.Meaning(null, reason), tags);
            }
        }
    }

    /** Reads and remembers the id of an organization. */
    @Nullable String organizationId(@Nullable YamlNode part) {
        var id = YamlNodes.text(part);
        if (id != null) {
            organizations.add(id);
        }
        return id;
    }

    private void addTags(@Nullable YamlNode tagNode, TagTable.Meaning meaning, @Nullable TagTable tags) {
        if (tags == null) {
            mistake(tagNode, "no column has tags; name it at the top level, `tags: {column: …, separators: …}`");
            return;
        }
        for (var item : YamlNodes.items(tagNode)) {
            if (item instanceof YamlNode.Fields fields) {
                addPattern(fields, meaning, tags);
                continue;
            }
            var tag = YamlNodes.text(item);
            if (tag == null) {
                continue;
            }
            if (tag.indexOf(TagTable.YEAR) != tag.lastIndexOf(TagTable.YEAR)
                    || tag.replace(TagTable.YEAR, "").matches(".*[{}].*")) {
                mistake(item, "tag '%s': a tag may contain {year} once and no other braces".formatted(tag));
            } else if (!tags.add(tag, meaning)) {
                mistake(item, "tag '%s' is already defined".formatted(tag));
            }
        }
    }

    private void addPattern(YamlNode.Fields item, TagTable.Meaning meaning, TagTable tags) {
        var pattern = values.pattern(item.get("pattern"));
        if (pattern != null) {
            tags.add(pattern, meaning);
        }
        if (!"true".equals(YamlNodes.text(item.get("others")))) {
            return;
        }
        if (meaning.rule() != null) {
            mistake(item, "`others` is only for `notMemberships`: a tag that no rule names states no membership");
        } else if (!tags.addOthers(meaning)) {
            mistake(item, "`others` is already defined");
        }
    }

    private @Nullable MembershipRule membership(
            YamlNode.Fields fields,
            YamlNode.Fields defaults,
            String sourceId,
            String nameColumn,
            List<RowRule> only,
            @Nullable TagTable tags) {
        var keys = new MembershipFields(fields, defaults);
        var where = where(fields);
        var organization = organization(fields.get("organization"));
        var role = values.enumValue(MembershipRole.class, keys.get("role"));
        if (keys.get("role") == null) {
            mistake(fields, "`role` is missing, here and in `defaults`; give one, e.g. MEMBER or SIGNATORY");
        }
        var via = via(keys);
        var directness = values.enumValue(Directness.class, keys.get("directness"));
        var status = values.enumValue(Status.class, keys.get("status"));
        var asOf = values.date(keys.get("asOf"));
        var validFrom = values.date(keys.get("validFrom"));
        var validTo = values.date(keys.get("validTo"));
        var strength = YamlNodes.enumConstant(Strength.class, keys.get("strength"));
        var rank = YamlNodes.enumConstant(Rank.class, keys.get("rank"));
        var printed = values.template(keys.get("printed"));
        var notes = notes(keys.get("note"));
        var pledges = pledges(YamlNodes.items(keys.get("pledges")));
        if (organization == null || role == null) {
            return null;
        }
        return MembershipRuleBuilder.builder()
                .sourceId(sourceId)
                .where(where)
                .organization(organization)
                .role(role)
                .via(via)
                .strength(strength == null ? Strength.STATED : strength)
                .rank(rank == null ? Rank.NORMAL : rank)
                .printed(printed == null ? TextTemplate.ofColumn(nameColumn) : printed)
                .notes(notes)
                .pledges(pledges)
                .locatorColumns(locatorColumns(
                        fields.get("tags") != null ? tags : null, where, organization, via, nameColumn, only))
                .directness(directness)
                .status(status)
                .asOf(asOf)
                .validFrom(validFrom)
                .validTo(validTo)
                .build();
    }

    private List<RowNote> notes(@Nullable YamlNode part) {
        var notes = new ArrayList<RowNote>();
        for (var item : part instanceof YamlNode.Items
                ? YamlNodes.items(part)
                : part == null ? List.<YamlNode>of() : List.of(part)) {
            var fields = YamlNodes.fields(item);
            var text = values.template(item instanceof YamlNode.Fields ? fields.get("text") : item);
            if (text != null) {
                notes.add(new RowNote(where(fields), text));
            }
        }
        return notes;
    }

    private List<PledgeRule> pledges(List<YamlNode> items) {
        var pledges = new ArrayList<PledgeRule>();
        for (var item : items) {
            var fields = YamlNodes.fields(item);
            var text = values.value(fields.get("text"));
            if (text != null) {
                pledges.add(new PledgeRule(
                        where(fields),
                        text,
                        values.value(fields.get("targetYear")),
                        values.value(fields.get("target")),
                        organization(fields.get("under"))));
            }
        }
        return pledges;
    }

    private RowCondition where(YamlNode.Fields fields) {
        return fields.get("where") == null ? RowCondition.ALWAYS : values.condition(fields.get("where"));
    }

    /** The columns that a locator names: those that determine the membership, otherwise that of the name. */
    private static Set<String> locatorColumns(
            @Nullable TagTable tags,
            RowCondition where,
            ValueExpression organization,
            ViaRule via,
            String nameColumn,
            List<RowRule> only) {
        var locatorColumns = new LinkedHashSet<String>();
        if (tags != null) {
            locatorColumns.add(tags.column());
        } else {
            locatorColumns.addAll(where.tests().keySet());
            locatorColumns.addAll(organization.columns());
        }
        via.parts().forEach(part -> locatorColumns.addAll(part.columns()));
        if (locatorColumns.isEmpty()) {
            only.forEach(rule -> locatorColumns.addAll(rule.where().tests().keySet()));
        }
        return locatorColumns.isEmpty() ? Set.of(nameColumn) : locatorColumns;
    }

    private @Nullable ValueExpression organization(@Nullable YamlNode part) {
        var value = values.value(part);
        if (value != null && part != null) {
            checkIds(value, part);
        }
        return value;
    }

    private ViaRule via(MembershipFields keys) {
        var partners = keys.get("via");
        var parts = new ArrayList<ValueExpression>();
        var unnamed = false;
        for (var part : partners instanceof YamlNode.Items items
                ? items.items()
                : partners == null ? List.<YamlNode>of() : List.of(partners)) {
            var value = values.value(part);
            if (value != null) {
                checkIds(value, part);
                parts.add(value);
                unnamed |=
                        "UNNAMED".equals(YamlNodes.text(YamlNodes.fields(part).get("unknown")));
                if (partners instanceof YamlNode.Items && !value.separators().isEmpty()) {
                    mistake(part, "`separators` cannot be used in a route with several partners");
                }
            }
        }
        var status = YamlNodes.enumConstant(ViaStatus.class, keys.get("viaStatus"));
        if (status == ViaStatus.NAMED && parts.isEmpty()) {
            mistake(keys.get("viaStatus"), "NAMED requires `via`, which says which organization it is");
        }
        return new ViaRule(parts, unnamed, status);
    }

    private void checkIds(ValueExpression value, YamlNode part) {
        for (var id : value.possibleValues()) {
            organizations.add(id);
            if (part instanceof YamlNode.Fields && !IdSyntax.isNew(id)) {
                mistake(part, "'%s' is not the id of an organization such as race-to-zero".formatted(id));
            }
        }
    }

    private void mistake(@Nullable YamlNode node, String message) {
        if (node != null) {
            mistakes.add(new Mistake(node.place(), message));
        }
    }

    /** The keys of a membership, with defaults. */
    private record MembershipFields(YamlNode.Fields own, YamlNode.Fields defaults) {

        @Nullable YamlNode get(String key) {
            var value = own.get(key);
            return value == null ? defaults.get(key) : value;
        }
    }
}
