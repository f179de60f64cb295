package io.throughline.intake.mapping;

import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.tabular.FileFormat;
import io.throughline.intake.tabular.MergedCells;
import io.throughline.intake.tabular.SheetOptions;
import io.throughline.model.agent.OrganizationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping from a YAML document. A part of the wrong shape, which {@link MappingSchema} reports, is treated as
 * absent, so that all mistakes are found in one go.
 */
final class MappingReader {

    private final YamlNode.Fields fields;
    private final List<Mistake> mistakes;
    private final List<ColumnReference> columnReferences = new ArrayList<>();
    private final ValueReader values;
    private final RuleReader rules;

    MappingReader(YamlNode root, List<Mistake> mistakes) {
        this.fields = YamlNodes.fields(root);
        this.mistakes = mistakes;
        var language = YamlNodes.text(YamlNodes.fields(fields.get("source")).get("language"));
        this.values = new ValueReader(language == null ? "en" : language, mistakes, columnReferences);
        this.rules = new RuleReader(mistakes, values);
    }

    /** The mapping; null if the document lacks what every mapping needs. */
    @Nullable MappingParts read() {
        var file = YamlNodes.fields(fields.get("file"));
        var organizations = organizations(YamlNodes.items(fields.get("organizations")));
        var member = member(YamlNodes.fields(fields.get("member")));
        var tags = tags(YamlNodes.fields(fields.get("tags")));
        var only = rowRules("only", YamlNodes.items(fields.get("only")));
        var corrections = corrections(YamlNodes.items(fields.get("corrections")));
        var source = source(fields.get("source"));
        var id = YamlNodes.text(fields.get("id"));
        var title = YamlNodes.text(fields.get("title"));
        rules.read(fields, source == null ? "" : source.id(), member == null ? "" : nameColumn(member), only, tags);
        var lists = lists(source == null ? "" : source.id(), tags);
        var deprecations = deprecations(YamlNodes.items(fields.get("deprecated")));
        if (id == null || title == null || source == null || member == null) {
            return null;
        }
        var needed = new LinkedHashSet<>(rules.organizations());
        lists.forEach(list -> needed.addAll(list.selectedFromIds()));
        if (source.publisherId() != null) {
            needed.add(source.publisherId());
        }
        organizations.forEach(organization -> needed.remove(organization.id()));
        return MappingPartsBuilder.builder()
                .id(id)
                .title(title)
                .file(hints(file))
                .source(source)
                .organizations(organizations)
                .neededOrganizations(needed)
                .lists(lists)
                .columnReferences(List.copyOf(columnReferences))
                .interpreter(new RowInterpreter(
                        YamlNodes.texts(file.get("nulls")),
                        corrections,
                        only,
                        rules.notMemberships(),
                        member,
                        tags,
                        rules.memberships(),
                        deprecations))
                .note(YamlNodes.text(fields.get("note")))
                .build();
    }

    private FileHints hints(YamlNode.Fields file) {
        var encoding = YamlNodes.text(file.get("encoding"));
        var charset = encoding == null ? null : YamlNodes.charset(encoding);
        if (encoding != null && charset == null) {
            mistake(
                    file.get("encoding"),
                    "'%s' is not a known encoding such as UTF-8 or windows-1252".formatted(encoding));
        }
        // not stripped: the delimiter may be a tab or a space
        var delimiter = file.get("delimiter") instanceof YamlNode.Text text
                        && text.value().length() == 1
                ? (Character) text.value().charAt(0)
                : null;
        var mergedCells = YamlNodes.enumConstant(MergedCells.class, file.get("mergedCells"));
        return new FileHints(
                YamlNodes.enumConstant(FileFormat.class, file.get("format")),
                charset,
                delimiter,
                new SheetOptions(
                        YamlNodes.text(file.get("sheet")), mergedCells == null ? MergedCells.ROWS : mergedCells),
                YamlNodes.whole(file.get("headerLine")));
    }

    private @Nullable ListedSource source(@Nullable YamlNode source) {
        if (source instanceof YamlNode.Text text) {
            return ListedSourceBuilder.builder().id(text.value()).known(true).build();
        }
        var fields = YamlNodes.fields(source);
        var id = YamlNodes.text(fields.get("id"));
        if (id == null) {
            return null;
        }
        return ListedSourceBuilder.builder()
                .id(id)
                .known(false)
                .title(YamlNodes.text(fields.get("title")))
                .publisherId(rules.organizationId(fields.get("publisher")))
                .author(YamlNodes.text(fields.get("author")))
                .url(YamlNodes.text(fields.get("url")))
                .language(YamlNodes.text(fields.get("language")))
                .statedAt(values.constantDate(fields.get("statedAt")))
                .licence(YamlNodes.text(fields.get("licence")))
                .licenceUrl(YamlNodes.text(fields.get("licenceUrl")))
                .attribution(YamlNodes.text(fields.get("attribution")))
                .note(YamlNodes.text(fields.get("note")))
                .build();
    }

