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
 * All mappings: the built-in ones and those in the folder {@code throughline.mappings}. A mapping in the folder
 * replaces a built-in one with the same id. The folder is read each time, so that a mapping can be corrected while the
 * server runs.
 */
@Component
public class MappingCatalog {

    /** Read when first used, so that they do not delay the start of a server that imports nothing. */
    private final SingletonSupplier<Map<String, Mapping>> builtIn;

    private final @Nullable Path folder;

    MappingCatalog(ResourcePatternResolver resources, @Value("${throughline.mappings:}") String folder) {
        this.builtIn = SingletonSupplier.of(() -> builtIn(resources));
        this.folder = folder.isBlank() ? null : Path.of(folder);
    }

    /** Whether there is a folder, so that the mappings can change at any time. */
    public boolean isEditable() {
        return folder != null;
    }

    /**
     * The mapping with this id.
     *
     * @throws InvalidMappingException if no valid mapping has this id and one in the folder, which may have it, is
     *     invalid
     */
    public Optional<Mapping> byId(String id) {
        var mistakes = new ArrayList<InvalidMappingException>();
        var inFolder = inFolder(mistakes::add).get(id);
        if (inFolder == null && !builtIn().containsKey(id) && !mistakes.isEmpty()) {
            throw mistakes.get(0);
        }
        return Optional.ofNullable(inFolder == null ? builtIn().get(id) : inFolder);
    }

    /**
     * Every mapping, by id.
     *
     * @throws InvalidMappingException if one in the folder is invalid, or two in the folder have the same id
     */
    public List<Mapping> all() {
        var all = new TreeMap<>(builtIn());
        all.putAll(inFolder(mistake -> {
            throw mistake;
        }));
        return List.copyOf(all.values());
    }

    private Map<String, Mapping> inFolder(Consumer<InvalidMappingException> mistakes) {
        var inFolder = new LinkedHashMap<String, Mapping>();
        for (var file : files()) {
            try {
                var mapping = read(file);
                var other = inFolder.putIfAbsent(mapping.id(), mapping);
                if (other != null) {
                    mistakes.accept(new InvalidMappingException(
                            mapping.fileName(),
                            List.of(new InvalidMappingException.Mistake(
                                    1,
                                    1,
                                    "`id`: '%s' is already the id of %s".formatted(mapping.id(), other.fileName())))));
                }
            } catch (InvalidMappingException e) {
                mistakes.accept(e);
            }
        }
        return inFolder;
    }

    /**
     * Reads the mapping in a file.
     *
     * @throws InvalidMappingException if it has mistakes or is not UTF-8
     * @throws UncheckedIOException if the file cannot be read
     */
    public Mapping read(Path file) {
        var name = String.valueOf(file.getFileName());
        try {
            return Mapping.read(Files.readString(file), name);
        } catch (CharacterCodingException e) {
            throw new InvalidMappingException(
                    name,
                    List.of(new InvalidMappingException.Mistake(
                            1, 1, "the file is not UTF-8; save the mapping as UTF-8")));
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
