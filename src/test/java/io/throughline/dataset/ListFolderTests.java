package io.throughline.dataset;

import static io.throughline.dataset.InvalidDatasetTests.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list can have files of its own in a folder below {@code lists/}; with the others they are one dataset. */
class ListFolderTests {

    private static final String FOLDER = "lists/new-list/";

    /** A city of the list is in an organization of the dataset, and one of the dataset in an organization of the list. */
    private static final DatasetFiles WITH_LIST = list(
            file("sources.csv", "new-list,New list,new-network,,,,,,,,,none stated,,,"),
            file("organizations.csv", "new-network,New network,NETWORK,,,,"),
            file("cities.csv", "new-city,New City,CITY,US,US-MA,,,,,,RESOLVED,"),
            file("names.csv", "new-city,Newtown,ALIAS,en,new-list"),
            file("member-lists.csv", "list-new,new-network,new-list,2026,NO,WHOLE,,,"),
            file("memberships.csv", membership("new-city", "c40", "1"), membership("boston", "new-network", "2")),
            file("pledges.csv", "pledge-new,new-city,Net zero emissions,2050,,,new-list.1,new-list,,,,,,,"));

    /** A file of the list and the lines below its header. */
    private record ListFile(String name, List<String> lines) {}

    private static ListFile file(String name, String... lines) {
        return new ListFile(name, List.of(lines));
    }

    private static DatasetFiles list(ListFile... files) {
        var all = DatasetVariants.REAL;
        for (var file : files) {
            var table = DatasetTables.ALL.stream()
                    .filter(each -> file.name().equals(each.fileOfList()))
                    .findFirst()
                    .orElseThrow();
            var header = String.join(
                    ",", table.columns().stream().map(DatasetColumn::name).toList());
            all = DatasetVariants.with(
                    all, FOLDER + file.name(), none -> header + "\n" + String.join("\n", file.lines()) + "\n");
        }
        return all;
    }

    /** Leaves all columns empty but the first three and those that name the claim and its source. */
    private static String membership(String member, String organization, String claim) {
        var cells = DatasetTables.MEMBERSHIPS.columns().stream()
                .map(column -> switch (column.name()) {
                    case "member" -> member;
                    case "role" -> "MEMBER";
                    case "organization" -> organization;
                    case "claim" -> "new-list." + claim;
                    case "source" -> "new-list";
                    default -> "";
                })
                .toList();
        return String.join(",", cells);
    }

    @Test
    void theFilesOfAListAreOneDatasetWithTheOthers() {
        var real = DatasetPlanner.plan(DatasetVariants.REAL);
        var plan = DatasetPlanner.plan(WITH_LIST);

        assertThat(plan.has("new-city.member.c40", "Membership")).isTrue();
        assertThat(plan.has("boston.member.new-network", "Membership")).isTrue();
        assertThat(plan.has("new-city/name/Newtown", "Name")).isTrue();
        assertThat(plan.has("pledge-new", "Pledge")).isTrue();
        var nodes = DatasetVariants.nodes(WITH_LIST);
        assertThat(Objects.requireNonNull(nodes.get("new-city")).get("worldRegionId"))
                .isNotNull()
                .isEqualTo(Objects.requireNonNull(nodes.get("boston")).get("worldRegionId"));
        assertThat(plan.count("Claim")).isEqualTo(real.count("Claim") + 2);
    }

    @Test
    void theChecksumCoversTheFilesOfAList() {
        assertThat(WITH_LIST.checksum()).isNotEqualTo(DatasetVariants.REAL.checksum());
    }

    @Test
    void messagesNameTheFileOfTheList() {
        assertInvalid(
                DatasetVariants.adding(WITH_LIST, FOLDER + "cities.csv", "no-name,,CITY,US,,,,,,,RESOLVED,"),
                FOLDER + "cities.csv",
                3,
                "name",
                "the cell is empty (a value is required)");
        assertInvalid(
                DatasetVariants.replacing(WITH_LIST, FOLDER + "memberships.csv", ",c40,", ",c-40,"),
                FOLDER + "memberships.csv",
                2,
                "organization",
                "unknown id 'c-40'");
    }

    @Test
    void anIdOfTheDatasetIsReportedWhereTheListRepeatsIt() {
        assertInvalid(
                DatasetVariants.adding(WITH_LIST, FOLDER + "organizations.csv", "regions4,Regions4 again,NETWORK,,,,"),
                FOLDER + "organizations.csv",
                3,
                "id",
                "'regions4' is already an id in organizations.csv, line %d"
                        .formatted(DatasetVariants.lineOf("organizations.csv", "regions4,")));
        assertInvalid(
                DatasetVariants.with(
                        WITH_LIST,
                        "lists/older-list/cities.csv",
                        none -> DatasetVariants.text(WITH_LIST, FOLDER + "cities.csv")),
                "lists/older-list/cities.csv",
                2,
                "id",
                "'new-city' is already an id in lists/new-list/cities.csv, line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lists/gcom/city.csv",
                "lists/gcom/dataset.csv",
                "lists/gcom/memberships/gcom.csv",
                "lists/a/b/cities.csv"
            })
    void refusesAFileWithAnUnknownNameInTheFolderOfAList(String path) {
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> DatasetPlanner.plan(DatasetVariants.with(path, none -> "id\n")))
                .withMessageStartingWith(
                        "dataset/%s: the folder of a list has no file with this name.".formatted(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lists/cities.csv", "lists/GCoM/cities.csv", "lists/new list/cities.csv"})
    void refusesAFileThatIsNotInTheFolderOfAList(String path) {
        assertThatExceptionOfType(InvalidDatasetException.class)
                .isThrownBy(() -> DatasetPlanner.plan(DatasetVariants.with(path, none -> "id\n")))
                .withMessageStartingWith("dataset/%s: a dataset has no file with this name.".formatted(path));
    }

    @Test
    void readsTheListsOfAFolderAndOfAJar(@TempDir Path directory) throws Exception {
        var folder = directory.resolve("dataset");
        var jar = directory.resolve("with-dataset.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("dataset/"));
            for (var file : DatasetVariants.texts(WITH_LIST).entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
                out.putNextEntry(new JarEntry("dataset/" + file.getKey()));
                out.write(Files.readAllBytes(path));
            }
        }

        assertThat(DatasetFiles.in(folder.toUri().toString()).checksum()).isEqualTo(WITH_LIST.checksum());
        assertThat(DatasetFiles.in("jar:%s!/dataset".formatted(jar.toUri())).checksum())
                .isEqualTo(WITH_LIST.checksum());
        assertThat(DatasetValidator.check(folder)).contains("memberships");
    }
}
