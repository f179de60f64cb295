package io.throughline.infra.start;

import org.jspecify.annotations.Nullable;

/**
 * A failure the person who starts the server can mend. Thrown from anywhere during the start, it ends the process with
 * one line and exit status 1; the cause is shown with {@code --debug} only.
 */
public class StartFailureException extends RuntimeException {

    /**
     * A failure and its remedy.
     *
     * @param what what is wrong, a sentence
     * @param remedy what to do about it, a sentence
     */
    public StartFailureException(String what, String remedy) {
        this(what, remedy, null);
    }

    /** A failure found by an exception. */
    public StartFailureException(String what, String remedy, @Nullable Throwable cause) {
        super(what + " " + remedy, cause);
    }
}
