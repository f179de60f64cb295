package io.throughline.cli;

import java.io.Console;

/** Whether a person can be asked, and a progress bar drawn. */
final class TerminalCheck {

    private TerminalCheck() {}

    /** From JDK 22 on there is a console even when input and output are redirected. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isInteractive() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJdk) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
