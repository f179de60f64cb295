package io.throughline.dataset;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

/** Variants of the real dataset, changed in memory. */
final class DatasetVariants {

    static final DatasetFiles REAL = DatasetFiles.in("classpath:dataset");

    private DatasetVariants() {}

    /** ISO 3166-1 alpha-3 codes of the real places, by id; empty for a place without one. */
    static Map<String, String> alpha3() {
        return REAL.rows(DatasetTables.PLACES).stream()
                .collect(toMap(
                        place -> place.required("id"),
                        place -> Objects.requireNonNullElse(place.text("iso_alpha3"), "")));
    }

    /** The real files with one changed. */
    static DatasetFiles with(String path, UnaryOperator<String> change) {
        return with(REAL, path, change);
    }

    static DatasetFiles with(DatasetFiles files, String path, UnaryOperator<String> change) {
        var sources = new TreeMap<>(files.sources());
        sources.put(path, source(change.apply(sources.containsKey(path) ? text(files, path) : "")));
        return new DatasetFiles(sources);
    }

    /** The real files with a text in one replaced; the text must occur. */
    static DatasetFiles replacing(String path, String text, String by) {
        return replacing(REAL, path, text, by);
    }

    static DatasetFiles replacing(DatasetFiles files, String path, String text, String by) {
        return with(files, path, whole -> {
            if (!whole.contains(text)) {
                throw new IllegalArgumentException("'%s' is not in %s".formatted(text, path));
            }
            return whole.replace(text, by);
        });
    }

    /** The real files with a line appended to one. */
    static DatasetFiles adding(String path, String line) {
        return adding(REAL, path, line);
    }

    static DatasetFiles adding(DatasetFiles files, String path, String line) {
        return with(files, path, whole -> whole + line + "\n");
    }

    static DatasetFiles without(String path) {
        var sources = new TreeMap<>(REAL.sources());
        sources.remove(path);
        return new DatasetFiles(sources);
    }

    /** Files with these texts, by path. */
    static DatasetFiles of(Map<String, String> texts) {
        var sources = new TreeMap<String, InputStreamSource>();
        texts.forEach((path, text) -> sources.put(path, source(text)));
        return new DatasetFiles(sources);
    }

    private static InputStreamSource source(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The texts of files, by path. */
    static Map<String, String> texts(DatasetFiles files) {
        return files.sources().keySet().stream().collect(toMap(path -> path, path -> text(files, path)));
    }

    /** The nodes of a dataset as parameters of a statement, by id. */
    static Map<String, Map<?, ?>> nodes(DatasetFiles files) {
        var plan = DatasetPlanner.plan(files);
        var nodes = new HashMap<String, Map<?, ?>>();
        files.each(
                DatasetTables.ALL,
                row -> plan.graph(List.of(row))
                        .nodeRows(Map.of(), false)
                        .forEach(node -> nodes.put((String) node.get("id"), (Map<?, ?>) node.get("properties"))));
        return nodes;
    }

    /** The number of the line that would be appended to a file. */
    static long nextLine(String path) {
        return text(path).lines().count() + 1;
    }

    /** The number of the first line that starts with a text. */
    static long lineOf(String path, String beginning) {
        return text(path).lines().takeWhile(line -> !line.startsWith(beginning)).count() + 1;
    }

    private static String text(String path) {
        return text(REAL, path);
    }

    static String text(DatasetFiles files, String path) {
        try (var in = Objects.requireNonNull(files.sources().get(path), path).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
