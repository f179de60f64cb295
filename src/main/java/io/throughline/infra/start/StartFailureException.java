package io.throughline.infra.start;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the person who starts the server can fix. Thrown from anywhere during startup, it ends the process with one
 * line and exit status 1; the cause is shown only with {@code --debug}.
 */
public class StartFailureException extends RuntimeException {

    /**
     * A failure and its remedy.
     *
     * @param what what is wrong, as a sentence
     * @param remedy what to do about it, as a sentence
     */
    public StartFailureException(String what, String remedy) {
        this(what, remedy, null);
    }

    /** A failure caused by an exception. */
    public StartFailureException(String what, String remedy, @Nullable Throwable cause) {
        super(what + " " + remedy, cause);
    }
}
