package io.throughline.graphql.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedInputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds ids in the arguments of a field by their schema types, and codes of places, which are their ids, by their name. */
final class IdArguments {

    private IdArguments() {}

    /**
     * An id in the arguments.
     *
     * @param path the names that lead to it, e.g. {@code [where, memberOf, allOf]}
     */
    record IdArgument(List<String> path, String id) {}

    /** All ids in the arguments, in their order. */
    static List<IdArgument> all(GraphQLFieldDefinition field, DataFetchingEnvironment environment) {
        var ids = new ArrayList<IdArgument>();
        field.getArguments()
                .forEach(argument -> collect(
                        environment.getArguments().get(argument.getName()),
                        argument.getType(),
                        List.of(argument.getName()),
                        ids));
        return ids;
    }

    private static void collect(@Nullable Object value, GraphQLType type, List<String> path, List<IdArgument> ids) {
        var named = GraphQLTypeUtil.unwrapAll(type);
        if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, type, path, ids));
        } else if (value instanceof Map<?, ?> fields && named instanceof GraphQLInputObjectType input) {
            fields.forEach((name, each) -> collect(
                    each,
                    input.getFieldDefinition((String) name).getType(),
                    Stream.concat(path.stream(), Stream.of((String) name)).toList(),
                    ids));
        } else if (value instanceof String id && (named.getName().equals("ID") || isCode(path))) {
            ids.add(new IdArgument(path, id));
        }
    }

    /** Whether the value must be a whole ISO code, which is also the id of the place that has it. */
    private static boolean isCode(List<String> path) {
        return path.size() > 1
                && path.get(path.size() - 2).equals("iso")
                && List.of("eq", "in").contains(path.get(path.size() - 1));
    }

    /** Whether an argument of this type can contain ids. */
    static boolean canHold(GraphQLType type) {
        var named = GraphQLTypeUtil.unwrapAll(type);
        return named.getName().equals("ID") || named instanceof GraphQLInputObjectType;
    }

    /** Replaces ids in the arguments. */
    static DataFetchingEnvironment replace(
            GraphQLFieldDefinition field, DataFetchingEnvironment environment, Map<String, String> ids) {
        var arguments = new LinkedHashMap<String, @Nullable Object>(environment.getArguments());
        field.getArguments()
                .forEach(argument -> arguments.computeIfPresent(
                        argument.getName(), (name, value) -> replace(value, argument.getType(), ids)));
        return arguments.equals(environment.getArguments())
                ? environment
                : DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                        .arguments(arguments)
                        .build();
    }

    private static @Nullable Object replace(@Nullable Object value, GraphQLType type, Map<String, String> ids) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> replace(each, type, ids)).toList();
        }
        var named = (GraphQLNamedInputType) GraphQLTypeUtil.unwrapAll(type);
        if (value instanceof Map<?, ?> fields && named instanceof GraphQLInputObjectType input) {
            var replaced = new LinkedHashMap<String, @Nullable Object>();
            fields.forEach((name, each) -> replaced.put(
                    (String) name,
                    replace(each, input.getFieldDefinition((String) name).getType(), ids)));
            return replaced;
        }
        return named.getName().equals("ID") && value instanceof String id ? ids.getOrDefault(id, id) : value;
    }
}
