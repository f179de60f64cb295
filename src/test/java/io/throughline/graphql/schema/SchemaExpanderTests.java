package io.throughline.graphql.schema;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.language.AstPrinter;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.schema.idl.errors.SchemaProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.ConnectionTypeDefinitionConfigurer;

class SchemaExpanderTests {

    private static final Path FOLDER = Path.of("graphql");
    private static final String TEMPLATES = read(FOLDER.resolve("templates.graphqls"));

    /** Types that the templates refer to, and other types every schema needs. */
    private static final String OTHER_TYPES = """
            type PageInfo { hasNextPage: Boolean! }
            scalar Date
            scalar DateTime
            enum Undated { INCLUDE }
            enum OrderDirection { ASC }
            enum NullsOrder { LAST }
            """;

    @Test
    void addsTheFieldsOfInterfaces() {
        var schema = expanded("""
                type Query { city: City }
                interface Node { "Readable." id: ID! }
                interface Agent implements Node { "As known." name: String! }
                extend interface Agent {
                  "Once."
                  motto("In which." language: String = "en"): String @deprecated(reason: "Gone.")
                }
                type City implements Agent & Node { population: Int }
                extend type City { mayor: String }
                type Body implements Agent & Node
                """);

        assertThat(fields(schema, "Body")).containsExactly("id", "name", "motto");
        assertThat(fields(schema, "City")).containsExactly("id", "name", "population", "mayor", "motto");
        var motto = schema.getObjectType("City").getFieldDefinition("motto");
        assertThat(motto.getDescription()).isEqualTo("Once.");
        assertThat(motto.getDeprecationReason()).isEqualTo("Gone.");
        assertThat(motto.getArgument("language").getDescription()).isEqualTo("In which.");
        assertThat(motto.getArgument("language").hasSetDefaultValue()).isTrue();
    }

    @Test
    void completesFieldsThatTheTypeDeclaresItself() {
        var schema = expanded("""
                type Query { city: City }
                interface Node { "Readable." id: ID! "Above it." partOf("When." at: String): Node }
                type City implements Node { "As in ISO 3166." id: ID! partOf: City }
                """);

        var city = schema.getObjectType("City");
        assertThat(city.getFieldDefinition("id").getDescription()).isEqualTo("As in ISO 3166.");
        var partOf = city.getFieldDefinition("partOf");
        assertThat(partOf.getType()).isEqualTo(city);
        assertThat(partOf.getDescription()).isEqualTo("Above it.");
        assertThat(partOf.getArgument("at").getDescription()).isEqualTo("When.");
    }

    @Test
    void prefersTheMostSpecificInterfaceInAnyOrder() {
        var schema = expanded("""
                type Query { a: A b: B }
                interface Node { "Any." id: ID! }
                interface Sourced implements Node { "Of what claims support." id: ID! }
                type A implements Node & Sourced
                type B implements Sourced & Node
                """);

        for (var type : List.of("A", "B")) {
            assertThat(schema.getObjectType(type).getFieldDefinition("id").getDescription())
                    .isEqualTo("Of what claims support.");
        }
    }

    @Test
    void aMissingOrSelfImplementingInterfaceFailsTheStart() {
        assertThatThrownBy(() -> expanded("type Query { a: A } type A implements Nod { a: Int }"))
                .isInstanceOf(SchemaProblem.class)
                .hasMessageContaining("'Nod'")
                .hasMessageContaining("'A'");
        assertThatThrownBy(() -> expanded("type Query { a: A } interface A implements A { a: Int }"))
                .isInstanceOf(SchemaProblem.class)
                .hasMessageContaining("'A'")
                .hasMessageContaining("cannot implement itself");
    }

    @Test
    void aFieldThatIsDeclaredTwiceFailsTheStart() {
        assertThatThrownBy(() -> expanded("""
                        type Query { a: A }
                        interface Node { id: ID! }
                        type A implements Node { name: String }
                        extend type A { name: String }
                        """))
                .isInstanceOf(SchemaProblem.class)
                .hasMessageContaining("'name'")
                .hasMessageContaining("'A'");
    }

