package io.throughline.intake.suggestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import io.throughline.reference.name.NameKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The names of the organizations in the built-in dataset that have members. */
final class OrganizationNames {

    /** Kinds of organizations that cities report to or hear of, but do not join. */
    private static final Set<String> WITHOUT_MEMBERS = Set.of("BODY", "OFFICE");

    private final Map<String, String> idsByName = new HashMap<>();

    OrganizationNames() {
        read("organizations.csv", 0, 1);
        var organizations = Map.copyOf(idsByName);
        read("names.csv", 0, 1);
        idsByName.values().retainAll(organizations.values());
    }

    private void read(String file, int id, int name) {
        try (var csv =
                CsvReader.builder().ofCsvRecord(new ClassPathResource("dataset/" + file).getContentAsString(UTF_8))) {
            csv.stream().skip(1).forEach(record -> {
                add(record.getField(name), record.getField(id));
                add(record.getField(id), record.getField(id));
            });
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

    private static String key(String name) {
        return NameKey.of(name).plain().replaceFirst("^the ", "");
    }
}
