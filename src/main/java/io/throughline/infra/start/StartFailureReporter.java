package io.throughline.infra.start;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Reports in one line why the server did not start. With {@code --debug}, Spring's detailed report follows.
 * Registered in {@code META-INF/spring.factories}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureReporter implements SpringBootExceptionReporter {

    private final boolean debug;

    StartFailureReporter(@Nullable ConfigurableApplicationContext context) {
        debug = context != null && context.getEnvironment().containsProperty("debug");
    }

    @Override
    @SuppressWarnings("SystemOut") // startup may fail before logging is set up
    public boolean reportException(Throwable failure) {
        System.err.println("Cannot start: " + explain(failure));
        return !debug;
    }

    static String explain(Throwable failure) {
        return causes(failure)
                .map(StartFailureReporter::explainOne)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(() -> "%s. Start again with --debug to see the details.".formatted(innermost(failure)));
    }

    private static @Nullable String explainOne(Throwable cause) {
        if (cause instanceof StartFailureException) {
            return cause.getMessage();
        }
        if (cause instanceof PortInUseException port) {
            return ("Port %d is in use. Stop the program that uses it, or choose another port with --server.port=%d"
                            + " or the environment variable SERVER_PORT.")
                    .formatted(port.getPort(), port.getPort() + 1);
        }
        if (cause instanceof BindException setting && setting.getProperty() != null) {
            return "The setting %s has the invalid value \"%s\". Correct it or leave it out."
                    .formatted(
                            setting.getProperty().getName(),
                            setting.getProperty().getValue());
        }
        return null;
    }

    private static String innermost(Throwable failure) {
        var root = causes(failure).reduce(failure, (outer, inner) -> inner);
        var message = root.getMessage() == null ? "no message" : root.getMessage();
        return root.getClass().getSimpleName() + ", "
                + message.lines().findFirst().orElse("").replaceAll("\\.$", "");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
