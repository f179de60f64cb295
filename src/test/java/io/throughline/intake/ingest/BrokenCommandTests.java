package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.throughline.cli.CommandRunner;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.writing.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.context.annotation.Bean;

/** How the command ends when the database no longer responds. */
class BrokenCommandTests {

    /** The beans that the command needs; not annotated, so that no component scan finds it. */
    static class WithBrokenDatabase {

        @Bean
        ImportStarter imports() {
            var graph = mock(GraphWriter.class);
            when(graph.write(any())).thenThrow(ServiceUnavailableException.class);
            var job = new ImportJob(
                    graph,
                    mock(Ledger.class),
                    mock(RunQueries.class),
                    20,
                    "worker",
                    new ImportExecution.ImportTask(
                            mock(PublishedFile.class),
                            lines -> List.of(),
                            (transaction, by) -> {},
                            (transaction, by, counts) -> {}),
                    ImportRuns.of(ImportState.RUNNING, false),
                    new SeenMemberships());
            var imports = mock(ImportStarter.class);
            when(imports.findInterrupted(any())).thenReturn(Optional.empty());
            when(imports.begin(any())).thenReturn(job);
            return imports;
        }
    }

    @Test
    @SuppressWarnings("SystemOut") // that is what the command line writes to
    void saysHowToResumeAndExitsWithStatus1(@TempDir Path directory) throws IOException {
        var list = Files.writeString(directory.resolve("list.csv"), "name\n");
        var mapping = Files.writeString(directory.resolve("mapping.yaml"), ImportedLists.MAPPING.text());
        var output = new ByteArrayOutputStream();
        var originalErr = System.err;
        try {
            System.setErr(new PrintStream(output, true, StandardCharsets.UTF_8));
            assertThat(CommandRunner.run(
                            WithBrokenDatabase.class,
                            "import",
                            list.toString(),
                            "--mapping",
                            mapping.toString(),
                            "--apply"))
                    .isEqualTo(1);
        } finally {
            System.setErr(originalErr);
        }
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains(
                        "run-for-tests of 'list.csv' was interrupted",
                        "Run the same command again to resume (BROKEN_OFF)");
    }
}
