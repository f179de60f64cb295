package io.throughline.graphql.schema;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedInputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds ids in the arguments of a field by their schema types. */
final class IdArguments {

    private IdArguments() {}

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
