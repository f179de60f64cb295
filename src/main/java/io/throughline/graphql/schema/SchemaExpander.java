package io.throughline.graphql.schema;

import graphql.language.AstPrinter;
import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.parser.Parser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.TypeDefinitionConfigurer;
import org.springframework.stereotype.Component;

/**
 * Completes the schema files: a type inherits the fields of its interfaces, and lists, filters and orders get the common
 * parts defined in {@code graphql/templates.graphqls}.
 */
@Component
class SchemaExpander implements TypeDefinitionConfigurer, GraphQlSourceBuilderCustomizer {

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder builder) {
        builder.configureTypeDefinitions(this);
    }

    @Override
    public void configure(TypeDefinitionRegistry registry) {
        new Expansion(registry).run();
    }

    private static final class Expansion {

        private static final List<String> TEMPLATES =
                List.of("TPage", "TArguments", "TConnection", "TEdge", "TFilter", "TOrder", "TEnumFilter");

        private final TypeDefinitionRegistry registry;
        private final Map<String, TypeDefinition<?>> templates = new HashMap<>();
        private final Map<String, ImplementingTypeDefinition<?>> types = new LinkedHashMap<>();
        private final Map<String, InputObjectTypeDefinition> inputs = new LinkedHashMap<>();
        private final Set<String> complete = new HashSet<>();

        Expansion(TypeDefinitionRegistry registry) {
            this.registry = registry;
        }

        void run() {
            takeTemplates();
            takeTypes();
            takeInputs();
            completeLists();
            completeInputs();
            types.replaceAll((name, type) -> with(
                    type,
                    type.getFieldDefinitions().stream().map(this::withArguments).toList()));
            inputs.replaceAll((name, input) -> with(input, described(input.getInputValueDefinitions())));
            List.copyOf(types.keySet()).forEach(this::inherit);
            types.values().forEach(registry::add);
            inputs.values().forEach(registry::add);
        }

        private void takeTemplates() {
            for (var name : TEMPLATES) {
                var template = registry.getTypeOrNull(name);
                if (template == null) {
                    throw new IllegalStateException("graphql/templates.graphqls does not define " + name);
                }
                templates.put(name, template);
                registry.remove(template);
            }
        }

        /** Takes object types and interfaces from the registry, each with its extensions. */
        private void takeTypes() {
            for (ImplementingTypeDefinition<?> type : registry.getTypes(ImplementingTypeDefinition.class)) {
                registry.remove(type);
                if (type.getSourceLocation() == null) {
                    continue; // Spring's own Connection types, which have neither descriptions nor nodes
                }
                List<? extends ImplementingTypeDefinition<?>> extensions = type instanceof InterfaceTypeDefinition
                        ? registry.interfaceTypeExtensions().getOrDefault(type.getName(), List.of())
                        : registry.objectTypeExtensions().getOrDefault(type.getName(), List.of());
                ImplementingTypeDefinition<?> whole = type;
                for (var extension : List.copyOf(extensions)) {
                    registry.remove(extension);
                    whole = extended(whole, extension);
                }
                types.put(type.getName(), whole);
            }
        }

        private void takeInputs() {
            for (var input : registry.getTypes(InputObjectTypeDefinition.class)) {
                registry.remove(input);
                var whole = input;
                for (var extension :
                        List.copyOf(registry.inputObjectTypeExtensions().getOrDefault(input.getName(), List.of()))) {
                    registry.remove(extension);
                    whole = with(whole, concat(whole.getInputValueDefinitions(), extension.getInputValueDefinitions()));
                }
                inputs.put(input.getName(), whole);
            }
        }

        private void completeLists() {
            for (var connection : fields().map(field -> nameOf(field.getType()))
                    .filter(name -> name.endsWith("Connection"))
                    .toList()) {
                var subject = prefix(connection, "Connection");
                var declared = types.get(connection);
                var nodes = declared == null ? null : field(declared, "nodes");
                var node = nodes == null ? subject : nameOf(nodes.getType());
                if (declared == null || field(declared, "edges") == null) {
                    types.put(connection, completed("TConnection", subject, node, declared));
                }
                types.put(subject + "Edge", completed("TEdge", subject, node, types.get(subject + "Edge")));
            }
        }

        private void completeInputs() {
            for (var argument : Stream.concat(
                            fields().flatMap(field -> field.getInputValueDefinitions().stream()),
                            inputs.values().stream().flatMap(input -> input.getInputValueDefinitions().stream()))
                    .toList()) {
                var type = nameOf(argument.getType());
                if (type.endsWith("Filter")) {
                    var subject = prefix(type, "Filter");
                    if (argument.getName().equals("where")) {
                        inputs.put(type, completed("TFilter", subject, inputs.get(type)));
                    } else if (registry.getTypeOrNull(subject) instanceof EnumTypeDefinition) {
                        inputs.put(type, completed("TEnumFilter", subject, inputs.get(type)));
                    }
                } else if (argument.getName().equals("orderBy") && type.endsWith("Order")) {
                    inputs.put(type, completed("TOrder", prefix(type, "Order"), inputs.get(type)));
                }
            }
        }

        private ObjectTypeDefinition completed(
                String template, String subject, String node, @Nullable TypeDefinition<?> declared) {
            var standard = (ObjectTypeDefinition) of(template, subject, node);
            if (declared == null) {
                return standard;
            }
            var type = (ObjectTypeDefinition) declared;
            return type.transform(to -> to.description(firstNonNull(type.getDescription(), standard.getDescription()))
                    .fieldDefinitions(union(
                            standard.getFieldDefinitions(),
                            type.getFieldDefinitions(),
                            (given, own) -> completed(own, given))));
        }

        private InputObjectTypeDefinition completed(
                String template, String subject, @Nullable InputObjectTypeDefinition input) {
            var standard = (InputObjectTypeDefinition) of(template, subject, subject);
            return input == null
                    ? standard
                    : input.transform(to -> to.description(
                                    firstNonNull(input.getDescription(), standard.getDescription()))
                            .inputValueDefinitions(union(
                                    standard.getInputValueDefinitions(),
                                    input.getInputValueDefinitions(),
                                    (given, own) -> completed(own, given))));
        }

        /** A template with {@code T} replaced by the name of a type, in descriptions too. */
        private TypeDefinition<?> of(String template, String subject, String node) {
            var text = AstPrinter.printAst(template(template))
                    .replaceAll("\\bT(?:Enum)?(Connection|Edge|Filter|Order|OrderBy)\\b", subject + "$1")
                    .replaceAll("\\bT\\b", node);
            return Parser.parse(text)
                    .getFirstDefinitionOfType(TypeDefinition.class)
                    .orElseThrow();
        }

        private FieldDefinition withArguments(FieldDefinition field) {
            var own = described(field.getInputValueDefinitions());
            return field.transform(to -> to.inputValueDefinitions(
                    nameOf(field.getType()).endsWith("Connection")
                            ? union(own, argumentsOf("TPage"), Expansion::completed)
                            : own));
        }

        private List<InputValueDefinition> described(List<InputValueDefinition> values) {
            var standard = argumentsOf("TArguments");
            return values.stream()
                    .map(value -> standard.stream()
                            .filter(given -> given.getName().equals(value.getName()))
                            .findAny()
                            .map(given -> completed(value, given))
                            .orElse(value))
                    .toList();
        }

        private TypeDefinition<?> template(String name) {
            return Objects.requireNonNull(templates.get(name));
        }

        private List<InputValueDefinition> argumentsOf(String template) {
            return ((InputObjectTypeDefinition) template(template)).getInputValueDefinitions();
        }

        /** Missing interfaces and those that implement themselves are reported by the validation of the whole schema. */
        private void inherit(String name) {
            var type = types.get(name);
            if (type == null || !complete.add(name)) {
                return;
            }
            var interfaces = new LinkedHashSet<>(interfacesOf(type));
            interfaces.forEach(this::inherit);
            var indirect = interfaces.stream()
                    .flatMap(each -> interfacesOf(types.get(each)).stream())
                    .toList();
            var fields = type.getFieldDefinitions();
            for (var each : interfaces) {
                var from = types.get(each);
                if (from != null && !indirect.contains(each)) {
                    fields = union(fields, from.getFieldDefinitions(), Expansion::completed);
                }
            }
            if (!interfaces.isEmpty()) {
                types.put(name, with(type, sorted(fields)));
            }
        }

        /** {@code id} and {@code name} first, where a reader looks for them, then its own fields, then inherited ones. */
        private static List<FieldDefinition> sorted(List<FieldDefinition> fields) {
            return fields.stream()
                    .sorted(Comparator.comparing(field -> switch (field.getName()) {
                        case "id" -> 0;
                        case "name" -> 1;
                        default -> 2;
                    }))
                    .toList();
        }

        private Stream<FieldDefinition> fields() {
            return List.copyOf(types.values()).stream().flatMap(type -> type.getFieldDefinitions().stream());
        }

        private static FieldDefinition completed(FieldDefinition own, FieldDefinition given) {
            return own.transform(to -> to.description(firstNonNull(own.getDescription(), given.getDescription()))
                    .inputValueDefinitions(union(
                            own.getInputValueDefinitions(), given.getInputValueDefinitions(), Expansion::completed)));
        }

        private static InputValueDefinition completed(InputValueDefinition own, InputValueDefinition given) {
            return own.transform(to -> to.description(firstNonNull(own.getDescription(), given.getDescription())));
        }

        private static @Nullable Description firstNonNull(@Nullable Description own, @Nullable Description given) {
            return own == null ? given : own;
        }

        /**
         * The first list, then what only the second has; {@code both} combines elements of the same name. A name given twice stays
         * twice, so that the validation of the whole schema finds it.
         */
        private static <N extends NamedNode<?>> List<N> union(List<N> first, List<N> second, BinaryOperator<N> both) {
            var seconds = new HashMap<String, N>();
            second.forEach(each -> seconds.put(each.getName(), each));
            var all = new ArrayList<N>();
            for (var each : first) {
                var same = seconds.get(each.getName());
                all.add(same == null ? each : both.apply(each, same));
            }
            var names = first.stream().map(NamedNode::getName).toList();
            second.stream().filter(each -> !names.contains(each.getName())).forEach(all::add);
            return all;
        }

        private static <N> List<N> concat(List<? extends N> first, List<? extends N> second) {
            return Stream.<N>concat(first.stream(), second.stream()).toList();
        }

        private static ImplementingTypeDefinition<?> extended(
                ImplementingTypeDefinition<?> type, ImplementingTypeDefinition<?> extension) {
            var fields = concat(type.getFieldDefinitions(), extension.getFieldDefinitions());
            var interfaces = concat(type.getImplements(), extension.getImplements());
            return type instanceof InterfaceTypeDefinition interfaceType
                    ? interfaceType.transform(to -> to.definitions(fields).implementz(interfaces))
                    : ((ObjectTypeDefinition) type)
                            .transform(to -> to.fieldDefinitions(fields).implementz(interfaces));
        }

        private static ImplementingTypeDefinition<?> with(
                ImplementingTypeDefinition<?> type, List<FieldDefinition> fields) {
            return type instanceof InterfaceTypeDefinition interfaceType
                    ? interfaceType.transform(to -> to.definitions(fields))
                    : ((ObjectTypeDefinition) type).transform(to -> to.fieldDefinitions(fields));
        }

        private static InputObjectTypeDefinition with(
                InputObjectTypeDefinition input, List<InputValueDefinition> values) {
            return input.transform(to -> to.inputValueDefinitions(values));
        }

        private static @Nullable FieldDefinition field(ImplementingTypeDefinition<?> type, String name) {
            return type.getFieldDefinitions().stream()
                    .filter(field -> field.getName().equals(name))
                    .findAny()
                    .orElse(null);
        }

        private static List<String> interfacesOf(@Nullable ImplementingTypeDefinition<?> type) {
            return type == null
                    ? List.of()
                    : type.getImplements().stream().map(Expansion::nameOf).toList();
        }

        private static String nameOf(Type<?> type) {
            return TypeInfo.typeInfo(type).getName();
        }

        private static String prefix(String name, String suffix) {
            return name.substring(0, name.length() - suffix.length());
        }
    }
}
