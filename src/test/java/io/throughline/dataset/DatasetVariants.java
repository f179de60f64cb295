package io.throughline.dataset;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
        var texts = new TreeMap<>(files.texts());
        texts.put(path, change.apply(texts.getOrDefault(path, "")));
        return new DatasetFiles(texts);
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
        var texts = new TreeMap<>(REAL.texts());
        texts.remove(path);
        return new DatasetFiles(texts);
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
        return Objects.requireNonNull(REAL.texts().get(path), path);
    }
}
