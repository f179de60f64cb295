package io.throughline.intake.mapping;

import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a mapping: what states a membership and what does not. */
final class RuleReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");

    private final List<Mistake> mistakes;
    private final ValueReader values;
    private final List<MembershipRule> memberships = new ArrayList<>();
    private final List<RowRule> notMemberships = new ArrayList<>();
    private final Set<String> organizations = new LinkedHashSet<>();

    RuleReader(List<Mistake> mistakes, ValueReader values) {
        this.mistakes = mistakes;
        this.values = values;
    }

    /** The rules about whole rows. */
    List<MembershipRule> memberships() {
        return memberships;
    }

    List<RowRule> notMemberships() {
        return notMemberships;
    }

    /** Ids of every organization that is spoken of. */
    Set<String> organizations() {
        return organizations;
    }

    /**
     * Reads the rules.
     *
     * @param nameColumn the column with the name of the member
     * @param tags gets those about tags; null when no column holds tags
     */
    void read(YamlNode.Fields mapping, String nameColumn, List<RowRule> only, @Nullable TagTable tags) {
        var defaults = YamlNodes.fields(mapping.get("defaults"));
        for (var item : YamlNodes.items(mapping.get("memberships"))) {
            var fields = YamlNodes.fields(item);
            var rule = membership(fields, defaults, nameColumn, only, tags);
            if (rule != null && fields.get("tags") == null) {
                memberships.add(rule);
            } else if (rule != null) {
                add(fields.get("tags"), new TagTable.Meaning(rule, null), tags);
            }
        }
        for (var item : YamlNodes.items(mapping.get("notMemberships"))) {
            var fields = YamlNodes.fields(item);
            var reason = YamlNodes.text(fields.get("reason"));
            if (reason != null && fields.get("tags") == null) {
                var name = "notMemberships, line %d".formatted(item.place().line());
                notMemberships.add(new RowRule(name, values.condition(fields.get("where")), reason));
            } else if (reason != null) {
                add(fields.get("tags"), new TagTable.Meaning(null, reason), tags);
            }
        }
    }

    /** An id of an organization that is spoken of. */
    @Nullable String organizationId(@Nullable YamlNode part) {
        var id = YamlNodes.text(part);
        if (id != null) {
            organizations.add(id);
        }
        return id;
    }

    private void add(@Nullable YamlNode written, TagTable.Meaning meaning, @Nullable TagTable tags) {
        if (tags == null) {
            mistake(
                    written,
                    "there are no tags; say at the top which column holds them, `tags: {column: …, separators: …}`");
            return;
        }
        for (var item : YamlNodes.items(written)) {
            var tag = YamlNodes.text(item);
            if (tag == null) {
                continue;
            }
            if (tag.indexOf(TagTable.YEAR) != tag.lastIndexOf(TagTable.YEAR)
                    || tag.replace(TagTable.YEAR, "").matches(".*[{}].*")) {
                mistake(
                        item,
                        "tag '%s': only one {year} can stand in a tag, and nothing else in braces".formatted(tag));
            } else if (!tags.add(tag, meaning)) {
                mistake(item, "tag '%s' has a meaning already".formatted(tag));
            }
        }
    }

    private @Nullable MembershipRule membership(
            YamlNode.Fields fields,
            YamlNode.Fields defaults,
            String nameColumn,
            List<RowRule> only,
            @Nullable TagTable tags) {
        var claim = new Claim(fields, defaults);
        var where = fields.get("where") == null ? RowCondition.ALWAYS : values.condition(fields.get("where"));
        var organization = organization(fields.get("organization"));
        var role = values.words(MembershipRole.class, claim.get("role"));
        if (claim.get("role") == null) {
            mistake(fields, "`role` is missing, here and in `defaults`; e.g. MEMBER or SIGNATORY");
        }
        var road = road(claim);
        var directness = values.words(Directness.class, claim.get("directness"));
        var status = values.words(Status.class, claim.get("status"));
        var asOf = values.date(claim.get("asOf"));
        var validFrom = values.date(claim.get("validFrom"));
        var validTo = values.date(claim.get("validTo"));
        var strength = YamlNodes.word(Strength.class, claim.get("strength"));
        var rank = YamlNodes.word(Rank.class, claim.get("rank"));
        var printed = values.template(claim.get("printed"));
        var note = values.template(claim.get("note"));
        if (organization == null || role == null) {
            return null;
        }
        return new MembershipRule(
                where,
                organization,
                role,
                road,
                directness,
                status,
                asOf,
                validFrom,
                validTo,
                strength == null ? Strength.STATED : strength,
                rank == null ? Rank.NORMAL : rank,
                printed == null ? TextTemplate.ofColumn(nameColumn) : printed,
                note,
                places(fields.get("tags") != null ? tags : null, where, organization, road, nameColumn, only));
    }

    /** What a locator names: the columns that say so, or else that of the name. */
    private static Set<String> places(
            @Nullable TagTable tags,
            RowCondition where,
            ValueExpression organization,
            ViaRule road,
            String nameColumn,
            List<RowRule> only) {
        var places = new LinkedHashSet<String>();
        if (tags != null) {
            places.add(tags.column());
        } else {
            places.addAll(where.tests().keySet());
            places.addAll(organization.columns());
        }
        road.parts().forEach(part -> places.addAll(part.columns()));
        if (places.isEmpty()) {
            only.forEach(rule -> places.addAll(rule.where().tests().keySet()));
        }
        return places.isEmpty() ? Set.of(nameColumn) : places;
    }

    private @Nullable ValueExpression organization(@Nullable YamlNode part) {
        var value = values.value(part);
        if (value != null && part != null) {
            ids(value, part);
        }
        return value;
    }

    private ViaRule road(Claim claim) {
        var via = claim.get("via");
        var parts = new ArrayList<ValueExpression>();
        var unnamed = false;
        for (var part : via instanceof YamlNode.Items items
                ? items.items()
                : via == null ? List.<YamlNode>of() : List.of(via)) {
            var value = values.value(part);
            if (value != null) {
                ids(value, part);
                parts.add(value);
                unnamed |=
                        "UNNAMED".equals(YamlNodes.text(YamlNodes.fields(part).get("unknown")));
                if (via instanceof YamlNode.Items && !value.separators().isEmpty()) {
                    mistake(part, "`separators` cannot stand in a road of several parts");
                }
            }
        }
        var status = YamlNodes.word(ViaStatus.class, claim.get("viaStatus"));
        if (status == ViaStatus.NAMED && parts.isEmpty()) {
            mistake(claim.get("viaStatus"), "NAMED needs `via`, which says who it is");
        }
        return new ViaRule(parts, unnamed, status);
    }

    private void ids(ValueExpression value, YamlNode part) {
        for (var id : value.outcomes()) {
            organizations.add(id);
            if (part instanceof YamlNode.Fields && !ID.matcher(id).matches()) {
                mistake(part, "'%s' is no id of an organization such as race-to-zero".formatted(id));
            }
        }
    }

    private void mistake(@Nullable YamlNode at, String message) {
        if (at != null) {
            mistakes.add(new Mistake(at.place(), message));
        }
    }

    /** The keys of a membership, each its own or the default. */
    private record Claim(YamlNode.Fields own, YamlNode.Fields defaults) {

        @Nullable YamlNode get(String key) {
            var value = own.get(key);
            return value == null ? defaults.get(key) : value;
        }
    }
}
