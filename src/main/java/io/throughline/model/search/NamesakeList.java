package io.throughline.model.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Names that several large places have, whether or not these are in the graph: {@code search/namesakes.txt}. */
@Component
class NamesakeList {

    private final Map<String, List<String>> places;

    NamesakeList() {
        try {
            places = new ClassPathResource("search/namesakes.txt")
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": "))
                    .collect(toMap(line -> line[0], line -> List.of(line[1].split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The ISO 3166-2 codes of the subdivisions with a large place of this name.
     *
     * @param country only those of this country; null for any
     */
    List<String> of(String key, @Nullable String country) {
        return places.getOrDefault(key, List.of()).stream()
                .filter(place -> country == null || place.startsWith(country + "-"))
                .toList();
    }
}
