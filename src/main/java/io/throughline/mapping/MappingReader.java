package io.throughline.mapping;

import io.throughline.agent.OrganizationKind;
import io.throughline.mapping.Mapping.Mentioned;
import io.throughline.mapping.MappingMistake.Mistake;
import io.throughline.matching.WrittenAgent;
import io.throughline.published.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a mapping of a document. Where the shape is wrong, which {@link MappingSchema} says, it reads on as if nothing
 * stood there, so that one look finds every mistake.
 */
final class MappingReader {

    private final List<Mistake> mistakes;
    private final List<Mentioned> mentioned = new ArrayList<>();
    private final ValueReader values;
    private final RuleReader rules;

    MappingReader(List<Mistake> mistakes) {
        this.mistakes = mistakes;
        this.values = new ValueReader(mistakes, mentioned);
        this.rules = new RuleReader(mistakes, values);
    }

    /** The mapping; null if the document is too far from one. */
    @Nullable MappingParts read(Yaml root) {
        var fields = Part.fields(root);
        var file = Part.fields(fields.get("file"));
        var organizations = organizations(Part.items(fields.get("organizations")));
        var member = member(Part.fields(fields.get("member")));
        var tags = tags(Part.fields(fields.get("tags")));
        var only = rowRules("only", Part.items(fields.get("only")));
        var corrections = corrections(Part.items(fields.get("corrections")));
        var source = source(fields.get("source"));
        var id = Part.text(fields.get("id"));
        var title = Part.text(fields.get("title"));
        rules.read(fields, member == null ? "" : nameColumn(member), only, tags);
        var deprecations = deprecations(Part.items(fields.get("deprecated")));
        if (id == null || title == null || source == null || member == null) {
            return null;
        }
        var needed = new LinkedHashSet<>(rules.organizations());
        if (source.publisherId() != null) {
            needed.add(source.publisherId());
        }
        organizations.forEach(organization -> needed.remove(organization.id()));
        return new MappingParts(
                id,
                title,
                Part.text(fields.get("note")),
                hints(file),
                source,
                organizations,
                needed,
                List.copyOf(mentioned),
                new Interpreting(
                        Part.texts(file.get("nulls")),
                        corrections,
                        only,
                        rules.notMemberships(),
                        member,
                        tags,
                        rules.memberships(),
                        deprecations));
    }

    private FileHints hints(Yaml.Fields file) {
        var encoding = Part.text(file.get("encoding"));
        var charset = encoding == null ? null : Part.charset(encoding);
        if (encoding != null && charset == null) {
            mistake(
                    file.get("encoding"),
                    "'%s' is no encoding known here, as UTF-8 or windows-1252 is".formatted(encoding));
        }
        // as written: a delimiter may be a tab or a blank
        var delimiter =
                file.get("delimiter") instanceof Yaml.Text text && text.value().length() == 1
                        ? (Character) text.value().charAt(0)
                        : null;
        return new FileHints(
                Part.word(Format.class, file.get("format")),
                charset,
                delimiter,
                Part.text(file.get("sheet")),
                Part.whole(file.get("headerLine")));
    }

    private @Nullable ListedSource source(@Nullable Yaml source) {
        if (source instanceof Yaml.Text text) {
            return new ListedSource(text.value(), true, null, null, null, null, null, null, null, null, null, null);
        }
        var fields = Part.fields(source);
        var id = Part.text(fields.get("id"));
        if (id == null) {
            return null;
        }
        return new ListedSource(
                id,
                false,
                Part.text(fields.get("title")),
                rules.organizationId(fields.get("publisher")),
                Part.text(fields.get("author")),
                Part.text(fields.get("url")),
                Part.text(fields.get("language")),
                values.constantDate(fields.get("statedAt")),
                Part.text(fields.get("licence")),
                Part.text(fields.get("licenceUrl")),
                Part.text(fields.get("attribution")),
                Part.text(fields.get("note")));
    }

