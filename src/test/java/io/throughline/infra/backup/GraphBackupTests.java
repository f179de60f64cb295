package io.throughline.infra.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.GraphTest;
import io.throughline.TestStore;
import io.throughline.ThroughlineApplication;
import io.throughline.infra.cypher.GraphWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

@GraphTest
class GraphBackupTests {

    private static final String FIRST_LINE = "{\"throughline\":\"everything\",\"version\":1}\n";

    @Autowired
    private GraphBackup backup;

    @Autowired
    private GraphWriter writer;

    @TempDir
    private Path folder;

    @BeforeEach
    void changeSomething() {
        run("""
                MATCH (boston:Entity {id: 'boston'})
                CREATE (:Entity:Activity:Edit {id: 'backup-tests-edit', at: datetime(), share: 1.0, many: ['ä', '"']})-[:ABOUT]->(boston)
                CREATE (:WaitingRow {id: 'backup-tests-row'})-[:WAITS_FOR {since: date()}]->(boston)
                CREATE (:Decision {id: 'backup-tests-decision', version: 0}), (:ImportBatch {id: 'backup-tests-batch'})
                CREATE (:ImportFinding {id: 'backup-tests-finding', runId: 'backup-tests'})
                """);
    }

    @AfterEach
    void removeChanges() {
        run("""
                MATCH (node:Entity|WaitingRow|Decision|ImportBatch|ImportFinding)
                WHERE node.id STARTS WITH 'backup-tests'
                DETACH DELETE node
                """);
    }

    private void run(String cypher) {
        writer.write(transaction -> transaction.run(cypher).consume());
    }

    @Test
    @Tag("full")
    void aRestoredGraphGivesTheSameBytes() throws IOException {
        var file = write(backup, "here.jsonl");
        assertThat(file).content().contains("\"backup-tests-edit\"", "backup-tests-row", "backup-tests-finding");
        try (var other = new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--spring.neo4j.uri=embedded", "--throughline.store.directory=" + TestStore.empty())) {
            var there = other.getBean(GraphBackup.class);
            there.restore(fromBeforeDecisionsHadVersions(file));
            assertThat(write(there, "there.jsonl")).hasSameBinaryContentAs(file);
        }
    }

    private Path fromBeforeDecisionsHadVersions(Path file) throws IOException {
        var line = "\"properties\":{\"id\":\"backup-tests-decision\",\"version\":0}";
        assertThat(file).content().contains(line);
        return Files.writeString(
                folder.resolve("older.jsonl"),
                Files.readString(file).replace(line, line.replace(",\"version\":0", "")));
    }

    @Test
    void doesNotReplaceAChangedGraph() throws IOException {
        var file = write(backup, "here.jsonl");
        assertThatExceptionOfType(BackupRejectedException.class)
                .isThrownBy(() -> backup.restore(file))
                .extracting(BackupRejectedException::code)
                .isEqualTo("GRAPH_IN_USE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"labels\": [\"Entity\"], \"properties\": {\"id\": null}, \"links\": []}", "=cmd"})
    void namesALineThatIsNotANode(String line) throws IOException {
        var file = Files.writeString(folder.resolve("bad.jsonl"), FIRST_LINE + line + "\n");
        assertThat(GraphBackup.isBackup(file)).isTrue();
        assertThatExceptionOfType(BackupRejectedException.class)
                .isThrownBy(() -> GraphBackup.check(file))
                .withMessageContaining("'bad.jsonl', line 2 is not a node");
    }

    private Path write(GraphBackup from, String name) throws IOException {
        var file = folder.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            from.write(out);
        }
        return file;
    }
}
