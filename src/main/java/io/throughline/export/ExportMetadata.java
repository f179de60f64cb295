package io.throughline.export;

import io.throughline.infra.builder.StagedBuilder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of an export.
 *
 * @param version of the dataset; null if the graph was not built from one
 * @param changedAt when the graph was last changed
 * @param exportedAt when it was read
 * @param query the request: file name and parameters
 * @param licence of the compilation; each source keeps its own licence
 * @param note how to read it, and what was left out
 * @param sources the first by title
 * @param sourcesLeftOut number of further sources
 */
@StagedBuilder
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

    /** The same metadata with another note. */
    ExportMetadata noting(String text) {
        return ExportMetadataBuilder.builder(this).note(text).build();
    }

    /** All values by name, without unknown ones; dates and times as text. */
    Map<String, Object> values() {
        var values = scalars();
        values.put("sources", sources);
        if (sourcesLeftOut > 0) {
            values.put("sourcesLeftOut", sourcesLeftOut);
        }
        return values;
    }

    /** The values that are text. */
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

    /** The sources with their licences, one per line. */
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

    /** Everything as text for people, one value per line. */
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
