package io.throughline.infra.store;

import io.throughline.infra.start.StartFailureException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.internal.Version;

/** Explains why Neo4j did not open a data folder. */
final class EmbeddedFailure {

    private static final String ANOTHER_FOLDER =
            "use another folder with --throughline.store.directory=… or the environment variable"
                    + " THROUGHLINE_STORE_DIRECTORY.";

    private EmbeddedFailure() {}

    static StartFailureException of(Throwable failure, Path directory) {
        if (causes(failure).anyMatch(FileLockException.class::isInstance)) {
            return new StartFailureException(
                    "The data folder %s is in use by another server.".formatted(directory),
                    "Stop that server, or " + ANOTHER_FOLDER,
                    failure);
        }
        var file = causes(failure).filter(FileSystemException.class::isInstance).findFirst();
        if (file.isPresent()) {
            return new StartFailureException(
                    "The data folder %s cannot be read and written (%s)."
                            .formatted(directory, file.get().toString()),
                    "Give this user access to it, or " + ANOTHER_FOLDER,
                    failure);
        }
        return new StartFailureException(
                "Neo4j %s cannot open the data folder %s; another version may have written it, or it is damaged."
                        .formatted(Version.getNeo4jVersion(), directory),
                "Start the server that wrote it, or " + ANOTHER_FOLDER,
                failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
