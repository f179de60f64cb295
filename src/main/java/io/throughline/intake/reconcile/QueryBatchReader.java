package io.throughline.intake.reconcile;

import static java.util.stream.Collectors.toCollection;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.intake.matching.ListedAgent.Kind;
import io.throughline.model.search.NameLimits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the parameter {@code queries}: a JSON object with one query per key. */
@Component
class QueryBatchReader {

    static final String PARAMETER = "queries";

    /** The number of candidates for a query without a limit. */
    private static final int DEFAULT_LIMIT = 10;

    /** A larger limit counts as this one: a query may get fewer candidates than its limit. */
    private static final int MAX_LIMIT = 100;

    private static final Set<String> FIELDS = Set.of("query", "type", "type_strict", "limit", "properties");

    private final JsonParameterReader parameters;

    QueryBatchReader(JsonParameterReader parameters) {
        this.parameters = parameters;
    }

    /**
     * The queries by key, in order.
     *
     * @throws OverLimitException if there are too many
     * @throws InvalidArgumentException if one is not as the specification says; the message names it
     */
    Map<String, ReconciliationQuery> read(String text) {
        var batch = parameters.object(PARAMETER, text);
        if (batch.size() > NameLimits.MAX_NAMES) {
            throw new OverLimitException(PARAMETER, "queries", NameLimits.MAX_NAMES, batch.size());
        }
        var queries = new LinkedHashMap<String, ReconciliationQuery>();
        batch.forEachEntry((key, query) -> queries.put(key, query(PARAMETER + "." + key, query)));
        return queries;
    }

    private static ReconciliationQuery query(String path, JsonNode query) {
        if (!query.isObject()) {
            throw new InvalidArgumentException(path, query.toString(), "an object with query or properties");
        }
        query.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw InvalidArgumentException.described(
                            path + "." + name,
                            "not a field of the Reconciliation Service API 0.2",
                            String.join(", ", FIELDS.stream().sorted().toList()));
                });
        var types = types(path + ".type", query.path("type"));
        var reader = properties(path + ".properties", query.path("properties"));
        var listed = reader.listed(
                name(path, query), types.size() == 1 ? types.iterator().next().kind() : Kind.ANY);
        return new ReconciliationQuery(
                listed,
                types.size() == 1 || types.contains(ReconciliationType.AGENT) ? Set.of() : types,
                limit(path + ".limit", query.path("limit")),
                reader.unread());
    }

    private static String name(String path, JsonNode query) {
        var text = query.path("query");
        if (!text.isMissingNode() && !text.isString()) {
            throw new InvalidArgumentException(path + ".query", text.toString(), "a string");
        }
        var name = text.asString("").strip();
        if (name.isEmpty() && query.path("properties").isEmpty()) {
            throw InvalidArgumentException.described(path, "empty", "a query, or properties with an identifier");
        }
        if (NameLimits.isTooLong(name)) {
            throw new InvalidArgumentException(
                    path + ".query", name, "a name of at most %d characters".formatted(NameLimits.MAX_LENGTH));
        }
        return name;
    }

    private static Set<ReconciliationType> types(String path, JsonNode type) {
        var ids = new ArrayList<JsonNode>();
        if (type.isArray()) {
            type.forEach(ids::add);
        } else if (!type.isMissingNode() && !type.isNull()) {
            ids.add(type);
        }
        return ids.stream()
                .map(id -> id.isObject() ? id.path("id") : id)
                .filter(id -> !id.asString("").isEmpty())
                .map(id -> ReconciliationType.of(id.asString(""))
                        .orElseThrow(() -> new InvalidArgumentException(
                                path, id.asString(""), "one of " + ReconciliationType.ids())))
                .collect(toCollection(() -> EnumSet.noneOf(ReconciliationType.class)));
    }

    private static ListedAgentReader properties(String path, JsonNode properties) {
        if (!properties.isMissingNode() && !properties.isNull() && !properties.isArray()) {
            throw new InvalidArgumentException(path, properties.toString(), "a list of {pid, v}");
        }
        var reader = new ListedAgentReader();
        for (var property : properties) {
            var pid = property.path("pid").asString("");
            reader.add(
                    AgentProperty.of(pid)
                            .filter(AgentProperty::isForMatching)
                            .orElseThrow(() -> new InvalidArgumentException(
                                    path + ".pid", pid, "one of " + AgentProperty.idsForMatching())),
                    property.path("v"));
        }
        return reader;
    }

    private static int limit(String path, JsonNode limit) {
        if (limit.isMissingNode() || limit.isNull()) {
            return DEFAULT_LIMIT;
        }
        if (!limit.canConvertToInt() || limit.asInt() < 1) {
            throw new InvalidArgumentException(path, limit.toString(), "a whole number of at least 1");
        }
        return Math.min(limit.asInt(), MAX_LIMIT);
    }
}
