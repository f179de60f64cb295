package io.throughline.cli;

import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.mapping.MappingCatalog;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The database and all that works on it, started when a command first needs it; without a server. */
final class CommandContext implements AutoCloseable {

    private final Class<?> application;
    private final List<String> settings;
    private @Nullable ConfigurableApplicationContext context;

    CommandContext(Class<?> application, List<String> settings) {
        this.application = application;
        this.settings = settings;
    }

    /** A part of the application. */
    <T> T get(Class<T> part) {
        return context().getBean(part);
    }

    /** The settings, those of configuration files included, for what needs no database. */
    ConfigurableEnvironment environment() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(settings.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    /** One of the mappings, for which no database is needed. */
    Mapping mapping(Function<MappingCatalog, Mapping> wanted) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment());
            context.register(MappingCatalog.class);
            context.refresh();
            return wanted.apply(context.getBean(MappingCatalog.class));
        }
    }

    /** Starts it with one more setting. */
    void startWith(String setting) {
        settings.add(setting);
        context();
    }

    private ConfigurableApplicationContext context() {
        if (context == null) {
            context = new SpringApplicationBuilder(application)
                    .web(WebApplicationType.NONE)
                    // of all that the server is made of, what the command needs
                    .lazyInitialization(true)
                    .registerShutdownHook(false)
                    .run(settings.toArray(String[]::new));
        }
        return context;
    }

    /** The last cause, in words. */
    static String explain(Throwable problem) {
        var root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
