package io.throughline.intake.suggestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import io.throughline.reference.name.NameKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The names of the organizations in the built-in dataset that have members. */
final class OrganizationNames {

    /** Kinds of organizations that cities report to or hear of, but do not join. */
    private static final Set<String> WITHOUT_MEMBERS = Set.of("BODY", "OFFICE");

    private final Map<String, String> idsByName = new HashMap<>();

    OrganizationNames() {
        read("organizations.csv", cells -> {
            if (!WITHOUT_MEMBERS.contains(cells.get("kind"))) {
                add(cells.get("name"), cells.get("id"));
                add(cells.get("id"), cells.get("id"));
            }
        });
        var ids = Set.copyOf(idsByName.values());
        read("names.csv", cells -> {
            if (ids.contains(String.valueOf(cells.get("subject")))) {
                add(cells.get("name"), cells.get("subject"));
            }
        });
    }

    private static void read(String file, Consumer<Map<String, String>> row) {
        var path = "dataset/" + file;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new ClassPathResource(path).getContentAsString(UTF_8))) {
            csv.forEach(cells -> row.accept(cells.getFieldsAsMap()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(@Nullable String name, @Nullable String id) {
        if (name == null || id == null) {
            throw new IllegalStateException("a file of the dataset lacks a column");
        }
        idsByName.putIfAbsent(key(name), id);
    }

    /** The id of the organization with this name; null if there is none. */
    @Nullable String id(String name) {
        return idsByName.get(key(name));
    }

    /** Without spaces, because tags often have none. */
    private static String key(String name) {
        return NameKey.of(name).plain().replaceFirst("^the ", "").replace(" ", "");
    }
}
