package io.throughline.intake.mapping;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.throughline.intake.mapping.InvalidMappingException.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The shape of a mapping, by the JSON Schema that editors use too. What the schema finds is said in the words of the
 * language, with what is allowed.
 */
final class MappingSchema {

    private static final CoreScalarResolver SCALARS = new CoreScalarResolver(false);
    private static final Schema SCHEMA = load();

    private MappingSchema() {}

    /** The schema itself. */
    static JsonNode node() {
        return SCHEMA.getSchemaNode();
    }

    /** Adds what is wrong with the shape of a mapping. */
    static void check(YamlNode root, List<Mistake> mistakes) {
        var errors = SCHEMA.validate(json(root));
        var misspelt = new HashSet<NodePath>();
        for (var error : errors) {
            if (error.getKeyword().equals("additionalProperties")) {
                misspelt.add(error.getInstanceLocation());
            }
        }
        for (var error : errors) {
            // where a key is unknown, it is likely the one that is missed
            var follows = error.getKeyword().equals("oneOf") && misspelt.contains(error.getInstanceLocation());
            if (!follows && !isPartOfAnother(error)) {
                mistakes.add(mistake(root, error));
            }
        }
    }

    /** The document as JSON, its scalars of the types that YAML 1.2 gives them. */
    static JsonNode json(YamlNode yaml) {
        var nodes = JsonNodeFactory.instance;
        if (yaml instanceof YamlNode.Fields fields) {
            var object = nodes.objectNode();
            fields.fields().forEach((key, field) -> object.set(key, json(field.value())));
            return object;
        }
        if (yaml instanceof YamlNode.Items items) {
            var array = nodes.arrayNode();
            items.items().forEach(item -> array.add(json(item)));
            return array;
        }
        var text = (YamlNode.Text) yaml;
        var tag = text.plain() ? SCALARS.resolve(text.value(), true) : Tag.STR;
        if (tag.equals(Tag.NULL)) {
            return nodes.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return nodes.booleanNode(Boolean.parseBoolean(text.value()));
        }
        if (tag.equals(Tag.INT) && text.value().matches("-?\\d{1,18}")) {
            return nodes.numberNode(Long.parseLong(text.value()));
        }
        // a number that is not whole is a text to every key, so that only its being one matters
        return tag.equals(Tag.FLOAT) ? nodes.numberNode(0.5) : nodes.stringNode(text.value());
    }

    private static Schema load() {
        try (var stream = MappingSchema.class.getResourceAsStream("/mappings/mapping.schema.json")) {
            if (stream == null) {
                throw new IllegalStateException("mappings/mapping.schema.json is missing");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(stream, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it only explains why one of several alternatives does not hold, which the alternatives say better. */
    private static boolean isPartOfAnother(Error error) {
        var path = error.getEvaluationPath();
        for (var i = 0; i < path.getNameCount() - 1; i++) {
            var name = path.getName(i);
            if (name.equals("oneOf") || name.equals("anyOf")) {
                return true;
            }
        }
        return false;
    }

    private static Mistake mistake(YamlNode root, Error error) {
        var part = part(root, error.getInstanceLocation());
        var property = error.getProperty();
        if (error.getKeyword().equals("additionalProperties") && part instanceof YamlNode.Fields fields) {
            var field = fields.fields().get(property);
            var allowed = names(parent(error).path("properties"));
            return new Mistake(
                    field == null ? part.place() : field.key(),
                    "unknown key `%s`; allowed: %s%s"
                            .formatted(property, String.join(", ", allowed), SpellingSuggestion.of(property, allowed)));
        }
        return new Mistake(part.place(), where(error.getInstanceLocation()) + message(error, part));
    }

    private static String message(Error error, YamlNode part) {
        var rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "`%s` is missing".formatted(error.getProperty());
            case "enum" -> {
                var allowed = new ArrayList<String>();
                rule.forEach(word -> allowed.add(word.asString()));
                yield "%s is none of %s%s"
                        .formatted(
                                written(part), String.join(", ", allowed), SpellingSuggestion.of(plain(part), allowed));
            }
            case "type" -> "%s is not %s".formatted(written(part), expected(error));
            case "pattern" ->
                "%s is not %s"
                        .formatted(written(part), parent(error).path("title").asString(""));
            case "minLength", "minProperties" -> "there is nothing in it";
            case "minItems" ->
                rule.asInt() == 1
                        ? "there is nothing in it"
                        : "there is too little in it; at least %d".formatted(rule.asInt());
            case "maxProperties" ->
                "only one of %s can stand here"
                        .formatted(String.join(" and ", names(parent(error).path("properties"))));
            case "maxLength" -> "%s is more than one character".formatted(written(part));
            case "minimum" -> "%s is less than %s".formatted(written(part), rule.asString());
            case "oneOf" -> "either `column` or `constant` is needed, and not both";
            case "anyOf" -> "`memberships` or `notMemberships` is needed";
            case "not" -> "`tags` cannot stand beside `where`, nor `point` beside `latitude`";
            case "dependencies" -> dependency(error, part);
            default -> error.getMessage();
        };
    }

    /** Which key lacks which other. */
    private static String dependency(Error error, YamlNode part) {
        if (part instanceof YamlNode.Fields fields) {
            for (var rule : parent(error).path("dependencies").properties()) {
                for (var needed : rule.getValue()) {
                    if (fields.get(rule.getKey()) != null && fields.get(needed.asString()) == null) {
                        return "`%s` needs `%s` beside it".formatted(rule.getKey(), needed.asString());
                    }
                }
            }
        }
        return error.getMessage();
    }

    private static String expected(Error error) {
        var title = parent(error).path("title").asString("");
        if (!title.isEmpty()) {
            return title;
        }
        return switch (error.getSchemaNode().asString("")) {
            case "object" -> "made of keys, `key: value`";
            case "array" -> "a list, `- item`";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a text; a text with braces or brackets stands in quotes";
        };
    }

    private static String written(YamlNode part) {
        return part instanceof YamlNode.Text ? "'%s'".formatted(plain(part)) : "what stands here";
    }

    private static String plain(YamlNode part) {
        return part instanceof YamlNode.Text text ? text.value() : "";
    }

    /** The schema that has the keyword which failed. */
    private static JsonNode parent(Error error) {
        var fragment = error.getSchemaLocation().getFragment();
        var node = node();
        for (var i = 0; i < fragment.getNameCount() - 1; i++) {
            var element = fragment.getElement(i);
            node = element instanceof Integer index ? node.path(index) : node.path(fragment.getName(i));
        }
        return node;
    }

    private static List<String> names(JsonNode properties) {
        return List.copyOf(properties.propertyNames());
    }

    private static YamlNode part(YamlNode root, NodePath path) {
        var part = root;
        for (var i = 0; i < path.getNameCount(); i++) {
            YamlNode next = null;
            if (part instanceof YamlNode.Fields fields) {
                next = fields.get(path.getName(i));
            } else if (part instanceof YamlNode.Items items && path.getElement(i) instanceof Integer index) {
                next = items.items().get(index);
            }
            if (next == null) {
                return part;
            }
            part = next;
        }
        return part;
    }

    /** The last key on the way, which the message is about. */
    private static String where(NodePath path) {
        for (var i = path.getNameCount() - 1; i >= 0; i--) {
            if (!(path.getElement(i) instanceof Integer)) {
                return "`%s`: ".formatted(path.getName(i));
            }
        }
        return "";
    }
}
