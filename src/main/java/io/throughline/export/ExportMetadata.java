package io.throughline.export;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an export says about itself.
 *
 * @param version of the dataset; null when the graph was not made from one
 * @param changedAt when the graph was last changed
 * @param exportedAt when it was read
 * @param query what was asked for: the name of the file and the parameters
 * @param licence of the compilation; each source keeps its own
 * @param note how it is to be read, and what was left out
 * @param sources the first by title
 * @param sourcesLeftOut how many more there are
 */
record ExportMetadata(
        String title,
        @Nullable String version,
        @Nullable String released,
        @Nullable OffsetDateTime changedAt,
        Instant exportedAt,
        String query,
        @Nullable String licence,
        @Nullable String licenceUrl,
        @Nullable String citation,
        String note,
        List<Map<String, Object>> sources,
        int sourcesLeftOut) {

    /** The same with another note. */
    ExportMetadata noting(String text) {
        return new ExportMetadata(
                title,
                version,
                released,
                changedAt,
                exportedAt,
                query,
                licence,
                licenceUrl,
                citation,
                text,
                sources,
                sourcesLeftOut);
    }

    /** By name, without what is not known; dates and times as texts. */
    Map<String, Object> values() {
        var values = scalars();
        values.put("sources", sources);
        if (sourcesLeftOut > 0) {
            values.put("sourcesLeftOut", sourcesLeftOut);
        }
        return values;
    }

    /** The texts among them. */
    Map<String, Object> scalars() {
        var values = new LinkedHashMap<String, Object>();
        put(values, "title", title);
        put(values, "version", version);
        put(values, "released", released);
        put(values, "changedAt", changedAt);
        put(values, "exportedAt", exportedAt);
        put(values, "query", query);
        put(values, "licence", licence);
        put(values, "licenceUrl", licenceUrl);
        put(values, "citation", citation);
        put(values, "note", note);
        return values;
    }

    /** The sources with their licences, a line each. */
    String sourcesText() {
        var lines = sources.stream()
                .map(source -> "%s (%s), licence: %s"
                        .formatted(
                                source.get("title"),
                                source.getOrDefault("url", source.get("id")),
                                source.getOrDefault("licence", "none stated")))
                .collect(Collectors.joining("\n"));
        return sourcesLeftOut > 0 ? lines + "\nand %d more".formatted(sourcesLeftOut) : lines;
    }

    /** All of it for people, a line each. */
    String text() {
        return scalars().entrySet().stream()
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining("\n", "", "\nsources:\n" + sourcesText()));
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
