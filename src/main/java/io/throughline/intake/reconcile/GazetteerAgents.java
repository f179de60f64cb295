package io.throughline.intake.reconcile;

import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.matching.AgentMatcher;
import io.throughline.writing.ledger.NewAgent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds what {@link GazetteerId}s stand for now. */
@Component
class GazetteerAgents {

    /**
     * What the ids stand for; ids of other kinds and unknown ones are absent.
     *
     * @param agentIds the Throughline ids of places that have been added since
     * @param places places that are still not in the graph, with what the gazetteer says, in the form in which
     *     {@code graphql/reconcile/agents.graphql} reads agents
     */
    record Gazetteered(Map<String, String> agentIds, Map<String, JsonNode> places) {}

    private final AgentMatcher matcher;
    private final PlaceNames names;
    private final JsonMapper json;

    GazetteerAgents(AgentMatcher matcher, PlaceNames names, JsonMapper json) {
        this.matcher = matcher;
        this.names = names;
        this.json = json;
    }

    Gazetteered find(List<String> ids) {
        var agentIds = new LinkedHashMap<String, String>();
        var places = new LinkedHashMap<String, JsonNode>();
        var known = ids.stream().map(GazetteerId::of).filter(Objects::nonNull).toList();
        var matches = known.isEmpty()
                ? List.<AgentMatch>of()
                : matcher.match(known.stream().map(GazetteerId::listed).toList());
        for (var i = 0; i < known.size(); i++) {
            var id = known.get(i).text();
            if (matches.get(i) instanceof AgentMatch.Known agent) {
                agentIds.put(id, agent.agentId());
            } else if (matches.get(i) instanceof AgentMatch.Unseen unseen) {
                places.put(id, node(unseen.agent()));
            }
        }
        return new Gazetteered(agentIds, places);
    }

    private ObjectNode node(NewAgent place) {
        var node = json.createObjectNode().put("name", place.name());
        if (place.countryId() != null) {
            node.putObject("country").put("id", place.countryId()).put("name", names.country(place.countryId()));
        }
        if (place.stateId() != null) {
            node.putObject("state").put("id", place.stateId()).put("name", names.state(place.stateId()));
        }
        node.put("latitude", place.latitude());
        node.put("longitude", place.longitude());
        node.put("population", place.population());
        var identifiers = node.putArray("identifiers");
        place.identifiers()
                .forEach((scheme, value) ->
                        identifiers.addObject().put("scheme", scheme).put("value", value));
        return node;
    }
}