    private List<ListedOrganization> organizations(List<Yaml> items) {
        var organizations = new LinkedHashMap<String, ListedOrganization>();
        for (var item : items) {
            var fields = Part.fields(item);
            var id = Part.text(fields.get("id"));
            var name = Part.text(fields.get("name"));
            var kind = Part.word(OrganizationKind.class, fields.get("kind"));
            if (id == null || name == null || kind == null) {
                continue;
            }
            var organization = new ListedOrganization(
                    id,
                    name,
                    kind,
                    Part.text(fields.get("country")),
                    Part.text(fields.get("website")),
                    Part.text(fields.get("note")));
            if (organizations.putIfAbsent(id, organization) != null) {
                mistake(fields.get("id"), "organization '%s' is listed twice".formatted(id));
            }
        }
        return List.copyOf(organizations.values());
    }

    private @Nullable MemberColumns member(Yaml.Fields member) {
        var name = values.value(member.get("name"));
        if (name != null && name.columns().isEmpty()) {
            mistake(member.get("name"), "`name`: every row would have the same; write {column: …}");
        }
        var kind = values.words(WrittenAgent.Kind.class, member.get("kind"));
        var coordinates = new Coordinates(
                values.value(member.get("latitude")),
                values.value(member.get("longitude")),
                values.value(member.get("point")));
        var identifiers = new LinkedHashMap<String, Value>();
        Part.fields(member.get("identifiers")).fields().forEach((scheme, field) -> {
            var value = values.value(field.value());
            if (value != null) {
                identifiers.put(scheme, value);
            }
        });
        var country = values.value(member.get("country"));
        var state = values.value(member.get("state"));
        var population = values.value(member.get("population"));
        return name == null
                ? null
                : new MemberColumns(name, kind, country, state, coordinates, population, identifiers);
    }

    private static String nameColumn(MemberColumns member) {
        return member.name().columns().stream().findFirst().orElse("");
    }

    private @Nullable Tags tags(Yaml.Fields tags) {
        var column = values.column(tags.get("column"));
        return column == null ? null : new Tags(column, List.copyOf(Part.texts(tags.get("separators"))));
    }

    private List<RowRule> rowRules(String key, List<Yaml> items) {
        var read = new ArrayList<RowRule>();
        for (var item : items) {
            var fields = Part.fields(item);
            var name = "%s, line %d".formatted(key, item.place().line());
            var reason = Part.text(fields.get("reason"));
            read.add(new RowRule(name, values.condition(fields.get("where")), reason == null ? "" : reason));
        }
        return read;
    }

    private List<Correction> corrections(List<Yaml> items) {
        var read = new ArrayList<Correction>();
        for (var item : items) {
            var fields = Part.fields(item);
            var set = new LinkedHashMap<String, String>();
            Part.fields(fields.get("set")).fields().forEach((column, field) -> {
                mentioned.add(new Mentioned(field.key(), column, false));
                var text = Part.text(field.value());
                if (text != null) {
                    set.put(column, text);
                }
            });
            var reason = Part.text(fields.get("reason"));
            read.add(new Correction(values.condition(fields.get("where")), set, reason == null ? "" : reason));
        }
        return read;
    }

    private List<Deprecation> deprecations(List<Yaml> items) {
        var read = new ArrayList<Deprecation>();
        Set<String> stated = rules.organizations();
        for (var item : items) {
            var fields = Part.fields(item);
            var organization = Part.text(fields.get("organization"));
            var reason = Part.text(fields.get("reason"));
            var where = values.condition(fields.get("where"));
            if (organization == null || reason == null) {
                continue;
            }
            if (!stated.contains(organization)) {
                mistake(
                        fields.get("organization"),
                        "no membership of this mapping is one of '%s'%s"
                                .formatted(organization, Suggestion.of(organization, stated)));
            }
            read.add(new Deprecation(where, organization, reason));
        }
        return read;
    }

    private void mistake(@Nullable Yaml at, String message) {
        if (at != null) {
            mistakes.add(new Mistake(at.place(), message));
        }
    }
}
