package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

@GraphTest
class DescriptionsTests {

    private static final Set<String> BUILT_IN = Set.of("String", "Int", "Float", "Boolean", "ID");

    @Autowired
    private GraphQlSource source;

    @Test
    void everyTypeFieldArgumentAndValueIsDescribed() {
        var bare = new ArrayList<String>();
        var described = 0;
        for (var element : elements(bare)) {
            described++;
            assertThat(element.getName()).isNotBlank();
        }
        assertThat(bare).isEmpty();
        assertThat(described).isGreaterThan(400);
        assertThat(source.schema().getDescription()).isNotBlank();
    }

    @Test
    void theSchemaIntroducesTheFirstTenTermsOfTheGlossary() throws IOException {
        var section = Files.readString(Path.of("docs/glossary.md")).split("## ")[1];
        var terms = Pattern.compile("(?m)^\\| (\\*\\*.+?\\*\\*) \\| (.+?) \\|")
                .matcher(section)
                .results()
                .map(row -> "- " + row.group(1) + ": " + row.group(2))
                .toList();
        assertThat(terms).hasSize(10);
        assertThat(source.schema().getDescription().replaceAll("\\s+", " ")).contains(terms);
    }

    private List<GraphQLNamedSchemaElement> elements(List<String> bare) {
        var all = new ArrayList<GraphQLNamedSchemaElement>();
        for (GraphQLNamedType type : source.schema().getAllTypesAsList()) {
            if (type.getName().startsWith("__") || BUILT_IN.contains(type.getName())) {
                continue;
            }
            add(type, type.getName(), all, bare);
            if (type instanceof GraphQLFieldsContainer fields) {
                fields.getFieldDefinitions().forEach(field -> {
                    add(field, type.getName() + "." + field.getName(), all, bare);
                    for (GraphQLArgument argument : field.getArguments()) {
                        add(
                                argument,
                                type.getName() + "." + field.getName() + "(" + argument.getName() + ")",
                                all,
                                bare);
                    }
                });
            }
            if (type instanceof GraphQLEnumType words) {
                words.getValues().forEach(word -> add(word, type.getName() + "." + word.getName(), all, bare));
            }
            if (type instanceof GraphQLInputObjectType input) {
                input.getFields().forEach(field -> add(field, type.getName() + "." + field.getName(), all, bare));
            }
        }
        return all;
    }

    private static void add(
            GraphQLNamedSchemaElement element, String path, List<GraphQLNamedSchemaElement> all, List<String> bare) {
        all.add(element);
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            bare.add(path);
        }
    }
}