    @Test
    void addsPagingArgumentsAndDescriptionsToLists() {
        var schema = expanded("""
                type Query {
                  cities("Only large ones." where: CityFilter, orderBy: [CityOrder!], asOf: Date, "No more." first: Int): CityConnection!
                  mayors(where: CityFilter): [City!]
                }
                type City { id: ID! }
                enum CityOrderBy { ID }
                """);

        var cities = schema.getQueryType().getFieldDefinition("cities");
        assertThat(cities.getArguments())
                .extracting(argument -> argument.getName())
                .containsExactly("where", "orderBy", "asOf", "first", "after", "last", "before");
        assertThat(cities.getArguments())
                .allSatisfy(argument -> assertThat(argument.getDescription()).isNotBlank());
        assertThat(cities.getArgument("where").getDescription()).isEqualTo("Only large ones.");
        assertThat(cities.getArgument("first").getDescription()).isEqualTo("No more.");
        assertThat(schema.getQueryType().getFieldDefinition("mayors").getArguments())
                .singleElement()
                .satisfies(where -> assertThat(where.getDescription()).isNotBlank());
    }

    @Test
    void derivesConnectionAndEdgeTypesFromTheirFields() {
        var schema = expanded("""
                type Query { cities: CityConnection! history: HistoryConnection! rows: RowConnection! }
                type City { id: ID! }
                type HistoryEntry { id: ID! }
                type Row { id: ID! }
                interface Counted { "Of each." counts: Int }
                "A chapter." type HistoryConnection implements Counted { nodes: [HistoryEntry!]! "Whose." of: ID }
                type HistoryEdge { "What happened." node: HistoryEntry! "How sure." score: Float }
                type RowConnection { edges: [RowEdge!]! }
                """);

        assertThat(lines(schema, "CityConnection", "CityEdge", "HistoryConnection", "HistoryEdge", "RowConnection"))
                .isEqualTo("""
                        CityConnection { edges: [CityEdge!]! nodes: [City!]! pageInfo: PageInfo! totalCount: Int! }
                        CityEdge { node: City! cursor: String! }
                        HistoryConnection { edges: [HistoryEdge!]! nodes: [HistoryEntry!]! pageInfo: PageInfo! totalCount: Int! of: ID counts: Int }
                        HistoryEdge { node: HistoryEntry! cursor: String! score: Float }
                        RowConnection { edges: [RowEdge!]! }
                        """);
        assertThat(schema.getObjectType("CityConnection").getDescription()).contains("`City`");
        assertThat(schema.getObjectType("HistoryConnection").getDescription()).isEqualTo("A chapter.");
        assertThat(schema.getObjectType("HistoryEdge").getDescription()).contains("`HistoryEntry`");
        assertThat(schema.getObjectType("HistoryEdge")
                        .getFieldDefinition("node")
                        .getDescription())
                .isEqualTo("What happened.");
    }

    @Test
    void completesFiltersAndOrders() {
        var schema = expanded("""
                type Query { cities(where: CityFilter, orderBy: [CityOrder!]): [City!] }
                type City { id: ID! }
                input CityFilter { kind: KindFilter near: NearFilter }
                extend input CityFilter { part: CityFilter }
                input NearFilter { kilometres: Float }
                enum Kind { TOWN }
                input CityOrder { counting: CityFilter }
                enum CityOrderBy { NAME }
                """);

        assertThat(lines(schema, "CityFilter", "NearFilter", "KindFilter", "CityOrder"))
                .isEqualTo("""
                        CityFilter { and: [CityFilter!] or: [CityFilter!] not: CityFilter kind: KindFilter near: NearFilter part: CityFilter }
                        NearFilter { kilometres: Float }
                        KindFilter { eq: Kind in: [Kind!] }
                        CityOrder { by: CityOrderBy! direction: OrderDirection nulls: NullsOrder counting: CityFilter }
                        """);
    }

