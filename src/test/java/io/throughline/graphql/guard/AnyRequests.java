package io.throughline.graphql.guard;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Generates requests over a whole schema: any fields and arguments, as literals or variables. */
final class AnyRequests {

    /** Writes unpaired surrogates as escapes, or they would be lost in transit. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** A part of a document with its variables: declaration and value. */
    private record Part(String text, Map<String, Object> variables) {

        static Part of(List<Part> parts, String prefix, String separator, String suffix) {
            var variables = new LinkedHashMap<String, Object>();
            parts.forEach(part -> variables.putAll(part.variables));
            return new Part(
                    prefix
                            + String.join(
                                    separator, parts.stream().map(Part::text).toList())
                            + suffix,
                    variables);
        }
    }

    private final GraphQLSchema schema;

    AnyRequests(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Bodies of queries. */
    Arbitrary<String> bodies() {
        return selections(schema.getQueryType(), "", 3).map(part -> body("query", part));
    }

    /** Bodies of mutations. */
    Arbitrary<String> changes() {
        return selections(Objects.requireNonNull(schema.getMutationType()), "", 2)
                .map(part -> body("mutation", part));
    }

    private static String body(String operation, Part selections) {
        var declared = String.join(", ", selections.variables.keySet());
        var values = new LinkedHashMap<String, @Nullable Object>();
        selections.variables.forEach((name, value) -> values.put(name.substring(1, name.indexOf(':')), plain(value)));
        return JSON.writeValueAsString(Map.of(
                "query",
                operation + " " + (declared.isEmpty() ? "" : "(" + declared + ")") + selections.text,
                "variables",
                values));
    }

    private Arbitrary<Part> selections(GraphQLNamedOutputType type, String place, int levels) {
        if (type instanceof GraphQLUnionType || type instanceof GraphQLInterfaceType && levels % 2 == 0) {
            var types = type instanceof GraphQLUnionType union
                    ? union.getTypes().stream()
                            .map(one -> schema.getObjectType(one.getName()))
                            .toList()
                    : schema.getImplementations((GraphQLInterfaceType) type);
            return Arbitraries.of(types)
                    .flatMap(one -> selections(one, place, levels)
                            .map(part -> Part.of(List.of(part), "{ ... on " + one.getName() + " ", "", " }")));
        }
        var fields = ((GraphQLFieldsContainer) type)
                .getFieldDefinitions().stream()
                        .filter(field -> levels > 0
                                || !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer
                                        || GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLUnionType))
                        .toList();
        if (fields.isEmpty()) {
            return Arbitraries.just(new Part("{ __typename }", Map.of()));
        }
        return Arbitraries.of(fields)
                .list()
                .ofMinSize(1)
                .ofMaxSize(levels > 1 ? 2 : 3)
                .flatMap(chosen -> Combinators.combine(IntStream.range(0, chosen.size())
                                .mapToObj(i -> field(chosen.get(i), place + "_" + i, levels))
                                .toList())
                        .as(parts -> Part.of(parts, "{ ", " ", " }")));
    }

    private Arbitrary<Part> field(GraphQLFieldDefinition field, String place, int levels) {
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        var below = type instanceof GraphQLFieldsContainer || type instanceof GraphQLUnionType
                ? selections((GraphQLNamedOutputType) type, place, levels - 1)
                : Arbitraries.just(new Part("", Map.of()));
        return Combinators.combine(arguments(field, place), below)
                .as((arguments, selections) ->
                        Part.of(List.of(arguments, selections), "a" + place + ": " + field.getName(), " ", ""));
    }

    private static Arbitrary<Part> arguments(GraphQLFieldDefinition field, String place) {
        var all = new ArrayList<Arbitrary<Part>>();
        for (var argument : field.getArguments()) {
            var given = argument(argument, place);
            var required = GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
            // otherwise nested pages of default size would take most of the time
            var often = argument.getName().equals("first");
            all.add(
                    required
                            ? given
                            : Arbitraries.frequencyOf(
                                    Tuple.of(often ? 1 : 4, Arbitraries.just(new Part("", Map.of()))),
                                    Tuple.of(often ? 4 : 1, given)));
        }
        return Combinators.combine(all)
                .as(parts -> parts.stream().allMatch(part -> part.text.isEmpty())
                        ? new Part("", Map.of())
                        : Part.of(parts, "(", " ", ")"));
    }

    private static Arbitrary<Part> argument(GraphQLArgument argument, String place) {
        var name = argument.getName();
        var variable = "$v" + place + "_" + name;
        return Combinators.combine(AnyValues.of(argument.getType(), 2), Arbitraries.of(true, false))
                .as((value, literal) -> literal
                        ? new Part(name + ": " + literal(value), Map.of())
                        : new Part(
                                name + ": " + variable,
                                Map.of(variable + ": " + GraphQLTypeUtil.simplePrint(argument.getType()), value)));
    }

    private static String literal(Object value) {
        if (value instanceof AnyValues.Word word) {
            return word.name();
        }
        if (value instanceof List<?> list) {
            return "["
                    + String.join(" ", list.stream().map(AnyRequests::literal).toList()) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return "{"
                    + String.join(
                            " ",
                            map.entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + literal(entry.getValue()))
                                    .toList())
                    + "}";
        }
        return value == AnyValues.NULL ? "null" : JSON.writeValueAsString(value);
    }

    private static @Nullable Object plain(Object value) {
        if (value instanceof AnyValues.Word word) {
            return word.name();
        }
        if (value instanceof List<?> list) {
            return new ArrayList<@Nullable Object>(
                    list.stream().map(AnyRequests::plain).toList());
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<Object, @Nullable Object>();
            map.forEach((key, entry) -> plain.put(key, plain(entry)));
            return plain;
        }
        return value == AnyValues.NULL ? null : value;
    }
}
