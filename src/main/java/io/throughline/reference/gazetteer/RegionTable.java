package io.throughline.reference.gazetteer;

import io.throughline.reference.gazetteer.GazetteerRegion.NameSource;
import io.throughline.reference.name.NameKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds subdivisions of countries by code and by name; on the second level those with a code, and counties of the USA.
 */
final class RegionTable {

    private final Map<String, GazetteerRegion> byIso = new HashMap<>();
    private final Map<String, List<GazetteerRegion>> byName = new HashMap<>();
    private final Map<String, List<GazetteerRegion>> byWhole = new HashMap<>();

    RegionTable(Map<String, List<String>> sections) {
        var further = GazetteerFile.furtherNames("region-names.txt");
        for (var line : sections.getOrDefault("regions", List.of())) {
            var cells = GazetteerFile.cells(line);
            var country = cells[0].substring(0, 2);
            add(new GazetteerRegion(
                    cells[0],
                    country,
                    cells[1].equals(country) ? null : cells[1],
                    cells[2],
                    cells[3],
                    cells[5].isEmpty() ? null : Integer.valueOf(cells[5]),
                    names(cells[3], cells[6], further.getOrDefault(cells[0], List.of())),
                    NameSource.valueOf(cells[7])));
        }
        for (var line : sections.getOrDefault("admin2", List.of())) {
            var cells = GazetteerFile.cells(line);
            if (line.startsWith("US.") && !byIso.containsKey("US-" + cells[0].substring(3))) {
                var state = "US-" + cells[0].substring(3, 5);
                add(new GazetteerRegion(
                        null, "US", state, "COUNTY", cells[1], null, List.of(cells[1]), NameSource.GEONAMES));
            }
        }
    }

    private static List<String> names(String name, String others, List<String> further) {
        var names = new ArrayList<>(List.of(name));
        if (!others.isEmpty()) {
            names.addAll(List.of(others.split("\\|")));
        }
        names.addAll(further);
        return List.copyOf(names);
    }

    private void add(GazetteerRegion region) {
        if (region.iso() != null) {
            byIso.put(region.iso(), region);
            if (region.whole() != null) {
                byWhole.computeIfAbsent(region.whole(), whole -> new ArrayList<>())
                        .add(region);
            }
        }
        region.names().stream()
                // "New York" does not mean New York County: a county is found by its full name only
                .flatMap(name -> (region.iso() == null ? NameKey.of(name).forms() : RegionWords.forms(NameKey.of(name)))
                        .stream())
                .flatMap(key -> Stream.of(key, key.replace(" ", "")))
                .distinct()
                .forEach(key ->
                        byName.computeIfAbsent(key, name -> new ArrayList<>(1)).add(region));
    }

    @Nullable GazetteerRegion byIso(String iso) {
        return byIso.get(iso);
    }

    List<GazetteerRegion> in(String iso) {
        return byWhole.getOrDefault(iso, List.of());
    }

    List<GazetteerRegion> named(Collection<String> keys) {
        return keys.stream()
                .flatMap(key -> byName.getOrDefault(key, List.of()).stream())
                .distinct()
                .toList();
    }
}
