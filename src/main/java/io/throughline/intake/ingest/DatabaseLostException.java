package io.throughline.intake.ingest;

import io.throughline.infra.problem.CodedProblem;

/**
 * An import that ended because the database was lost. Its run could not be updated either; the next start does that.
 */
public final class DatabaseLostException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    DatabaseLostException(ImportRun run, RuntimeException cause) {
        super(
                "%s of '%s' was interrupted: the database no longer responds, e.g. because its disk is full; see the log. "
                                .formatted(run.id(), run.fileName())
                        + (run.dryRun() ? "Nothing was recorded" : "Run the same command again to resume"),
                cause);
    }

    @Override
    public String code() {
        return "BROKEN_OFF";
    }
}
