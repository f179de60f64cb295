package io.throughline.intake.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The mappings there are: those that come along, and those of the folder {@code throughline.mappings}. A mapping of the
 * folder takes the place of one that comes along and has the same id. The folder is looked into each time, so that a
 * mapping can be mended while the server runs.
 */
@Component
public class MappingCatalog {

    /** Read when first asked for, so that a server which imports nothing starts as fast as ever. */
    private final SingletonSupplier<Map<String, Mapping>> builtIn;

    private final @Nullable Path folder;

    MappingCatalog(ResourcePatternResolver resources, @Value("${throughline.mappings:}") String folder) {
        this.builtIn = SingletonSupplier.of(() -> builtIn(resources));
        this.folder = folder.isBlank() ? null : Path.of(folder);
    }

    /**
     * The mapping of this id.
     *
     * @throws InvalidMappingException if there is none without a mistake, and one in the folder has a mistake and may be it
     */
    public Optional<Mapping> byId(String id) {
        var mistakes = new ArrayList<InvalidMappingException>();
        var own = own(mistakes::add).get(id);
        if (own == null && !builtIn().containsKey(id) && !mistakes.isEmpty()) {
            throw mistakes.get(0);
        }
        return Optional.ofNullable(own == null ? builtIn().get(id) : own);
    }

    /**
     * Every mapping, by id.
     *
     * @throws InvalidMappingException if one in the folder has a mistake, or two of the folder have one id
     */
    public List<Mapping> all() {
        var all = new TreeMap<>(builtIn());
        all.putAll(own(mistake -> {
            throw mistake;
        }));
        return List.copyOf(all.values());
    }

    private Map<String, Mapping> own(Consumer<InvalidMappingException> mistakes) {
        var own = new LinkedHashMap<String, Mapping>();
        for (var file : files()) {
            try {
                var mapping = at(file);
                var twin = own.putIfAbsent(mapping.id(), mapping);
                if (twin != null) {
                    mistakes.accept(new InvalidMappingException(
                            mapping.fileName(),
                            List.of(new InvalidMappingException.Mistake(
                                    1, 1, "`id`: '%s' is the id of %s too".formatted(mapping.id(), twin.fileName())))));
                }
            } catch (InvalidMappingException e) {
                mistakes.accept(e);
            }
        }
        return own;
    }

    /**
     * The mapping in a file.
     *
     * @throws InvalidMappingException if there is a mistake in it, or it is not UTF-8
     * @throws UncheckedIOException if it cannot be read
     */
    public Mapping at(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            return Mapping.read(Files.readString(file), name);
        } catch (CharacterCodingException e) {
            throw new InvalidMappingException(
                    name,
                    List.of(new InvalidMappingException.Mistake(
                            1, 1, "this is not UTF-8, which a mapping is written in")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var mappings = new ArrayList<Path>();
            files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(mappings::add);
            return mappings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Mapping> builtIn() {
        return builtIn.obtain();
    }

    private static Map<String, Mapping> builtIn(ResourcePatternResolver resources) {
        try {
            var mappings = new LinkedHashMap<String, Mapping>();
            for (var resource : resources.getResources("classpath*:mappings/*.yaml")) {
                var text = resource.getContentAsString(StandardCharsets.UTF_8);
                var mapping = Mapping.read(text, "mappings/" + resource.getFilename());
                mappings.put(mapping.id(), mapping);
            }
            return mappings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
