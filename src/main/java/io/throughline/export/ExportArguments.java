package io.throughline.export;

import static java.util.stream.Collectors.joining;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.schema.UnknownIdCheck;
import io.throughline.infra.problem.CodedProblem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses URL parameters the way GraphQL parses the arguments of a field: runs a document with the field against the
 * schema, with a data fetcher that only captures the arguments.
 */
@Component
class ExportArguments {

    private final GraphQLSchema schema;
    private final GraphQL graphQl;
    private final JsonMapper json;
    private final UnknownIdCheck existing;

    ExportArguments(GraphQlSource source, UnknownIdCheck existing, JsonMapper json) {
        this.existing = existing;
        this.schema = source.schema();
        this.json = json;
        this.graphQl = GraphQL.newGraphQL(schema.transformWithoutTypes(builder ->
                        builder.codeRegistry(schema.getCodeRegistry().transform(registry -> {
                            for (var selection : ExportSelection.values()) {
                                registry.dataFetcher(
                                        FieldCoordinates.coordinates(
                                                schema.getQueryType().getName(), selection.field()),
                                        ExportArguments::keep);
                            }
                        }))))
                .build();
    }

    private static Object keep(DataFetchingEnvironment environment) {
        environment.getGraphQlContext().put(DataFetchingEnvironment.class, environment);
        return Map.of();
    }

    /**
     * Returns the arguments as the field's own resolver would get them.
     *
     * @param parameters values by name; a list is given as several values or separated by commas
     * @throws InvalidArgumentException if a parameter is unknown or invalid
     * @throws io.throughline.graphql.schema.UnknownIdException if nothing in the graph has one of the ids
     */
    DataFetchingEnvironment read(ExportSelection selection, Map<String, List<String>> parameters) {
        var arguments = schema.getQueryType().getFieldDefinition(selection.field()).getArguments().stream()
                .filter(argument -> selection.takes(argument.getName()))
                .toList();
        parameters.forEach((name, values) -> {
            if (arguments.stream().noneMatch(argument -> argument.getName().equals(name))) {
                throw InvalidArgumentException.described(
                        name,
                        "not a parameter of this export",
                        "one of " + names(arguments.stream(), GraphQLArgument::getName));
            }
        });
        var given = arguments.stream()
                .filter(argument -> parameters.containsKey(argument.getName()))
                .toList();
        var variables = new HashMap<String, @Nullable Object>();
        given.forEach(argument -> variables.put(
                argument.getName(), value(argument, parameters.getOrDefault(argument.getName(), List.of()))));
        var input = ExecutionInput.newExecutionInput(document(selection, given))
                .variables(variables)
                .locale(Locale.ENGLISH)
                .build();
        var errors = graphQl.execute(input).getErrors();
        DataFetchingEnvironment read = input.getGraphQLContext().get(DataFetchingEnvironment.class);
        if (!errors.isEmpty() || read == null) {
            throw new InvalidArgumentsException(errors.get(0).getMessage());
        }
        existing.check(read);
        return read;
    }

    private static String document(ExportSelection selection, List<GraphQLArgument> given) {
        if (given.isEmpty()) {
            return "{%s{__typename}}".formatted(selection.field());
        }
        return "query(%s){%s(%s){__typename}}"
                .formatted(
                        names(
                                given.stream(),
                                argument -> "$%s: %s"
                                        .formatted(
                                                argument.getName(), GraphQLTypeUtil.simplePrint(argument.getType()))),
                        selection.field(),
                        names(given.stream(), argument -> "%1$s: $%1$s".formatted(argument.getName())));
    }

    private static String names(Stream<GraphQLArgument> arguments, Function<GraphQLArgument, String> text) {
        return arguments.map(text).collect(joining(", "));
    }

    private @Nullable Object value(GraphQLArgument argument, List<String> values) {
        var type = GraphQLTypeUtil.unwrapNonNull(argument.getType());
        if (GraphQLTypeUtil.isList(type)) {
            return values.stream()
                    .flatMap(value -> Arrays.stream(value.split(",")))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(value -> single(argument.getName(), GraphQLTypeUtil.unwrapAll(type), value))
                    .toList();
        }
        if (values.size() != 1) {
            throw InvalidArgumentException.described(
                    argument.getName(), "given %d times".formatted(values.size()), "one value");
        }
        return single(argument.getName(), type, values.get(0));
    }

    /**
     * Converts text to the JSON value; what cannot be converted stays text, which GraphQL then rejects with its own
     * message.
     */
    private @Nullable Object single(String name, GraphQLType type, String text) {
        if (type instanceof GraphQLInputObjectType object) {
            return object(name, object, text);
        }
        return switch (GraphQLTypeUtil.simplePrint(type)) {
            case "Boolean" -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            case "Int" -> text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
            default -> text;
        };
    }

    private @Nullable Object object(String name, GraphQLInputObjectType type, String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JacksonException e) {
            throw new InvalidArgumentException(
                    name, text, "JSON of type %s, e.g. {\"id\": {\"eq\": \"…\"}}".formatted(type.getName()));
        }
    }

    /** An invalid argument, with GraphQL's message. */
    static final class InvalidArgumentsException extends RuntimeException implements CodedProblem {

        private static final long serialVersionUID = 1L;

        InvalidArgumentsException(String message) {
            super(message);
        }

        @Override
        public String code() {
            return "BAD_ARGUMENT";
        }
    }
}
