package io.throughline.intake.matching;

import static java.util.stream.Collectors.toSet;

import io.throughline.intake.matching.MatchFinding.FoundCandidate;
import io.throughline.model.search.KnownAgent.AgentIdentifier;
import io.throughline.model.search.NamedAgent;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the agents that a list means: by identifier, by name in the graph, by name in the gazetteer. Uncertain cases
 * wait for a person. The rules are in {@code docs/importing.md}, section "Names".
 */
@Component
public class AgentMatcher {

    private final KnownAgents known;
    private final Gazetteer gazetteer;
    private final DecisionStore decisions;

    AgentMatcher(KnownAgents known, Gazetteer gazetteer, DecisionStore decisions) {
        this.known = known;
        this.gazetteer = gazetteer;
        this.decisions = decisions;
    }

    /** Starts to load the gazetteer in the background, because names will be looked up soon. */
    public void prepare() {
        gazetteer.preload();
    }

    /** Matches listed agents without regard to a source; see {@link #match(List, String)}. */
    public List<AgentMatch> match(List<ListedAgent> listed) {
        return match(listed, null);
    }

    /**
     * Matches listed agents: one result for each, in the same order. Takes as many statements for thousands as for one.
     *
     * @param sourceId the source of the list, whose own decisions apply first; null to use only decisions for all
     *     sources
     */
    public List<AgentMatch> match(List<ListedAgent> listed, @Nullable String sourceId) {
        var decisionsInForce = decisionsInForce(listed, sourceId);
        var queries = listed.stream()
                .map(agent -> MatchQueryParser.read(agent, gazetteer))
                .toList();
        var keys = new LinkedHashSet<String>();
        // the agent that a list identifies by our own id needs no name
        queries.stream()
                .filter(query -> query.listed().identifiers().get("own") == null)
                .forEach(query -> {
                    keys.addAll(query.exact());
                    keys.addAll(query.bare());
                    keys.addAll(query.reduced());
                    keys.addAll(query.regional());
                    query.parts().forEach(part -> keys.addAll(part.keys()));
                    if (query.repaired() != null) {
                        keys.addAll(query.repaired().keys());
                    }
                });
        var agentsByName = known.byName(keys);
        var agents = known.find(ids(listed, agentsByName, decisionsInForce), identifiers(listed));
        var pool = new CandidatePool(gazetteer, agentsByName, agents);
        var byIdentifiers = new IdentifierMatcher(gazetteer, agents);
        var findings = new ArrayList<MatchFinding>();
        for (var i = 0; i < queries.size(); i++) {
            var query = queries.get(i);
            var earlier = new PriorDecisions(decisionsInForce.get(i), agents);
            findings.add(earlier.orElse(() -> {
                var byIdentifier = byIdentifiers.find(query.listed());
                return byIdentifier != null ? byIdentifier : new NameMatcher(pool, gazetteer, query, earlier).find();
            }));
        }
        return assemble(queries, findings, keys, agentsByName);
    }

    private List<List<MatchDecision>> decisionsInForce(List<ListedAgent> listed, @Nullable String sourceId) {
        var keys = listed.stream().map(decisions::key).toList();
        var all = decisions.inForce(keys);
        return keys.stream()
                .map(key -> PriorDecisions.applicable(all.getOrDefault(key, List.of()), sourceId))
                .toList();
    }

    private static Set<String> ids(
            List<ListedAgent> listed, Map<String, List<NamedAgent>> agentsByName, List<List<MatchDecision>> decisions) {
        return Stream.of(
                        agentsByName.values().stream().flatMap(List::stream).map(NamedAgent::id),
                        listed.stream()
                                .flatMap(agent ->
                                        Stream.ofNullable(agent.identifiers().get("own"))),
                        decisions.stream().flatMap(List::stream).flatMap(each -> Stream.ofNullable(each.agentId())))
                .flatMap(Function.identity())
                .collect(toSet());
    }

    private static List<AgentIdentifier> identifiers(List<ListedAgent> listed) {
        return listed.stream()
                .flatMap(agent -> agent.identifiers().entrySet().stream())
                .filter(identifier -> !identifier.getKey().equals("own"))
                .map(identifier -> new AgentIdentifier(identifier.getKey(), identifier.getValue()))
                .distinct()
                .toList();
    }

    /**
     * Completes the findings from the graph: which places are in it under other names, and which ids are free.
     *
     * @param keys the names looked up before
     * @param found the agents with these names
     */
    private List<AgentMatch> assemble(
            List<MatchQuery> queries,
            List<MatchFinding> findings,
            Set<String> keys,
            Map<String, List<NamedAgent>> found) {
        var missing = findings.stream()
                .flatMap(AgentMatcher::shown)
                .filter(candidate -> candidate.agent() == null)
                .toList();
        var names = missing.stream()
                .flatMap(candidate -> RegionWords.forms(NameKey.of(candidate.name())).stream())
                .collect(toSet());
        var agentsByName = new HashMap<>(
                known.byName(names.stream().filter(name -> !keys.contains(name)).toList()));
        names.forEach(name -> agentsByName.computeIfAbsent(name, found::get));
        var inGraph = known.find(
                agentsByName.values().stream()
                        .flatMap(List::stream)
                        .map(NamedAgent::id)
                        .collect(toSet()),
                missing.stream().flatMap(AgentMatcher::identifiers).distinct().toList());
        var proposals = new AgentProposals(gazetteer);
        var inUse = known.inUse(findings.stream()
                .flatMap(finding -> finding.candidates().stream())
                .filter(candidate -> candidate.agent() == null)
                .map(proposals::ids)
                .flatMap(List::stream)
                .collect(toSet()));
        var assembler = new MatchAssembler(
                new CandidatePool(gazetteer, agentsByName, inGraph), inGraph.values(), proposals, inUse);
        var matches = new ArrayList<AgentMatch>();
        for (var i = 0; i < findings.size(); i++) {
            matches.add(assembler.match(findings.get(i), queries.get(i)));
        }
        return List.copyOf(matches);
    }

    private static Stream<CandidatePlace> shown(MatchFinding finding) {
        return finding instanceof FoundCandidate found
                ? Stream.concat(
                        Stream.of(found.candidate()),
                        found.alternatives().stream().limit(MatchAssembler.ALTERNATIVES))
                : finding.candidates().stream();
    }

    private static Stream<AgentIdentifier> identifiers(CandidatePlace candidate) {
        var place = candidate.place();
        if (place != null) {
            return Stream.of(new AgentIdentifier("geonames", String.valueOf(place.geonames())));
        }
        var region = candidate.region();
        var iso = region == null ? null : region.iso() == null ? region.whole() : region.iso();
        return Stream.ofNullable(iso).map(code -> new AgentIdentifier("iso3166-2", code));
    }
}
