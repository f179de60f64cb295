package io.throughline.intake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.CompleteLists;
import io.throughline.ListFiles;
import io.throughline.intake.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCatalogTests {

    private static final String HEADER =
            "id,title,publisher,content,size,licence,licence_url,allows,url,page_url,mapping,sha256,edition,note\n";

    private static final String ROW =
            "my-list,My list,Me,Towns,12,CC0,,Any use,,https://example.org,climactor-2022-12,,2022-12,\n";

    @TempDir
    private Path folder;

    @Test
    void everyListHasAMapping() throws IOException {
        Set<String> mappings;
        try (var files = Files.list(Path.of("src", "main", "resources", "mappings"))) {
            mappings = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(catalog("").all()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(list -> {
            assertThat(mappings).contains(list.mapping());
            var text = Files.readString(Path.of("src", "main", "resources", "mappings", list.mapping() + ".yaml"));
            assertThat(Mapping.read(text, list.mapping()).id()).isEqualTo(list.mapping());
        });
    }

    @Test
    void everyListHasALicenceSaysWhatItAllowsAndTellsWhereItIs() {
        assertThat(catalog("").all()).allSatisfy(list -> {
            assertThat(list.licence()).isNotBlank();
            assertThat(list.allows()).isNotBlank();
            assertThat(list.url() == null || list.url().startsWith("https://")).isTrue();
            assertThat(list.sha256() == null || list.size() != null)
                    .as("whoever hashed it knows its size")
                    .isTrue();
        });
    }

    @Test
    void downloadedFilesAreNamedAfterTheListWithTheExtensionOfTheAddress() {
        assertThat(catalog("").required("net-zero-tracker-2022-12-20").fileName())
                .isEqualTo("net-zero-tracker-2022-12-20.xlsx");
        assertThat(catalog("").required("climactor-2022-12").fileName()).isEqualTo("climactor-2022-12.csv");
        assertThat(catalog("").required("wikidata-members").fileName()).isEqualTo("wikidata-members.csv");
    }

    @ParameterizedTest
    @CompleteLists
    @CsvSource({
        "cdp-cities-disclosing-2020, cdp-cities-disclosing-2020.csv",
        "climactor-2022-12, climactor-2022-12.csv",
        "eu-covenant-coordinators-2022, eu-covenant-coordinators-2022.csv",
        "net-zero-tracker-2022-12-20, net-zero-tracker-2022-12-20.xlsx"
    })
    void theRecordedHashAndSizeAreThoseOfTheEditionThatTheMappingWasWrittenFor(String id, String file)
            throws IOException {
        var list = catalog("").required(id);
        var copy = ListDownloader.describe(ListFiles.complete(file));

        assertThat(copy.sha256()).isEqualTo(list.sha256());
        assertThat(copy.size()).isEqualTo(list.size());
    }

    @Test
    void aListInTheFileOfTheUserIsAddedOrReplacesABuiltInOne() throws IOException {
        var file = Files.writeString(
                folder.resolve("mine.csv"),
                HEADER + ROW + ROW.replace("my-list", "climactor-2022-12").replace("My list", "Mine"));

        var catalog = catalog(file.toString());

        assertThat(catalog.all()).hasSize(catalog("").all().size() + 1);
        assertThat(catalog.required("my-list").title()).isEqualTo("My list");
        assertThat(catalog.required("my-list").sha256()).isNull();
        assertThat(catalog.required("climactor-2022-12").title()).isEqualTo("Mine");
    }

    @Test
    void suggestsWhatAnUnknownIdMayHaveMeant() {
        assertThatThrownBy(() -> catalog("").required("climator-2022-12"))
                .isInstanceOf(UnknownListException.class)
                .hasMessage("no list has the id 'climator-2022-12'; did you mean climactor-2022-12?");
        assertThatThrownBy(() -> catalog("").required("x"))
                .hasMessageContaining("; the ids are cdp-cities-disclosing-2020, ");
    }

    @Test
    void namesEveryMistakeWithItsPlace() throws IOException {
        var file = Files.writeString(
                folder.resolve("mine.csv"),
                HEADER
                        + ROW
                        + ROW
                        + "My List,,Me,Towns,12 kB,CC0,,Any"
                        + " use,ftp://example.org/a,example.org,Mapping,ABC,31.12.2022,\n"
                        + "a,b\n");

        assertThatThrownBy(() -> catalog(file.toString()).all())
                .isInstanceOf(InvalidCatalogException.class)
                .hasMessageContainingAll(
                        "mine.csv, line 3, column id: 'my-list' is already the id of another list.",
                        "mine.csv, line 4, column id: 'My List' is invalid (expected lower-case letters",
                        "mine.csv, line 4, column title: the cell is empty (expected a text).",
                        "mine.csv, line 4, column size: '12 kB' is invalid (expected a number of bytes",
                        "mine.csv, line 4, column url: 'ftp://example.org/a' is invalid (expected an address",
                        "mine.csv, line 4, column page_url: 'example.org' is invalid",
                        "mine.csv, line 4, column mapping: 'Mapping' is invalid",
                        "mine.csv, line 4, column sha256: 'ABC' is invalid (expected 64 hexadecimal digits",
                        "mine.csv, line 4, column edition: '31.12.2022' is invalid (expected a date such as 2021",
                        "mine.csv, line 5: the line has 2 cells (expected 14, as in the header).");
    }

    @Test
    void refusesAFileThatIsNoCatalog() throws IOException {
        var other = Files.writeString(folder.resolve("other.csv"), "name,country\nBoston,US\n");
        assertThatThrownBy(() -> catalog(other.toString()).all())
                .hasMessageStartingWith("other.csv, line 1: the header must have the columns id, title, ");
        var open = Files.writeString(folder.resolve("open.csv"), HEADER + "my-list,\"My list\n");
        assertThatThrownBy(() -> catalog(open.toString()).all()).hasMessageContaining("unbalanced quotes");
        assertThatThrownBy(() -> catalog(folder.resolve("none.csv").toString()).all())
                .isInstanceOf(InvalidCatalogException.class)
                .hasMessageContaining("throughline.lists: ")
                .hasMessageContaining("does not exist");
    }

    @Test
    void theQueryInTheManualHasTheColumnsOfTheSampleThatItsMappingReads() throws IOException {
        var manual = Files.readString(Path.of("docs", "lists.md"));
        var query = manual.substring(manual.indexOf("SELECT ?organization"), manual.indexOf("WHERE {"));
        var variables = Pattern.compile("(?:SELECT|AS| )\\s*\\?(\\w+)(?=\\)\\s| \\?|\\s*\\n)")
                .matcher(query)
                .results()
                .map(variable -> variable.group(1))
                .toList();

        assertThat(String.join(",", variables))
                .isEqualTo(Files.readAllLines(ListFiles.sample("wikidata-members.csv"))
                        .get(0));
    }

    @Test
    void theManualListsEveryList() throws IOException {
        var manual = Files.readString(Path.of("docs", "lists.md"));
        assertThat(catalog("").all()).allSatisfy(list -> assertThat(manual).contains("`%s`".formatted(list.id())));
    }

    private static ListCatalog catalog(String file) {
        return new ListCatalog(file);
    }
}