    @Test
    void templatesAreRequiredAndNotPartOfTheSchema() {
        assertThat(expanded("type Query { a: Int }").getAllTypesAsList())
                .extracting(type -> type.getName())
                .noneMatch(name -> name.matches("T[A-Z].*"));
        assertThatThrownBy(() -> new SchemaExpander().configure(new SchemaParser().parse("type Query { a: Int }")))
                .hasMessage("graphql/templates.graphqls does not define TPage");
    }

    @Test
    void searchIsTheFirstFieldOfQuery() {
        assertThat(build(files()).getQueryType().getFieldDefinitions().get(0).getName())
                .isEqualTo("search");
    }

    @Test
    void filesDoNotRepeatDerivedValues() {
        var registry = files();
        var paging = Objects.requireNonNull(registry.getTypeOrNull("TPage", InputObjectTypeDefinition.class))
                .getInputValueDefinitions()
                .stream()
                .map(AstPrinter::printAst)
                .toList();
        var repeated = new ArrayList<String>();
        for (ImplementingTypeDefinition<?> type : registry.getTypes(ImplementingTypeDefinition.class)) {
            var inherited = type.getImplements().stream()
                    .flatMap(each -> fields(registry, TypeInfo.typeInfo(each).getName()))
                    .map(AstPrinter::printAst)
                    .toList();
            fields(registry, type.getName()).forEach(field -> {
                if (inherited.contains(AstPrinter.printAst(field))) {
                    repeated.add(type.getName() + "." + field.getName());
                }
                field.getInputValueDefinitions().stream()
                        .filter(argument -> paging.contains(AstPrinter.printAst(argument)))
                        .map(argument -> type.getName() + "." + field.getName() + "(" + argument.getName() + ")")
                        .forEach(repeated::add);
            });
        }
        assertThat(repeated).isEmpty();
    }

    @SuppressWarnings("rawtypes") // the registry takes a class
    private static Stream<FieldDefinition> fields(TypeDefinitionRegistry registry, String name) {
        return Stream.of(
                        registry.getTypes(ImplementingTypeDefinition.class).stream(),
                        registry.objectTypeExtensions().values().stream().flatMap(List::stream),
                        registry.interfaceTypeExtensions().values().stream().flatMap(List::stream))
                .flatMap(types -> types)
                .map(type -> (ImplementingTypeDefinition<?>) type)
                .filter(type -> type.getName().equals(name))
                .flatMap(type -> type.getFieldDefinitions().stream());
    }

    private static TypeDefinitionRegistry files() {
        try (var files = Files.list(FOLDER)) {
            var all = new TypeDefinitionRegistry();
            for (var file : files.filter(path -> path.toString().endsWith(".graphqls"))
                    .sorted()
                    .toList()) {
                all.merge(new SchemaParser().parse(Files.readString(file)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GraphQLSchema expanded(String sdl) {
        return build(new SchemaParser().parse(sdl + OTHER_TYPES + TEMPLATES));
    }

    /** Like Spring Boot: its own configurer first. */
    private static GraphQLSchema build(TypeDefinitionRegistry registry) {
        new ConnectionTypeDefinitionConfigurer().configure(registry);
        new SchemaExpander().configure(registry);
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(registry);
    }

    private static List<String> fields(GraphQLSchema schema, String type) {
        return schema.getObjectType(type).getFieldDefinitions().stream()
                .map(GraphQLFieldDefinition::getName)
                .toList();
    }

    /** One line per type, with its fields in order and their types. */
    private static String lines(GraphQLSchema schema, String... types) {
        return Stream.of(types)
                .map(name -> name
                        + schema.getType(name).getChildren().stream()
                                .filter(child -> child instanceof GraphQLFieldDefinition
                                        || child instanceof GraphQLInputObjectField)
                                .map(child -> ((GraphQLNamedSchemaElement) child).getName() + ": "
                                        + GraphQLTypeUtil.simplePrint(
                                                child instanceof GraphQLFieldDefinition field
                                                        ? field.getType()
                                                        : ((GraphQLInputObjectField) child).getType()))
                                .collect(joining(" ", " { ", " }\n")))
                .collect(joining());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
