package io.throughline.intake.matching;

import static java.util.stream.Collectors.toSet;

import io.throughline.intake.matching.KnownAgent.Register;
import io.throughline.model.search.NamedAgent;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the agents that a list means: by identifier, by name in the graph, by name in the gazetteer. What it is not sure
 * of waits for a person. The rules are in {@code docs/importing.md}, section "Names".
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

    /** Says that names will be asked for. */
    public void prepare() {
        gazetteer.preload();
    }

    /** One answer per written agent, in this order; in as many statements for thousands as for one. */
    public List<AgentMatch> match(List<ListedAgent> written) {
        return match(written, null);
    }

    /**
     * One answer per written agent, in this order; in as many statements for thousands as for one.
     *
     * @param sourceId whose list it is, for what was decided for this source only; null for what holds for all
     */
    public List<AgentMatch> match(List<ListedAgent> written, @Nullable String sourceId) {
        var decided = decided(written, sourceId);
        var asked = written.stream()
                .map(agent -> MatchQueryParser.read(agent, gazetteer))
                .toList();
        var keys = new LinkedHashSet<String>();
        asked.forEach(one -> {
            keys.addAll(one.exact());
            keys.addAll(one.bare());
            keys.addAll(one.reduced());
            keys.addAll(one.regional());
        });
        var bearers = known.byName(keys);
        var agents = known.find(ids(written, bearers, decided), registers(written));
        var options = new CandidatePool(gazetteer, bearers, agents);
        var identified = new IdentifierMatcher(gazetteer, agents);
        var findings = new ArrayList<MatchFinding>();
        for (var i = 0; i < asked.size(); i++) {
            var one = asked.get(i);
            var earlier = new PriorDecisions(decided.get(i), agents);
            findings.add(earlier.or(() -> {
                var byNumber = identified.find(one.written());
                return byNumber != null ? byNumber : new NameMatcher(options, gazetteer, one, earlier).find();
            }));
        }
        return answers(asked, findings);
    }

    private List<List<MatchDecision>> decided(List<ListedAgent> written, @Nullable String sourceId) {
        var keys = written.stream().map(decisions::key).toList();
        var holding = decisions.holding(keys);
        return keys.stream()
                .map(key -> PriorDecisions.inForce(holding.getOrDefault(key, List.of()), sourceId))
                .toList();
    }

    private static Set<String> ids(
            List<ListedAgent> written, Map<String, List<NamedAgent>> bearers, List<List<MatchDecision>> decided) {
        return Stream.of(
                        bearers.values().stream().flatMap(List::stream).map(NamedAgent::id),
                        written.stream()
                                .flatMap(agent ->
                                        Stream.ofNullable(agent.identifiers().get("own"))),
                        decided.stream().flatMap(List::stream).flatMap(each -> Stream.ofNullable(each.agentId())))
                .flatMap(Function.identity())
                .collect(toSet());
    }

    private static List<Register> registers(List<ListedAgent> written) {
        return written.stream()
                .flatMap(agent -> agent.identifiers().entrySet().stream())
                .filter(number -> !number.getKey().equals("own"))
                .map(number -> new Register(number.getKey(), number.getValue()))
                .distinct()
                .toList();
    }

    /** The findings with what only the graph can say: which places are in it by other names, which ids are free. */
    private List<AgentMatch> answers(List<MatchQuery> asked, List<MatchFinding> findings) {
        var missing = findings.stream()
                .flatMap(finding -> finding.options().stream())
                .filter(option -> option.agent() == null)
                .toList();
        var bearers = known.byName(missing.stream()
                .flatMap(option -> RegionWords.forms(NameKey.of(option.name())).stream())
                .collect(toSet()));
        var inGraph = known.find(
                bearers.values().stream()
                        .flatMap(List::stream)
                        .map(NamedAgent::id)
                        .collect(toSet()),
                missing.stream().flatMap(AgentMatcher::registers).distinct().toList());
        var additions = new AgentProposals(gazetteer);
        var inUse = known.inUse(
                missing.stream().map(additions::ids).flatMap(List::stream).collect(toSet()));
        var answers =
                new MatchAssembler(new CandidatePool(gazetteer, bearers, inGraph), inGraph.values(), additions, inUse);
        var matches = new ArrayList<AgentMatch>();
        for (var i = 0; i < findings.size(); i++) {
            matches.add(answers.match(findings.get(i), asked.get(i)));
        }
        return List.copyOf(matches);
    }

    private static Stream<Register> registers(CandidatePlace option) {
        var place = option.place();
        if (place != null) {
            return Stream.of(new Register("geonames", String.valueOf(place.geonames())));
        }
        var region = option.region();
        var iso = region == null ? null : region.iso() == null ? region.whole() : region.iso();
        return Stream.ofNullable(iso).map(code -> new Register("iso3166-2", code));
    }
}
