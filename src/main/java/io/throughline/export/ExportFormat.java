package io.throughline.export;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** A format of an export: file extension and media type. */
enum ExportFormat {
    GEXF("gexf", "application/gexf+xml"),
    GRAPHML("graphml", "application/graphml+xml"),
    EDGES("edges.csv", "text/csv"),
    NODES("nodes.csv", "text/csv"),
    NODE_LINK("json", "application/json"),
    CYJS("cyjs", "application/json"),
    GEOJSON("geojson", "application/geo+json"),
    JSON_LINES("jsonl", "application/jsonl"),
    TURTLE("ttl", "text/turtle"),
    JSON_LD("jsonld", "application/ld+json"),
    CSV("csv", "text/csv"),
    METADATA("metadata.json", "application/json");

    private final String extension;

    @SuppressWarnings("ImmutableEnumChecker") // a MediaType is immutable
    private final MediaType type;

    ExportFormat(String extension, String type) {
        this.extension = extension;
        this.type = MediaType.parseMediaType(type);
    }

    String extension() {
        return extension;
    }

    /** With the charset if the type has such a parameter; JSON and its derivatives are always UTF-8. */
    MediaType contentType() {
        return type.getSubtype().contains("json") ? type : new MediaType(type, StandardCharsets.UTF_8);
    }

    /** Whether the format has no place for metadata. */
    boolean isBare() {
        return this == EDGES || this == NODES || this == CSV || this == JSON_LINES;
    }
}
