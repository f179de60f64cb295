package io.throughline.reference.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * Reads {@code gazetteer/gazetteer.tsv.gz}: sections that begin with {@code @name}, one row per line, cells separated
 * by tabs.
 */
final class GazetteerFile {

    private static final String FILE = "gazetteer/gazetteer.tsv.gz";

    /** The lines of each section. */
    static Map<String, List<String>> read() {
        var sections = new HashMap<String, List<String>>();
        List<String> section = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ClassPathResource(FILE).getInputStream(), 1 << 16), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("@")) {
                    section = sections.computeIfAbsent(line.substring(1), name -> new ArrayList<>());
                } else if (!line.startsWith("#")) {
                    section.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return sections;
    }

    /** The further names in a file of lines such as {@code PL-24: slaskie, silesia}, by the code before the colon. */
    static Map<String, List<String>> furtherNames(String file) {
        try {
            return new ClassPathResource("gazetteer/" + file)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .collect(toMap(parts -> parts[0], parts -> List.of(parts[1].split(", "))));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** The cells of a line; empty ones too. */
    static String[] cells(String line) {
        return line.split("\t", -1);
    }

    private GazetteerFile() {}
}
