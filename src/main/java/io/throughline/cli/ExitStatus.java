package io.throughline.cli;

/** The exit statuses of a command, as its help text lists them. */
final class ExitStatus {

    static final int SUCCESS = 0;

    /** The work was done, but lines were rejected or wait for a person's decision. */
    static final int NEEDS_DECISION = 1;

    static final int NOTHING_DONE = 2;

    private ExitStatus() {}
}
