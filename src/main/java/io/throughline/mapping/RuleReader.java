package io.throughline.mapping;

import io.throughline.mapping.MappingMistake.Mistake;
import io.throughline.membership.Directness;
import io.throughline.membership.MembershipRole;
import io.throughline.membership.ViaStatus;
import io.throughline.source.Rank;
import io.throughline.source.Status;
import io.throughline.source.Strength;
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
    void read(Yaml.Fields mapping, String nameColumn, List<RowRule> only, @Nullable Tags tags) {
        var defaults = Part.fields(mapping.get("defaults"));
        for (var item : Part.items(mapping.get("memberships"))) {
            var fields = Part.fields(item);
            var rule = membership(fields, defaults, nameColumn, only, tags);
            if (rule != null && fields.get("tags") == null) {
                memberships.add(rule);
            } else if (rule != null) {
                add(fields.get("tags"), new Tags.Meaning(rule, null), tags);
            }
        }
        for (var item : Part.items(mapping.get("notMemberships"))) {
            var fields = Part.fields(item);
            var reason = Part.text(fields.get("reason"));
            if (reason != null && fields.get("tags") == null) {
                var name = "notMemberships, line %d".formatted(item.place().line());
                notMemberships.add(new RowRule(name, values.condition(fields.get("where")), reason));
            } else if (reason != null) {
                add(fields.get("tags"), new Tags.Meaning(null, reason), tags);
            }
        }
    }

    /** An id of an organization that is spoken of. */
    @Nullable String organizationId(@Nullable Yaml part) {
        var id = Part.text(part);
        if (id != null) {
            organizations.add(id);
        }
        return id;
    }

    private void add(@Nullable Yaml written, Tags.Meaning meaning, @Nullable Tags tags) {
        if (tags == null) {
            mistake(
                    written,
                    "there are no tags; say at the top which column holds them, `tags: {column: …, separators: …}`");
            return;
        }
        for (var item : Part.items(written)) {
            var tag = Part.text(item);
            if (tag == null) {
                continue;
            }
            if (tag.indexOf(Tags.YEAR) != tag.lastIndexOf(Tags.YEAR)
                    || tag.replace(Tags.YEAR, "").matches(".*[{}].*")) {
                mistake(
                        item,
                        "tag '%s': only one {year} can stand in a tag, and nothing else in braces".formatted(tag));
            } else if (!tags.add(tag, meaning)) {
                mistake(item, "tag '%s' has a meaning already".formatted(tag));
            }
        }
    }

    private @Nullable MembershipRule membership(
            Yaml.Fields fields, Yaml.Fields defaults, String nameColumn, List<RowRule> only, @Nullable Tags tags) {
        var claim = new Claim(fields, defaults);
        var where = fields.get("where") == null ? Condition.ALWAYS : values.condition(fields.get("where"));
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
        var strength = Part.word(Strength.class, claim.get("strength"));
        var rank = Part.word(Rank.class, claim.get("rank"));
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
                printed == null ? Template.ofColumn(nameColumn) : printed,
                note,
                places(fields.get("tags") != null ? tags : null, where, organization, road, nameColumn, only));
    }

    /** What a locator names: the columns that say so, or else that of the name. */
    private static Set<String> places(
            @Nullable Tags tags,
            Condition where,
            Value organization,
            Road road,
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

    private @Nullable Value organization(@Nullable Yaml part) {
        var value = values.value(part);
        if (value != null && part != null) {
            ids(value, part);
        }
        return value;
    }

    private Road road(Claim claim) {
        var via = claim.get("via");
        var parts = new ArrayList<Value>();
        var unnamed = false;
        for (var part :
                via instanceof Yaml.Items items ? items.items() : via == null ? List.<Yaml>of() : List.of(via)) {
            var value = values.value(part);
            if (value != null) {
                ids(value, part);
                parts.add(value);
                unnamed |= "UNNAMED".equals(Part.text(Part.fields(part).get("unknown")));
                if (via instanceof Yaml.Items && !value.separators().isEmpty()) {
                    mistake(part, "`separators` cannot stand in a road of several parts");
                }
            }
        }
        var status = Part.word(ViaStatus.class, claim.get("viaStatus"));
        if (status == ViaStatus.NAMED && parts.isEmpty()) {
            mistake(claim.get("viaStatus"), "NAMED needs `via`, which says who it is");
        }
        return new Road(parts, unnamed, status);
    }

    private void ids(Value value, Yaml part) {
        for (var id : value.outcomes()) {
            organizations.add(id);
            if (part instanceof Yaml.Fields && !ID.matcher(id).matches()) {
                mistake(part, "'%s' is no id of an organization such as race-to-zero".formatted(id));
            }
        }
    }

    private void mistake(@Nullable Yaml at, String message) {
        if (at != null) {
            mistakes.add(new Mistake(at.place(), message));
        }
    }

    /** The keys of a membership, each its own or the default. */
    private record Claim(Yaml.Fields own, Yaml.Fields defaults) {

        @Nullable Yaml get(String key) {
            var value = own.get(key);
            return value == null ? defaults.get(key) : value;
        }
    }
}
