package io.throughline.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.TableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in {@code docs/importing.md} works as described there. */
class DocumentedMappingTests {

    @TempDir
    private Path folder;

    @Test
    void readsTheDocumentedFileWithTheDocumentedMapping() throws Exception {
        var documentation = documentation();
        var file = Files.writeString(folder.resolve("towns.csv"), block(documentation, "```\n(Town;.*?)```"));
        var mapping = Mapping.read(mapping(documentation), "my-towns.yaml");

        try (var published = PublishedFile.open(file, "towns.csv", mapping.readOptions(FileLimits.defaults()));
                var lines = published.lines()) {
            mapping.requireColumns(published.header());

            assertThat(lines.map(line -> describe(mapping.interpret((TableRow) line))))
                    .containsExactly(
                            "Bonn MEMBER c40 [] null 2019 since 2019, Bonn SIGNATORY gcom [] NOT_STATED 2022 since 2019",
                            "Lecce SIGNATORY gcom [province-of-lecce] NAMED 2021 since 2020-12-31",
                            "Has left");
        }
    }

    @Test
    void reportsTheDocumentedMistakeAsShown() throws IOException {
        var documentation = documentation();
        var misspelt = mapping(documentation).replace("name: {column: Town}", "name: {colum: Town}");

        assertThatThrownBy(() -> Mapping.read(misspelt, "my-towns.yaml"))
                .hasMessageContaining(block(documentation, "\n *(my-towns\\.yaml, line .*?)\n"));
    }

    private static String describe(InterpretedRow interpreted) {
        if (interpreted instanceof InterpretedRow.Stated stated) {
            return String.join(
                    ", ",
                    stated.memberships().stream()
                            .map(each -> "%s %s %s %s %s %s since %s"
                                    .formatted(
                                            each.member().name(),
                                            each.statement().role(),
                                            each.statement().organizationId(),
                                            each.statement().viaIds(),
                                            each.statement().viaStatus(),
                                            each.evidence().asOf() == null
                                                    ? null
                                                    : each.evidence().asOf().text(),
                                            each.statement().validFrom() == null
                                                    ? null
                                                    : each.statement()
                                                            .validFrom()
                                                            .text()))
                            .toList());
        }
        return interpreted instanceof InterpretedRow.LeftOut leftOut ? leftOut.reason() : interpreted.toString();
    }

    private static String documentation() throws IOException {
        return Files.readString(Path.of("docs", "importing.md"));
    }

    /** The example without the indentation of the Markdown list. */
    private static String mapping(String documentation) {
        return block(documentation, "```yaml\n(.*?)```").replaceAll("(?m)^ {3}", "");
    }

    private static String block(String documentation, String pattern) {
        var block = Pattern.compile(pattern, Pattern.DOTALL).matcher(documentation);
        assertThat(block.find()).as(pattern).isTrue();
        return block.group(1);
    }
}
