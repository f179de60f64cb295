package io.throughline.graphql.entity;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.GraphTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Values;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Fetching only what a document selects gives the same values as fetching everything. */
@GraphTest
class SelectedTypeTests {

    private static final SelectedType<Entity> TYPE = new SelectedType<>(
            "Thing",
            List.of("id"),
            Map.of("kind", List.of("kind"), "whole", List.of("kind", "part")),
            node -> node::id);

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private GraphQlSource source;

    @Test
    void readingAPropertyThatWasNotFetchedIsAnError() {
        var node = NodeReader.of("Thing", List.of("id", "note"), Values.value(Arrays.asList("one", null)));
        assertThat(node.id()).isEqualTo("one");
        assertThat(node.text("note")).isNull();
        assertThatThrownBy(() -> node.text("kind"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Thing.kind was not fetched");
        assertThatThrownBy(() -> node.yes("kind")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> node.texts("kind")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fetchesWhatTheSelectedFieldsRead() {
        assertThat(TYPE.keys(FieldSelection.of(Map.of("Thing", Set.of("kind", "other"), "Other", Set.of("whole")))))
                .containsExactly("id", "kind");
        assertThat(TYPE.keys(FieldSelection.of(Map.of()))).containsExactly("id");
        assertThat(TYPE.keys(FieldSelection.ALL)).containsExactly("id", "kind", "part");
    }

    /** Selected alone, most fields of a membership come from the shortcut; with all others, from the membership. */
    @Tag("full") // asks for each field of each type on its own
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Membership | { organizations(first: 200) { nodes { members(first: 20) { nodes { FIELDS } } } } }",
                "Membership | { organizations(first: 200) { nodes { partners(first: 20) { nodes { memberships { FIELDS } } } } } }",
                "Membership | { organizations(first: 200) { nodes { channels(first: 20) { nodes { FIELDS } } } } }",
                "Membership | { cities(first: 200) { nodes { memberships(first: 20) { nodes { FIELDS } } } } }",
                "Membership | { memberships(first: 500) { nodes { FIELDS } } }",
                "City | { cities(first: 500) { nodes { FIELDS } } }",
                "City | { memberships(first: 500) { nodes { member { ... on City { FIELDS } } } } }",
                "Region | { regions(first: 500) { nodes { FIELDS } } }",
                "Region | { memberships(first: 500) { nodes { member { ... on Region { FIELDS } } } } }"
            })
    void everyFieldHasTheSameValueAloneAsWithAllOthers(String typeName, String document) {
        compareEachFieldWithAllTogether(typeName, document);
    }

    @Test
    @Tag("full") // statements for earlier moments take seconds to plan
    void everyFieldHasTheSameValueAloneAsKnownAtAMoment() {
        compareEachFieldWithAllTogether(
                "Membership",
                "{ network(id: \"c40\") { members(first: 50, knownAt: \"2100-01-01T00:00:00Z\") { nodes { FIELDS } } } }");
    }

    private void compareEachFieldWithAllTogether(String typeName, String document) {
        var type = (GraphQLFieldsContainer) source.schema().getType(typeName);
        var fields = type.getFieldDefinitions();
        var together =
                run(document, fields.stream().map(SelectedTypeTests::inDocument).collect(joining(" ")));
        assertThat(together).hasSizeGreaterThan(5);
        for (var field : fields) {
            var alone = run(document, inDocument(field));
            assertThat(alone)
                    .as("%s.%s", typeName, field.getName())
                    .isEqualTo(together.stream()
                            .map(each -> only(field.getName(), each))
                            .toList());
        }
    }

    private static Map<String, @Nullable Object> only(String field, Map<String, Object> all) {
        var one = new HashMap<String, @Nullable Object>();
        one.put("__typename", all.get("__typename"));
        one.put(field, all.get(field));
        return one;
    }

    /** A field as inDocument in a document, with one of its subfields. */
    private static String inDocument(GraphQLFieldDefinition field) {
        var arguments = field.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
                .filter(argument -> !argument.hasSetDefaultValue())
                .map(SelectedTypeTests::exampleArgument)
                .collect(joining(", "));
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        return field.getName()
                + (arguments.isEmpty() ? "" : "(" + arguments + ")")
                + (type instanceof GraphQLFieldsContainer of ? " { " + anySubfield(of) + " }" : "");
    }

    private static String exampleArgument(GraphQLArgument argument) {
        return argument.getName() + ": "
                + switch (GraphQLTypeUtil.unwrapAll(argument.getType()).getName()) {
                    case "Date" -> "\"2022-01-01\"";
                    case "ID" -> "\"race-to-zero\"";
                    default -> throw new IllegalStateException("add an example value of " + argument);
                };
    }

    private static String anySubfield(GraphQLFieldsContainer of) {
        return List.of("id", "totalCount", "value", "earliest", "kind").stream()
                .filter(name -> of.getFieldDefinition(name) != null)
                .findFirst()
                .orElse("__typename");
    }

    private List<Map<String, Object>> run(String document, String fields) {
        var found = new ArrayList<Map<String, Object>>();
        var data = graphQl.document(document.replace("FIELDS", "__typename " + fields))
                .execute()
                .errors()
                .verify()
                .path("")
                .entity(Map.class)
                .get();
        collect(data, found);
        return found;
    }

    /** Collects the objects with a __typename. */
    @SuppressWarnings("unchecked")
    private static void collect(Object data, List<Map<String, Object>> found) {
        if (data instanceof Map<?, ?> map && map.containsKey("__typename")) {
            found.add((Map<String, Object>) map);
        } else if (data instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, found));
        } else if (data instanceof List<?> list) {
            list.forEach(each -> collect(each, found));
        }
    }
}
