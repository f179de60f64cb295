package io.throughline.intake.ingest;

/** An import that ended with the database, which could not even be told so; the next start finds that out. */
public final class DatabaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseLostException(ImportRun run, RuntimeException cause) {
        super(
                "%s of '%s' was broken off, since the database does not answer any more, e.g. with a full disk; the log says why. "
                                .formatted(run.id(), run.fileName())
                        + (run.dryRun() ? "Nothing is recorded" : "The same command goes on with it"),
                cause);
    }
}
