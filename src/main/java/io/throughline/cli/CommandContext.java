package io.throughline.cli;

import io.throughline.intake.catalog.DownloadSettings;
import io.throughline.intake.catalog.ListCatalog;
import io.throughline.intake.catalog.ListDownloader;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.mapping.MappingCatalog;
import io.throughline.intake.suggestion.MappingSuggester;
import io.throughline.intake.suggestion.MappingSuggestion;
import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.UnreadableFileException;
import io.throughline.reference.gazetteer.Gazetteer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The application without its server. It starts, and opens the database, when a command first needs it. */
final class CommandContext implements AutoCloseable {

    private final Class<?> applicationClass;
    private final List<String> settings;
    private @Nullable ConfigurableApplicationContext context;

    CommandContext(Class<?> applicationClass, List<String> settings) {
        this.applicationClass = applicationClass;
        this.settings = settings;
    }

    /** A bean of the application; starts the application if it is not running yet. */
    <T> T get(Class<T> type) {
        return application().getBean(type);
    }

    /** The settings, including those from configuration files, without starting the application. */
    ConfigurableEnvironment environment() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(settings.toArray(String[]::new)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    /**
     * Finds a mapping without starting the application.
     *
     * @param idOrFile the id of a mapping or the path of a YAML file; null if the command line gives none
     * @throws CommandRejectedException if there is no such mapping
     */
    Mapping mapping(@Nullable String idOrFile) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment());
            context.register(MappingCatalog.class);
            context.refresh();
            return mapping(context.getBean(MappingCatalog.class), idOrFile);
        }
    }

    /** Proposes a mapping for a file without starting the application. */
    MappingSuggestion suggestMapping(Path file) throws UnreadableFileException {
        try (var context = new AnnotationConfigApplicationContext(Gazetteer.class, MappingSuggester.class)) {
            return context.getBean(MappingSuggester.class)
                    .suggest(file, String.valueOf(file.getFileName()), fileLimits());
        }
    }

    /** The published lists, without starting the application. */
    ListCatalog lists() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.setEnvironment(environment());
            context.register(ListCatalog.class);
            context.refresh();
            return context.getBean(ListCatalog.class);
        }
    }

    /** Downloads published lists into the folder that the settings name, without starting the application. */
    ListDownloader downloader() {
        var limits = Binder.get(environment()).bindOrCreate("throughline.downloads", DownloadSettings.class);
        return new ListDownloader(limits.folder(storeDirectory()), limits);
    }

    /** The folder of the embedded database, whether or not it exists. */
    Path storeDirectory() {
        return Path.of(environment().getProperty("throughline.store.directory", "./data"));
    }

    /** Whether there is a database to read: a server, or an embedded one that was used before. */
    boolean hasDatabase() {
        return environment().containsProperty("spring.neo4j.uri")
                || Files.isDirectory(storeDirectory().resolve("data").resolve("databases"));
    }

    /** The limits for a file to read. */
    FileLimits fileLimits() {
        return Binder.get(environment()).bindOrCreate("throughline.files", FileLimits.class);
    }

    private static Mapping mapping(MappingCatalog mappings, @Nullable String idOrFile) {
        if (idOrFile == null) {
            throw new CommandRejectedException(
                    "MAPPING_EXPECTED",
                    "No mapping given: use --mapping with a YAML file or one of these ids: " + ids(mappings));
        }
        var path = Path.of(idOrFile);
        if (Files.isRegularFile(path)) {
            return mappings.read(path);
        }
        return mappings.byId(idOrFile)
                .orElseThrow(() -> new CommandRejectedException(
                        "MAPPING_UNKNOWN",
                        "'%s' is neither the id of a mapping nor a file (known ids: %s)"
                                .formatted(idOrFile, ids(mappings))));
    }

    /** For messages only: it reads every mapping, and a mistake in one must not keep others from being used. */
    private static String ids(MappingCatalog mappings) {
        return String.join(", ", mappings.all().stream().map(Mapping::id).toList());
    }

    /** Starts the application with one more setting. */
    void startWith(String setting) {
        settings.add(setting);
        application();
    }

    private ConfigurableApplicationContext application() {
        if (context == null) {
            context = new SpringApplicationBuilder(applicationClass)
                    .web(WebApplicationType.NONE)
                    // a command needs only some of the beans
                    .lazyInitialization(true)
                    .registerShutdownHook(false)
                    .run(settings.toArray(String[]::new));
        }
        return context;
    }

    /** The message of the root cause, or its class name if it has no message. */
    static String rootMessage(Throwable problem) {
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