    private List<ListedOrganization> organizations(List<YamlNode> items) {
        var organizations = new LinkedHashMap<String, ListedOrganization>();
        for (var item : items) {
            var fields = YamlNodes.fields(item);
            var id = YamlNodes.text(fields.get("id"));
            var name = YamlNodes.text(fields.get("name"));
            var kind = YamlNodes.enumConstant(OrganizationKind.class, fields.get("kind"));
            if (id == null || name == null || kind == null) {
                continue;
            }
            var organization = new ListedOrganization(
                    id,
                    name,
                    kind,
                    YamlNodes.text(fields.get("country")),
                    YamlNodes.text(fields.get("website")),
                    YamlNodes.text(fields.get("note")));
            if (organizations.putIfAbsent(id, organization) != null) {
                mistake(fields.get("id"), "organization '%s' is listed twice".formatted(id));
            }
        }
        return List.copyOf(organizations.values());
    }

    private @Nullable MemberColumns member(YamlNode.Fields member) {
        var name = values.value(member.get("name"));
        if (name != null && name.columns().isEmpty()) {
            mistake(member.get("name"), "`name`: every row would have the same name; write {column: …}");
        }
        var kind = values.enumValue(ListedAgent.Kind.class, member.get("kind"));
        var coordinates = new CoordinateColumns(
                values.value(member.get("latitude")),
                values.value(member.get("longitude")),
                values.value(member.get("point")));
        var identifiers = new LinkedHashMap<String, ValueExpression>();
        YamlNodes.fields(member.get("identifiers")).fields().forEach((scheme, field) -> {
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

    private @Nullable TagTable tags(YamlNode.Fields tags) {
        var column = values.column(tags.get("column"));
        return column == null ? null : new TagTable(column, List.copyOf(YamlNodes.texts(tags.get("separators"))));
    }

    private List<RowRule> rowRules(String key, List<YamlNode> items) {
        var result = new ArrayList<RowRule>();
        for (var item : items) {
            var fields = YamlNodes.fields(item);
            var name = "%s, line %d".formatted(key, item.place().line());
            var reason = YamlNodes.text(fields.get("reason"));
            result.add(new RowRule(name, values.condition(fields.get("where")), reason == null ? "" : reason));
        }
        return result;
    }

    private List<RowCorrection> corrections(List<YamlNode> items) {
        var result = new ArrayList<RowCorrection>();
        for (var item : items) {
            var fields = YamlNodes.fields(item);
            var set = new LinkedHashMap<String, String>();
            YamlNodes.fields(fields.get("set")).fields().forEach((column, field) -> {
                columnReferences.add(new ColumnReference(field.key(), column, false));
                var text = YamlNodes.text(field.value());
                if (text != null) {
                    set.put(column, text);
                }
            });
            var reason = YamlNodes.text(fields.get("reason"));
            result.add(new RowCorrection(values.condition(fields.get("where")), set, reason == null ? "" : reason));
        }
        return result;
    }

    private List<DeclaredList> lists(String sourceId, @Nullable TagTable tags) {
        var all = new ArrayList<>(rules.memberships());
        if (tags != null) {
            all.addAll(tags.rules());
        }
        return new ListReader(mistakes, values).read(YamlNodes.items(fields.get("lists")), sourceId, all);
    }

    private List<DeprecationRule> deprecations(List<YamlNode> items) {
        var result = new ArrayList<DeprecationRule>();
        Set<String> stated = rules.organizations();
        for (var item : items) {
            var fields = YamlNodes.fields(item);
            var organization = YamlNodes.text(fields.get("organization"));
            var reason = YamlNodes.text(fields.get("reason"));
            var where = values.condition(fields.get("where"));
            if (organization == null || reason == null) {
                continue;
            }
            if (!stated.contains(organization)) {
                mistake(
                        fields.get("organization"),
                        "this mapping states no membership in '%s'%s"
                                .formatted(organization, SpellingSuggestion.of(organization, stated)));
            }
            result.add(new DeprecationRule(where, organization, reason));
        }
        return result;
    }

    private void mistake(@Nullable YamlNode node, String message) {
        if (node != null) {
            mistakes.add(new Mistake(node.place(), message));
        }
    }
}
