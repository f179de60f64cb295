package io.throughline.reference.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The states that earlier releases wrongly gave places, by division: {@code gazetteer/former-states.txt}. */
public final class FormerStates {

    private static final String FILE = "gazetteer/former-states.txt";

    private final String edition;
    private final Map<String, Set<String>> byDivision;

    private FormerStates(String text) {
        var checksum = new CRC32();
        checksum.update(text.getBytes(UTF_8));
        edition = Long.toHexString(checksum.getValue());
        byDivision = text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .collect(groupingBy(cells -> cells[0], mapping(cells -> cells[1], toSet())));
    }

    /** Reads the file. */
    public static FormerStates read() {
        try {
            return new FormerStates(new ClassPathResource(FILE).getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** Identifies the content of the file. */
    public String edition() {
        return edition;
    }

    /** All ISO 3166-2 codes that some places were wrongly given; other places may rightly have them. */
    public Set<String> codes() {
        return byDivision.values().stream().flatMap(Set::stream).collect(toSet());
    }

    /** Whether an earlier release wrongly gave a place this state. */
    public boolean gave(GazetteerPlace place, @Nullable String state) {
        return state != null
                && !state.equals(place.state())
                && byDivision.getOrDefault(place.division(), Set.of()).contains(state);
    }
}
