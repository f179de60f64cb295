package io.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.neo4j.io.locker.FileLockException;

class EmbeddedFailureTests {

    private static final Path DATA = Path.of("data");

    @Test
    void explainsAFolderInUseByAnotherServer() {
        assertThat(EmbeddedFailure.of(
                        new RuntimeException(new FileLockException("store_lock", new IOException())), DATA))
                .hasMessageStartingWith("The data folder data is in use by another server. Stop that server, or use")
                .hasMessageContaining("--throughline.store.directory=");
    }

    @Test
    void explainsAFolderWithoutPermission() {
        assertThat(EmbeddedFailure.of(new RuntimeException(new AccessDeniedException("data/logs")), DATA))
                .hasMessageStartingWith("The data folder data cannot be read and written")
                .hasMessageContaining("data/logs");
    }

    @Test
    void explainsAFolderOfAnotherVersion() {
        assertThat(EmbeddedFailure.of(new IllegalStateException("Unknown store version"), DATA))
                .hasMessageContaining("another version may have written it");
    }
}
