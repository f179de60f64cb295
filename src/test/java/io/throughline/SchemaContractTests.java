package io.throughline;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.ParserOptions;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * The schema of the last release is a contract: what breaks a caller of it is a mistake, or is listed with its reason in
 * {@code graphql/released/accepted-breaks.txt}. With {@code -Dschema.release} the schema of today becomes the contract.
 */
@GraphTest
class SchemaContractTests {

    private static final Path RELEASED = Path.of("graphql/released/schema.graphql");
    private static final Path ACCEPTED = Path.of("graphql/released/accepted-breaks.txt");

    @Autowired
    private GraphQlSource source;

    @Test
    void nothingBreaksCallersOfTheLastReleaseUnlessAccepted() throws IOException {
        if (System.getProperty("schema.release") != null) {
            Files.writeString(RELEASED, print(source.schema()).replaceAll("(?m)[ \\t]+$", ""));
        }
        var accepted = new TreeMap<String, String>();
        for (var line : Files.readAllLines(ACCEPTED)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                var parts = line.split(": ", 2);
                assertThat(parts).as("what changed, and why: %s", line).hasSize(2);
                accepted.put(parts[0], parts[1]);
            }
        }
        assertThat(breaks(Files.readString(RELEASED), print(source.schema())))
                .as("breaks callers; if meant, name it with its reason in %s", ACCEPTED)
                .isEqualTo(accepted.keySet());
    }

    @Test
    void listEntriesAreDistinguishedByTheirIds() {
        var edges = source.schema().getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> type.getName().endsWith("Edge") && type.getFieldDefinition("cursor") != null)
                .toList();
        assertThat(edges).hasSizeGreaterThan(20).allSatisfy(edge -> {
            var type = GraphQLTypeUtil.unwrapAll(edge.getFieldDefinition("node").getType());
            assertThat(type instanceof GraphQLUnionType union ? union.getTypes() : List.of(type))
                    .allSatisfy(node -> assertThat(((GraphQLFieldsContainer) node).getFieldDefinition("id"))
                            .isNotNull());
        });
    }

    @Test
    void removalsBreakClientsAndAdditionsDoNot() {
        var before =
                "type Query { city(id: ID, kind: Kind): City mayor: String } type City { name: String! } enum Kind { A B }";
        assertThat(breaks(before, before)).isEmpty();
        assertThat(
                        breaks(
                                before,
                                "type Query { city(id: ID, kind: Kind, at: Int): City mayor: String more: Int } type City { name: String! id: ID } enum Kind { A B C }"))
                .isEmpty();
        assertThat(breaks(
                        before,
                        "type Query { city(id: ID!, kind: Kind): City } type City { name: String } enum Kind { A }"))
                .containsExactlyInAnyOrder(
                        "MISSING Query.mayor",
                        "STRICTER Query.city ID ID!",
                        "STRICTER City.name String! String",
                        "MISSING Kind B");
    }

    @Test
    void deprecationsSayWhyAndUntilWhen() {
        assertThat(withoutReasonAndDate(source.schema())).isEmpty();
        assertThat(withoutReasonAndDate(
                        UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                        type Query {
                          good(old: Int @deprecated(reason: "Use `x`. Removed after 2027-06-30.")): Int
                          bare: Int @deprecated
                          undated(a: In): Int @deprecated(reason: "Use good.")
                          word: Word
                        }
                        enum Word { A @deprecated(reason: "soon") }
                        input In { a: Int @deprecated(reason: "Removed after 2027-06-31.") }
                        """))))
                .containsExactlyInAnyOrder("Query.bare", "Query.undated", "Word.A", "In.a");
    }

    private static Set<String> breaks(String before, String now) {
        var reporter = new CapturingReporter();
        var limited = ParserOptions.getDefaultParserOptions();
        // the schema is longer than what a caller may send
        ParserOptions.setDefaultParserOptions(ParserOptions.getDefaultSdlParserOptions());
        try {
            new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(before, now), reporter);
        } finally {
            ParserOptions.setDefaultParserOptions(limited);
        }
        return reporter.getBreakages().stream().map(SchemaContractTests::name).collect(toCollection(TreeSet::new));
    }

    private static String name(DiffEvent change) {
        return change.getCategory() + " " + change.getTypeName()
                + (change.getFieldName() == null ? "" : "." + change.getFieldName())
                + (change.getComponents().isEmpty() ? "" : " " + String.join(" ", change.getComponents()));
    }

    private static List<String> withoutReasonAndDate(GraphQLSchema schema) {
        var wrong = new ArrayList<String>();
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (type instanceof GraphQLFieldsContainer fields) {
                fields.getFieldDefinitions().forEach(field -> {
                    check(type, field, field.getDeprecationReason(), wrong);
                    for (GraphQLArgument argument : field.getArguments()) {
                        check(type, argument, argument.getDeprecationReason(), wrong);
                    }
                });
            } else if (type instanceof GraphQLEnumType words) {
                words.getValues().forEach(word -> check(type, word, word.getDeprecationReason(), wrong));
            } else if (type instanceof GraphQLInputObjectType input) {
                input.getFields().forEach(field -> check(type, field, field.getDeprecationReason(), wrong));
            }
        }
        return wrong;
    }

    private static void check(
            GraphQLNamedType type, GraphQLNamedSchemaElement element, @Nullable String reason, List<String> wrong) {
        if (reason != null && !type.getName().startsWith("__") && !saysWhyAndUntilWhen(reason)) {
            wrong.add(type.getName() + "." + element.getName());
        }
    }

    private static boolean saysWhyAndUntilWhen(String reason) {
        return reason.matches("(?s)\\S.+ Removed after 20\\d\\d-(0\\d|1[0-2])-([0-2]\\d|3[01])\\.");
    }

    private static String print(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeSchemaDefinition(true)
                        .includeDirectiveDefinitions(false))
                .print(Objects.requireNonNull(schema));
    }
}
