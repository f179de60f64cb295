package io.throughline.infra.backup;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.types.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node of the graph with its outgoing relationships: one line of the file.
 *
 * @param labels in alphabetical order
 * @param properties by name, as the database has them
 */
record BackupNode(List<String> labels, Map<String, Object> properties, List<Link> links) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Left behind by a lock; carries no information. */
    private static final String LOCK = "lockedAt";

    /** A relationship to another node. */
    record Link(String type, String to, Map<String, Object> properties) {

        private Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("type", type);
            json.put("to", to);
            json.put("properties", toJson(properties));
            return json;
        }

        private static Link of(Value link) {
            return new Link(
                    link.get("type").asString(),
                    link.get("to").asString(),
                    link.get("properties").asMap());
        }

        private static Link of(JsonNode link) {
            return new Link(
                    link.required("type").asString(),
                    link.required("to").asString(),
                    read(link.required("properties")));
        }
    }

    static BackupNode of(Record row) {
        return new BackupNode(
                row.get("labels").asList(Value::asString).stream().sorted().toList(),
                row.get("properties").asMap(),
                row.get("links").asList(Link::of));
    }

    /** @throws RuntimeException if the line is not a node */
    static BackupNode of(String line) {
        var json = JSON.readTree(line);
        var labels = new ArrayList<String>();
        json.required("labels").forEach(label -> labels.add(label.asString()));
        var links = new ArrayList<Link>();
        json.required("links").forEach(link -> links.add(Link.of(link)));
        return new BackupNode(labels, read(json.required("properties")), links);
    }

    /** The line as bytes; equal nodes give equal bytes. */
    byte[] bytes() {
        var json = new LinkedHashMap<String, Object>();
        json.put("labels", labels);
        json.put("properties", toJson(properties));
        json.put(
                "links",
                links.stream()
                        .map(Link::json)
                        .sorted(comparing(JSON::writeValueAsString))
                        .toList());
        return JSON.writeValueAsBytes(json);
    }

    Map<String, Object> row() {
        return Map.of("labels", labels, "properties", properties);
    }

    List<Map<String, Object>> linkRows() {
        return links.stream()
                .map(link -> Map.of(
                        "from", properties.get("id"),
                        "type", link.type,
                        "to", link.to,
                        "properties", link.properties))
                .toList();
    }

    private static Map<String, Object> toJson(Map<String, Object> properties) {
        var json = new TreeMap<String, Object>();
        properties.forEach((name, value) -> {
            if (!name.equals(LOCK)) {
                json.put(name, toJson(value));
            }
        });
        return json;
    }

    /** Types that JSON does not have become an object with the type as its key. */
    private static Object toJson(Object value) {
        if (value instanceof LocalDate date) {
            return Map.of("date", date.toString());
        }
        if (value instanceof ZonedDateTime moment) {
            return Map.of("moment", moment.toString());
        }
        if (value instanceof Point point) {
            return Map.of("point", List.of(point.srid(), point.x(), point.y()));
        }
        if (value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof List<?>) {
            return value;
        }
        throw new IllegalStateException(
                "cannot write a value of type " + value.getClass().getName());
    }

    private static Map<String, Object> read(JsonNode properties) {
        var read = new HashMap<String, Object>();
        properties.forEachEntry((name, value) -> read.put(name, read(name, value)));
        return read;
    }

    private static Object read(String name, JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        if (value.isNumber()) {
            return value.asDouble();
        }
        if (value.isArray()) {
            var list = new ArrayList<Object>();
            value.forEach(each -> list.add(read(name, each)));
            return list;
        }
        if (value.has("date")) {
            return LocalDate.parse(value.get("date").asString());
        }
        if (value.has("moment")) {
            return ZonedDateTime.parse(value.get("moment").asString());
        }
        var point = value.required("point");
        return Values.point(
                point.required(0).asInt(),
                point.required(1).asDouble(),
                point.required(2).asDouble());
    }
}
