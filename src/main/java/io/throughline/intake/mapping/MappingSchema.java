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
 * Checks the shape of a mapping with the JSON Schema that editors use too. Errors are reported in terms of the mapping
 * language, with what is allowed.
 */
final class MappingSchema {

    private static final CoreScalarResolver SCALARS = new CoreScalarResolver(false);
    private static final Schema SCHEMA = load();

    private MappingSchema() {}

    /** The schema as JSON. */
    static JsonNode node() {
        return SCHEMA.getSchemaNode();
    }

    /** Adds the mistakes in the shape of a mapping. */
    static void check(YamlNode root, List<Mistake> mistakes) {
        var errors = SCHEMA.validate(json(root));
        var withUnknownKeys = new HashSet<NodePath>();
        for (var error : errors) {
            if (error.getKeyword().equals("additionalProperties")) {
                withUnknownKeys.add(error.getInstanceLocation());
            }
        }
        for (var error : errors) {
            // an unknown key is probably a misspelling of the missing one
            var follows = error.getKeyword().equals("oneOf") && withUnknownKeys.contains(error.getInstanceLocation());
            if (!follows && !isPartOfAnother(error)) {
                mistakes.add(mistake(root, error));
            }
        }
    }

    /** The document as JSON, with the scalar types of YAML 1.2. */
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
        var scalar = (YamlNode.Text) yaml;
        var tag = scalar.plain() ? SCALARS.resolve(scalar.value(), true) : Tag.STR;
        if (tag.equals(Tag.NULL)) {
            return nodes.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return nodes.booleanNode(Boolean.parseBoolean(scalar.value()));
        }
        if (tag.equals(Tag.INT) && scalar.value().matches("-?\\d{1,18}")) {
            return nodes.numberNode(Long.parseLong(scalar.value()));
        }
        // no key accepts a fraction, so its value does not matter, only that it is a number
        return tag.equals(Tag.FLOAT) ? nodes.numberNode(0.5) : nodes.stringNode(scalar.value());
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

    /**
     * Whether the error only explains why one of several alternatives failed; the error about all alternatives is
     * clearer.
     */
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
        return new Mistake(part.place(), keyPrefix(error.getInstanceLocation()) + message(error, part));
    }

    private static String message(Error error, YamlNode part) {
        var rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "`%s` is missing".formatted(error.getProperty());
            case "enum" -> {
                var allowed = new ArrayList<String>();
                rule.forEach(word -> allowed.add(word.asString()));
                yield "%s is not one of %s%s"
                        .formatted(found(part), String.join(", ", allowed), SpellingSuggestion.of(text(part), allowed));
            }
            case "type" -> "expected %s, but found %s".formatted(expected(error), found(part));
            case "pattern" ->
                "%s is not %s"
                        .formatted(found(part), parent(error).path("title").asString(""));
            case "minLength", "minProperties" -> "must not be empty";
            case "minItems" ->
                rule.asInt() == 1 ? "must not be empty" : "needs at least %d items".formatted(rule.asInt());
            case "maxProperties" ->
                "give only one of %s"
                        .formatted(String.join(", ", names(parent(error).path("properties"))));
            case "maxLength" -> "%s is longer than one character".formatted(found(part));
            case "minimum" -> "%s is less than %s".formatted(found(part), rule.asString());
            case "oneOf" -> "give either `column` or `constant`, not both";
            case "anyOf" -> "give `memberships` or `notMemberships`";
            case "not" -> "`tags` cannot be combined with `where`, nor `point` with `latitude`";
            case "dependencies" -> dependency(error, part);
            default -> error.getMessage();
        };
    }

    /** Names the key that is missing and the one that requires it. */
    private static String dependency(Error error, YamlNode part) {
        if (part instanceof YamlNode.Fields fields) {
            for (var rule : parent(error).path("dependencies").properties()) {
                for (var needed : rule.getValue()) {
                    if (fields.get(rule.getKey()) != null && fields.get(needed.asString()) == null) {
                        return "`%s` requires `%s`".formatted(rule.getKey(), needed.asString());
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
            case "object" -> "keys with values, `key: value`";
            case "array" -> "a list, `- item`";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a text (put a text with braces or brackets in quotes)";
        };
    }

    private static String found(YamlNode part) {
        if (part instanceof YamlNode.Text) {
            return "'%s'".formatted(text(part));
        }
        return part instanceof YamlNode.Items ? "a list" : "keys with values";
    }

    private static String text(YamlNode part) {
        return part instanceof YamlNode.Text scalar ? scalar.value() : "";
    }

    /** The schema with the keyword that failed. */
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

    /** The last key in the path, which the message is about. */
    private static String keyPrefix(NodePath path) {
        for (var i = path.getNameCount() - 1; i >= 0; i--) {
            if (!(path.getElement(i) instanceof Integer)) {
                return "`%s`: ".formatted(path.getName(i));
            }
        }
        return "";
    }
}
