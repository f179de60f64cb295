package io.throughline.graphql.errors;

import static java.util.Comparator.comparingInt;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.reference.name.EditDistance;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Suggests names of the schema for a misspelt one, by the rule of the reference implementation of GraphQL
 * ({@code suggestionList}): those with at most two errors in five letters and one more, nearest first.
 */
final class SchemaSuggestions {

    private static final int MAX_SUGGESTIONS = 5;
    private static final double ERRORS_PER_LETTER = 0.4;

    private static final Pattern FIELD = Pattern.compile("^Field '(\\w+)' in type '(\\w+)' is undefined");
    private static final Pattern INPUT_FIELD = Pattern.compile("contains a field not in '(\\w+)': '(\\w+)'");
    private static final Pattern FIELD_OF_VARIABLE =
            Pattern.compile("field name '(\\w+)' that is not defined for input object type '(\\w+)'");
    private static final Pattern ENUM_VALUE =
            Pattern.compile("for enum '(\\w+)'(?: - '?|\\. No value found for name '|\\. Unknown value ')(\\w+)");
    private static final Pattern ARGUMENT = Pattern.compile("^Unknown field argument '(\\w+)'");
    private static final Pattern TYPE = Pattern.compile("^Unknown type '(\\w+)'");

    private final GraphQLSchema schema;

    SchemaSuggestions(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * The names that may have been meant; empty if the error is not about a name, or no name is near.
     *
     * @param message of an error, in English
     * @param path the names of the fields from the root to the error; null if not known
     */
    List<String> of(String message, @Nullable List<?> path) {
        return Stream.of(
                        found(FIELD, message)
                                .map(field -> near(field.group(1), fields(schema.getType(field.group(2))))),
                        found(INPUT_FIELD, message)
                                .map(field -> near(field.group(2), inputFields(schema.getType(field.group(1))))),
                        found(FIELD_OF_VARIABLE, message)
                                .map(field -> near(field.group(1), inputFields(schema.getType(field.group(2))))),
                        found(ENUM_VALUE, message)
                                .map(value -> near(value.group(2), values(schema.getType(value.group(1))))),
                        found(ARGUMENT, message).map(argument -> near(argument.group(1), arguments(path))),
                        found(TYPE, message)
                                .map(type -> near(
                                        type.group(1),
                                        schema.getAllTypesAsList().stream().map(GraphQLNamedType::getName))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<MatchResult> found(Pattern pattern, String message) {
        return pattern.matcher(message).results().findFirst();
    }

    private static List<String> near(String name, Stream<String> names) {
        var most = (int) (name.length() * ERRORS_PER_LETTER) + 1;
        return names.filter(each -> !each.startsWith("__") && errors(name, each) <= most)
                .sorted(comparingInt((String each) -> errors(name, each)).thenComparing(each -> each))
                .limit(MAX_SUGGESTIONS)
                .toList();
    }

    private static int errors(String name, String other) {
        return EditDistance.errors(name.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> fields(@Nullable GraphQLType type) {
        return type instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinitions().stream().map(GraphQLNamedSchemaElement::getName)
                : Stream.of();
    }

    private static Stream<String> inputFields(@Nullable GraphQLType type) {
        return type instanceof GraphQLInputObjectType input
                ? input.getFieldDefinitions().stream().map(GraphQLNamedSchemaElement::getName)
                : Stream.of();
    }

    private static Stream<String> values(@Nullable GraphQLType type) {
        return type instanceof GraphQLEnumType constants
                ? constants.getValues().stream().map(GraphQLEnumValueDefinition::getName)
                : Stream.of();
    }

    /** The arguments of the field at a path; none if a fragment hides the type that has the field. */
    private Stream<String> arguments(@Nullable List<?> path) {
        if (path == null || path.isEmpty()) {
            return Stream.of();
        }
        return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .filter(Objects::nonNull)
                .flatMap(root -> argumentsAt(root, path))
                .distinct();
    }

    private static Stream<String> argumentsAt(GraphQLFieldsContainer root, List<?> path) {
        GraphQLFieldsContainer parent = root;
        for (var i = 0; ; i++) {
            var field = parent.getFieldDefinition(String.valueOf(path.get(i)));
            if (field == null) {
                return Stream.of();
            }
            if (i == path.size() - 1) {
                return field.getArguments().stream().map(GraphQLNamedSchemaElement::getName);
            }
            if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer next)) {
                return Stream.of();
            }
            parent = next;
        }
    }
}
