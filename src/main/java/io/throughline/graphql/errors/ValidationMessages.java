package io.throughline.graphql.errors;

import static java.util.Comparator.comparingInt;

import graphql.GraphQLError;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.Value;
import graphql.validation.ValidationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites validation messages of graphql-java 25 in GraphQL terms. It prints values as Java objects; they are located in the
 * document again and replaced by their GraphQL notation.
 */
final class ValidationMessages {

    /** {@code Validation error (WrongType@[campaign/criteria]) :}, in any of its languages. */
    private static final Pattern KIND = Pattern.compile("^[^()':]*\\([^()]*\\) ?: ");

    private static final Pattern KINDS_OF_VALUE =
            Pattern.compile("Expected an AST type of '(\\w+)' but it was an? '(\\w+)'");

    private static final Pattern MAP = Pattern.compile("Expected type 'Map' but was '(\\w+)'\\..*$");

    private static final Pattern MISSING = Pattern.compile("missing required fields '\\[([^\\]]*)]'$");

    private static final Map<String, String> WORDS = Map.of(
            "IntValue", "a whole number",
            "FloatValue", "a number",
            "StringValue", "a string",
            "BooleanValue", "true or false",
            "EnumValue", "an enum value",
            "ArrayValue", "a list",
            "ObjectValue", "an object",
            "NullValue", "null",
            "VariableReference", "a variable");

    private ValidationMessages() {}

    /**
     * The message of an error.
     *
     * @param document the validated document; null for errors of other kinds
     */
    static String of(GraphQLError error, @Nullable Document document) {
        var message = String.valueOf(error.getMessage());
        if (error instanceof ValidationError) {
            message = KIND.matcher(message).replaceFirst("");
            message = MISSING.matcher(message).replaceFirst("missing required fields '$1'");
        }
        message = KINDS_OF_VALUE
                .matcher(message)
                .replaceAll(kinds -> "expected %s, got %s".formatted(word(kinds.group(1)), word(kinds.group(2))));
        message = MAP.matcher(message).replaceFirst("expected an object");
        for (var value : values(error, document)) {
            // printed by Java, quoted in some messages
            message = message.replace("'" + value + "'", AstPrinter.printAstCompact(value))
                    .replace(value.toString(), AstPrinter.printAstCompact(value));
        }
        return message;
    }

    /** The place of the error in the schema, if known: {@code field}, as names from the root, and {@code argument}. */
    static Map<String, Object> place(GraphQLError error, @Nullable Document document) {
        var place = new LinkedHashMap<String, Object>();
        if (error instanceof ValidationError found
                && found.getQueryPath() != null
                && !found.getQueryPath().isEmpty()) {
            place.put("field", found.getQueryPath());
        }
        nodes(error, document)
                .filter(Argument.class::isInstance)
                .findFirst()
                .ifPresent(node -> place.put("argument", ((Argument) node).getName()));
        return place;
    }

    /** The values at the location of the error, containing values first. */
    private static List<Value<?>> values(GraphQLError error, @Nullable Document document) {
        var values = new ArrayList<Value<?>>();
        nodes(error, document).forEach(node -> addValues(node, values));
        values.sort(comparingInt((Value<?> value) -> value.toString().length()).reversed());
        return values;
    }

    private static void addValues(Node<?> node, List<Value<?>> values) {
        if (node instanceof Value<?> value) {
            values.add(value);
        }
        node.getChildren().forEach(child -> addValues(child, values));
    }

    private static Stream<Node<?>> nodes(GraphQLError error, @Nullable Document document) {
        if (!(error instanceof ValidationError) || document == null || error.getLocations() == null) {
            return Stream.empty();
        }
        var found = new ArrayList<Node<?>>();
        error.getLocations().stream().filter(Objects::nonNull).forEach(location -> addNodes(document, location, found));
        return found.stream();
    }

    private static void addNodes(Node<?> node, Object location, List<Node<?>> found) {
        if (location.equals(node.getSourceLocation())) {
            found.add(node);
        } else {
            node.getChildren().forEach(child -> addNodes(child, location, found));
        }
    }

    private static String word(String kind) {
        return WORDS.getOrDefault(kind, kind);
    }
}
