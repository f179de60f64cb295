package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.tabular.FileFormat;
import io.throughline.intake.tabular.MergedCells;
import io.throughline.model.agent.OrganizationKind;
import io.throughline.model.membership.Completeness;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.ListSelection;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The schema that editors use agrees with the reader and the documentation. */
class MappingSchemaTests {

    /** Keys under these are columns or printed texts, not part of the mapping language. */
    private static final Set<String> FREE = Set.of("where", "set", "values");

    private static final JsonNode SCHEMA = MappingSchema.node();

    @Test
    void allowsTheEnumConstantsOfTheModel() {
        assertEnum("/definitions/kind/else/enum", ListedAgent.Kind.class);
        assertEnum("/definitions/role/else/enum", MembershipRole.class);
        assertEnum("/definitions/directness/else/enum", Directness.class);
        assertEnum("/definitions/status/else/enum", Status.class);
        assertEnum("/definitions/organization/properties/kind/enum", OrganizationKind.class);
        assertEnum("/properties/file/properties/format/enum", FileFormat.class);
        assertEnum("/properties/file/properties/mergedCells/enum", MergedCells.class);
        assertEnum("/definitions/dateObject/properties/span/enum", DateSpan.class);
        assertEnum("/properties/lists/items/properties/complete/enum", Completeness.class);
        assertEnum("/properties/lists/items/properties/selection/enum", ListSelection.class);
        for (var claim : List.of("/properties/defaults", "/properties/memberships/items")) {
            assertEnum(claim + "/properties/viaStatus/enum", ViaStatus.class);
            assertEnum(claim + "/properties/strength/enum", Strength.class);
            assertEnum(claim + "/properties/rank/enum", Rank.class);
        }
    }

    @Test
    void describesEveryKey() {
        assertThat(keys())
                .isNotEmpty()
                .allSatisfy(
                        (key, description) -> assertThat(description).as(key).endsWith("."));
    }

    @Test
    void documentsEveryKey() throws IOException {
        var documentation = Files.readString(Path.of("docs", "importing.md"));

        assertThat(keys().keySet())
                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                .allSatisfy(key -> assertThat(documentation).contains("`%s`".formatted(key)));
    }

    @ParameterizedTest
    @MethodSource("io.throughline.intake.mapping.MappedLists#names")
    void findsAMisspeltKeyAnywhere(String name) {
        var text = MappedLists.text(name);
        var places = places(text);
        assertThat(places).hasSizeGreaterThan(20);

        for (var place : places) {
            var lines = new ArrayList<>(text.lines().toList());
            var line = new StringBuilder(lines.get(place.line() - 1)).insert(place.column() - 1, "zz");
            lines.set(place.line() - 1, line.toString());

            var mistake = catchThrowableOfType(
                    InvalidMappingException.class, () -> Mapping.read(String.join("\n", lines), name));

            assertThat(mistake).as("a misspelt key in line %d", place.line()).isNotNull();
            assertThat(mistake.mistakes())
                    .anyMatch(each -> each.line() == place.line()
                            && each.column() == place.column()
                            && each.message().contains("unknown key `zz"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.throughline.intake.mapping.MappedLists#names")
    void builtInMappingsNameTheirSchema(String name) {
        assertThat(MappedLists.text(name)).startsWith("# yaml-language-server: $schema=mapping.schema.json\n");
        assertThat(MappedLists.mapping(name).id()).as("named like its file").isEqualTo(name);
    }

    /** The places of all keys of the language in a mapping. */
    private static List<YamlNode.Place> places(String text) {
        var mistakes = new ArrayList<InvalidMappingException.Mistake>();
        var places = new ArrayList<YamlNode.Place>();
        collect(Objects.requireNonNull(YamlReader.read(text, mistakes)), places);
        return places;
    }

    private static void collect(YamlNode part, List<YamlNode.Place> places) {
        if (part instanceof YamlNode.Fields fields) {
            fields.fields().forEach((key, field) -> {
                places.add(field.key());
                if (!FREE.contains(key)) {
                    collect(field.value(), places);
                }
            });
        } else if (part instanceof YamlNode.Items items) {
            items.items().forEach(item -> collect(item, places));
        }
    }

    private static void assertEnum(String pointer, Class<? extends Enum<?>> type) {
        var allowed = new ArrayList<String>();
        SCHEMA.at(pointer).forEach(word -> allowed.add(word.asString()));
        assertThat(allowed)
                .as(pointer)
                .containsExactlyElementsOf(
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** The description of every key of the language, by its place in the schema. */
    private static Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        collect("", SCHEMA, keys);
        return keys;
    }

    private static void collect(String place, JsonNode node, Map<String, String> keys) {
        for (var name : new TreeSet<>(node.propertyNames())) {
            var child = node.get(name);
            if (name.equals("properties")) {
                child.properties().forEach(property -> {
                    var key = place + "/" + property.getKey();
                    keys.put(key, property.getValue().path("description").asString(""));
                    collect(key, property.getValue(), keys);
                });
            } else if (child.isObject()) {
                collect(place + "/" + name, child, keys);
            }
        }
    }
}
