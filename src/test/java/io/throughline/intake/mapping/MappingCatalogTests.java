package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.reference.date.PartialDate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MappingCatalogTests {

    private static final String OWN = """
            id: my-list
            title: My list
            source: climactor-2022-12
            member: {name: {column: name}}
            memberships: [{organization: c40, role: MEMBER}]
            """;

    @TempDir
    private Path folder;

    @Test
    void listsTheBuiltInMappings() throws IOException {
        assertThat(mappings("").all())
                .extracting(Mapping::id)
                .containsExactlyElementsOf(MappedLists.names())
                .contains("climactor-2022-12", "wikidata-members");
    }

    @Test
    void findsAMappingById() throws IOException {
        assertThat(mappings("").byId("climactor-2022-12"))
                .hasValueSatisfying(mapping -> assertThat(mapping.title()).startsWith("ClimActor"));
        assertThat(mappings("").byId("climactor")).isEmpty();
    }

    @Test
    void findsAMappingAddedToTheFolder() throws IOException {
        var mappings = mappings(folder.toString());
        assertThat(mappings.byId("my-list")).isEmpty();

        Files.writeString(folder.resolve("mine.yml"), OWN);
        Files.writeString(folder.resolve("notes.txt"), "not a mapping");

        assertThat(mappings.byId("my-list"))
                .hasValueSatisfying(mapping -> assertThat(mapping.fileName()).isEqualTo("mine.yml"));
        assertThat(mappings.all()).hasSize(MappedLists.names().size() + 1);
    }

    @Test
    void replacesABuiltInMappingByOneInTheFolder() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), OWN.replace("my-list", "climactor-2022-12"));

        var mappings = mappings(folder.toString());

        assertThat(mappings.all()).hasSameSizeAs(MappedLists.names());
        assertThat(mappings.byId("climactor-2022-12"))
                .hasValueSatisfying(mapping -> assertThat(mapping.title()).isEqualTo("My list"));
    }

    @Test
    void refusesTwoMappingsWithTheSameId() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), OWN);
        Files.writeString(folder.resolve("b.yaml"), OWN);

        assertThatThrownBy(() -> mappings(folder.toString()).all())
                .isInstanceOf(InvalidMappingException.class)
                .hasMessage("b.yaml, line 1, column 1: `id`: 'my-list' is already the id of a.yaml.");
    }

    @Test
    void findsAMappingDespiteAnInvalidOne() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "id: [");
        Files.writeString(folder.resolve("b.yaml"), OWN);

        assertThat(mappings(folder.toString()).byId("climactor-2022-12")).isPresent();
        assertThat(mappings(folder.toString()).byId("my-list")).isPresent();
        assertThatThrownBy(() -> mappings(folder.toString()).all()).isInstanceOf(InvalidMappingException.class);
    }

    @Test
    void reportsAnInvalidMappingThatMayHaveTheId() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), OWN.replace("title", "titel"));

        assertThatThrownBy(() -> mappings(folder.toString()).byId("my-list"))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContaining("mine.yaml, line 2, column 1: unknown key `titel`");
    }

    @Test
    void ignoresAMissingFolder() throws IOException {
        assertThat(mappings(folder.resolve("none").toString()).all()).hasSameSizeAs(MappedLists.names());
    }

    @Test
    void refusesAnEncodingOtherThanUtf8() throws IOException {
        var file = Files.write(
                folder.resolve("a.yaml"), OWN.replace("My list", "Zürich").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> mappings("").read(file))
                .isInstanceOf(InvalidMappingException.class)
                .hasMessageContaining("the file is not UTF-8");
    }

    @Test
    void needsOrganizationsThatAMappingDoesNotDefine() throws IOException {
        var race = mappings("").byId("race-to-resilience-members-2023").orElseThrow();

        assertThat(race.neededOrganizations())
                .containsExactlyInAnyOrder(
                        "race-to-resilience",
                        "cities-race-to-resilience",
                        "extreme-heat-resilience-alliance",
                        "regionsadapt",
                        "usdn-resilience-hubs");
        assertThat(race.organizations()).extracting(ListedOrganization::id).contains("rap-pacifico");
        assertThat(race.source().known()).isTrue();
        var covenant = mappings("").byId("eu-covenant-coordinators-2022").orElseThrow();
        assertThat(covenant.source().known()).isFalse();
        assertThat(covenant.source().statedAt()).isEqualTo(PartialDate.parse("2022"));
        assertThat(covenant.neededOrganizations()).containsExactly("covenant-of-mayors-europe", "climate-alliance");
    }

    private static MappingCatalog mappings(String folder) {
        return new MappingCatalog(new PathMatchingResourcePatternResolver(), folder);
    }
}
