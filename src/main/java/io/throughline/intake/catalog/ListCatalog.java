package io.throughline.intake.catalog;

import io.throughline.intake.mapping.SpellingSuggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * All published lists that the product can read: the built-in ones in {@code lists/lists.csv} and those in the file
 * {@code throughline.lists}. A list in that file replaces a built-in one with the same id; the file is read each time.
 */
@Component
public class ListCatalog {

    private static final String BUILT_IN = "lists/lists.csv";

    private final SingletonSupplier<Map<String, PublishedList>> builtIn =
            SingletonSupplier.of(() -> CatalogFile.read(text(new ClassPathResource(BUILT_IN)), BUILT_IN));

    private final @Nullable Path ownFile;

    ListCatalog(@Value("${throughline.lists:}") String ownFile) {
        this.ownFile = ownFile.isBlank() ? null : Path.of(ownFile);
    }

    /** Whether there is a file, so that the lists can change at any time. */
    boolean isEditable() {
        return ownFile != null;
    }

    /**
     * Every list, by id.
     *
     * @throws InvalidCatalogException if the file {@code throughline.lists} is missing or has mistakes
     */
    public List<PublishedList> all() {
        return List.copyOf(byId().values());
    }

    /**
     * The list with this id.
     *
     * @throws UnknownListException if there is none; suggests what may have been meant
     * @throws InvalidCatalogException if the file {@code throughline.lists} is missing or has mistakes
     */
    public PublishedList required(String id) {
        var lists = byId();
        var list = lists.get(id);
        if (list == null) {
            var suggestion = SpellingSuggestion.of(id, lists.keySet());
            throw new UnknownListException("no list has the id '%s'%s"
                    .formatted(
                            id,
                            suggestion.isEmpty() ? "; the ids are " + String.join(", ", lists.keySet()) : suggestion));
        }
        return list;
    }

    private Map<String, PublishedList> byId() {
        var lists = new TreeMap<>(builtIn.obtain());
        if (ownFile != null) {
            lists.putAll(CatalogFile.read(text(ownFile), String.valueOf(ownFile.getFileName())));
        }
        return lists;
    }

    private static String text(ClassPathResource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidCatalogException(
                    List.of("throughline.lists: '%s' does not exist or is not a file.".formatted(file)));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InvalidCatalogException(
                    List.of("%s: the file is not UTF-8; save it as UTF-8.".formatted(file.getFileName())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
