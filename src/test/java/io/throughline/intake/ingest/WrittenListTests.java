package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.dataset.ListFolderWriter;
import io.throughline.dataset.ListNotWrittenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was imported is written as the files of a list. */
class WrittenListTests extends ImportTestBase {

    private static final List<String> SOURCES = List.of(ImportedLists.SOURCE);

    @Autowired
    private ListFolderWriter writer;

    @Test
    void writesWhatAnImportRecordedAndSaysWhatIsMissing() throws Exception {
        run(true, LINES);
        var folder = directory.resolve("list-2026");
        var written = writer.write(folder, SOURCES, false);

        assertThat(written.fault()).isNull();
        assertThat(written.lines())
                .containsEntry("sources.csv", 1)
                .containsEntry("organizations.csv", 1)
                .containsEntry("memberships.csv", 3);
        assertThat(written.undecided())
                .containsExactly(
                        "memberships that wait for a decision are not written: 1 (settle them with the command resolve)");
        assertThat(written.isComplete()).isFalse();
        var texts = texts(folder);
        assertThat(texts.get("organizations.csv")).isEqualTo("""
                        id,name,kind,country,area,website,note
                        network-for-tests,Network for Tests,NETWORK,,,,
                        """);
        assertThat(texts.get("memberships.csv"))
                .contains("\nboston,MEMBER,network-for-tests,")
                .contains(",list-for-tests.boston.member.network-for-tests,list-for-tests,");
        assertThat(texts.getOrDefault("cities.csv", ""))
                .as("Boston is in the dataset")
                .doesNotContain("\nboston,");
    }

    @Test
    void writingTwiceGivesTheSameFiles() throws Exception {
        run(true, LINES);
        var folder = directory.resolve("list-2026");
        writer.write(folder, SOURCES, false);
        var first = texts(folder);
        Files.writeString(folder.resolve("persons.csv"), "of an earlier version");

        assertRefused("FOLDER_NOT_EMPTY", "add --overwrite to replace them", folder, ImportedLists.SOURCE, false);
        writer.write(folder, SOURCES, true);

        assertThat(texts(folder)).isEqualTo(first);
    }

    @Test
    void keepsAFolderThatHasSomethingElse() throws Exception {
        run(true, LINES);
        var folder = Files.createDirectory(directory.resolve("photos"));
        Files.writeString(folder.resolve("photo.jpg"), "");

        assertRefused("FOLDER_NOT_EMPTY", "(photo.jpg)", folder, ImportedLists.SOURCE, true);
        assertThat(folder.resolve("photo.jpg")).exists();
        assertRefused("FOLDER_NAME_INVALID", "'My List'", directory.resolve("My List"), ImportedLists.SOURCE, false);
    }

    @Test
    void refusesUnknownSourcesAndThoseWithNothingToWrite() {
        var folder = directory.resolve("list-2026");

        assertRefused(
                "UNKNOWN_ID",
                "climactor-2022: no source has this id; did you mean climactor-2022-12",
                folder,
                "climactor-2022",
                false);
        assertRefused("UNKNOWN_ID", "boston: no source has this id", folder, "boston", false);
        assertRefused("NOTHING_RECORDED", "besides those of the built-in dataset", folder, "c40-2024-11", false);
        assertThat(directory).isEmptyDirectory();
    }

    private void assertRefused(String code, String message, Path folder, String source, boolean overwrite) {
        assertThatExceptionOfType(ListNotWrittenException.class)
                .isThrownBy(() -> writer.write(folder, List.of(source), overwrite))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
