package io.throughline.intake.reconcile;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.intake.reconcile.AgentProperty.Part;
import io.throughline.intake.reconcile.ReconciliationCandidate.NamedType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers the parameter {@code extend}: the values of some properties for some ids. */
@Component
class DataExtension {

    static final String PARAMETER = "extend";

    /** The setting of routes: the id of the organization that they lead to. */
    static final String ORGANIZATION_SETTING = "organization";

    private static final NamedType ORGANIZATION =
            new NamedType(ReconciliationType.ORGANIZATION.id(), ReconciliationType.ORGANIZATION.id());

    /**
     * The columns and, for each id, the values in each column.
     *
     * @param rows by id and then by property
     */
    record Extension(List<Column> meta, Map<String, Map<String, List<Map<String, Object>>>> rows) {}

    /**
     * A column.
     *
     * @param type of its values, if these are entities that can be reconciled; null for others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(String id, String name, @Nullable NamedType type) {}

    private final JsonParameterReader parameters;
    private final AgentDocuments documents;
    private final GazetteerAgents gazetteer;
    private final JsonMapper json;

    DataExtension(
            JsonParameterReader parameters, AgentDocuments documents, GazetteerAgents gazetteer, JsonMapper json) {
        this.parameters = parameters;
        this.documents = documents;
        this.gazetteer = gazetteer;
        this.json = json;
    }

    /**
     * The values.
     *
     * @throws OverLimitException if there are too many ids
     * @throws InvalidArgumentException if the query is not as the specification says
     */
    Extension extend(String text) {
        var query = parameters.object(PARAMETER, text);
        var ids = ids(query.path("ids"));
        var properties = properties(query.path("properties"));
        var parts = properties.keySet().stream()
                .map(AgentProperty::part)
                .collect(toCollection(() -> EnumSet.noneOf(Part.class)));
        var agents = agents(ids, parts, organization(properties));
        var rows = new LinkedHashMap<String, Map<String, List<Map<String, Object>>>>();
        for (var id : ids) {
            var agent = agents.getOrDefault(id, json.createObjectNode());
            var row = new LinkedHashMap<String, List<Map<String, Object>>>();
            properties.keySet().forEach(property -> row.put(property.id(), property.values(agent)));
            rows.put(id, row);
        }
        return new Extension(
                properties.keySet().stream()
                        .map(property -> new Column(
                                property.id(), property.title(), property.hasOrganizations() ? ORGANIZATION : null))
                        .toList(),
                rows);
    }

    /** The agents by id; a place that had no Throughline id when it was matched may have one now. */
    private Map<String, JsonNode> agents(List<String> ids, Set<Part> parts, String organization) {
        var added = gazetteer.find(ids);
        var agents = documents.agents(
                ids.stream()
                        .map(id -> added.agentIds().getOrDefault(id, id))
                        .distinct()
                        .toList(),
                parts,
                organization);
        var all = new LinkedHashMap<String, JsonNode>(added.places());
        ids.forEach(id -> {
            var agent = agents.get(added.agentIds().getOrDefault(id, id));
            if (agent != null) {
                all.put(id, agent);
            }
        });
        return all;
    }

    private static List<String> ids(JsonNode ids) {
        if (!ids.isArray() || ids.valueStream().anyMatch(id -> !id.isString())) {
            throw new InvalidArgumentException("extend.ids", ids.toString(), "a list of ids");
        }
        if (ids.size() > AgentDocuments.MAX_AGENTS) {
            throw new OverLimitException("extend.ids", "ids", AgentDocuments.MAX_AGENTS, ids.size());
        }
        return ids.valueStream().map(JsonNode::asString).distinct().toList();
    }

    private static Map<AgentProperty, JsonNode> properties(JsonNode properties) {
        if (!properties.isArray()) {
            throw new InvalidArgumentException("extend.properties", properties.toString(), "a list of {id}");
        }
        return properties
                .valueStream()
                .collect(toMap(
                        DataExtension::property,
                        property -> property.path("settings"),
                        (first, again) -> first,
                        LinkedHashMap::new));
    }

    private static AgentProperty property(JsonNode property) {
        var id = property.path("id").asString("");
        return AgentProperty.of(id)
                .orElseThrow(() ->
                        new InvalidArgumentException("extend.properties.id", id, "one of " + AgentProperty.ids()));
    }

    /** The organization that routes lead to; the same for all columns, so that they stay aligned. */
    private static String organization(Map<AgentProperty, JsonNode> properties) {
        var organizations = properties.entrySet().stream()
                .filter(property -> property.getKey().part() == Part.ROUTES)
                .map(property -> property.getValue()
                        .path(ORGANIZATION_SETTING)
                        .asString("")
                        .strip())
                .distinct()
                .toList();
        if (organizations.size() > 1 || organizations.contains("")) {
            throw InvalidArgumentException.described(
                    "extend.properties.settings." + ORGANIZATION_SETTING,
                    organizations.contains("") ? "missing" : String.join(" and ", organizations),
                    "the id of one organization for all routes, e.g. race-to-zero");
        }
        return organizations.isEmpty() ? "" : organizations.get(0);
    }
}
